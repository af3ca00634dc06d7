import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './atomic';
import { safeFileName } from './names';

const KEPT = 10;
const stampedName = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z /;

/** Rolling copies of projects below one folder: `<root>/<project>/<moment> <name>`. */
export class Backups {
  readonly #root: string;
  readonly #now: () => number;
  #latest = 0;

  constructor(root: string, now: () => number = Date.now) {
    this.#root = root;
    this.#now = now;
  }

  /**
   * In: a project's GUID, a proposed file name, the bytes. Resolves when the copy is on disk and all but
   * the newest ten are gone. Rejects with the system's error when the copy could not be written.
   */
  async write(projectId: string, name: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.#root, projectId);
    await mkdir(folder, { recursive: true });
    const moment = this.#momentAfter((await copiesIn(folder)).at(-1));
    await writeAtomically(join(folder, `${moment} ${safeFileName(name)}`), bytes);
    const old = (await copiesIn(folder)).slice(0, -KEPT);
    await Promise.all(old.map((copy) => rm(join(folder, copy), { force: true })));
  }

  /** Later than every copy there is: a clock set back must not make the newest copy the first to go. */
  #momentAfter(newest: string | undefined): string {
    const known = newest?.replace(stampedName, '$1-$2-$3T$4:$5:$6.$7Z|').split('|')[0];
    const floor = Math.max(this.#latest, known ? Date.parse(known) : 0) + 1;
    this.#latest = Math.max(this.#now(), floor);
    return new Date(this.#latest).toISOString().replace(/[-:.]/g, '');
  }
}

/** The copies in a folder, oldest first. */
async function copiesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => stampedName.test(name)).sort();
}
