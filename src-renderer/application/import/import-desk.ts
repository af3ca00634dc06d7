import type { SourceId } from '../../domain/model/ids';
import type { InputFile } from '../ports/platform';
import type { Services } from '../services';
import type { ProjectSession } from '../session';
import { importFiles } from './import-files';
import { isImporting, type ImportItem, type ImportProgress } from './import-item';

/** Files are read faster than anybody can see; the window hears of them this often, in milliseconds. */
const TELL_EVERY = 80;

/**
 * The import of one project: at most one at a time, going on whatever view is in sight. Its outcome
 * stays until it is put away.
 */
export class ImportDesk {
  #progress: ImportProgress | null = null;
  #shown: ImportProgress | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #session: ProjectSession;
  readonly #services: Pick<Services, 'parser'>;

  constructor(session: ProjectSession, services: Pick<Services, 'parser'>) {
    this.#session = session;
    this.#services = services;
  }

  /** The import at work or its outcome; null when there is none. */
  get progress(): ImportProgress | null {
    return this.#shown;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Imports files.
   * Out: the ids of the new sources, or null when an import is at work already and nothing was begun.
   */
  start(files: readonly InputFile[]): Promise<readonly SourceId[] | null> {
    return this.#run(files, false, []);
  }

  /** Imports the duplicates of the last outcome after all; what else it says stays in sight. */
  takeDuplicates(): Promise<readonly SourceId[] | null> {
    const items = this.#progress?.items ?? [];
    const files = items.filter(({ state }) => state === 'duplicate').map(({ file }) => file);
    return this.#run(
      files,
      true,
      items.filter(({ state }) => state !== 'duplicate'),
    );
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Puts the outcome away. */
  dismiss(): void {
    if (this.#progress && !isImporting(this.#progress)) this.#show(null);
  }

  async #run(
    files: readonly InputFile[],
    evenIfKnown: boolean,
    earlier: readonly ImportItem[],
  ): Promise<readonly SourceId[] | null> {
    if (this.#progress && isImporting(this.#progress)) return null;
    if (files.length === 0) return [];
    this.#abort = new AbortController();
    const outcome = await importFiles(this.#session, this.#services, files, {
      signal: this.#abort.signal,
      evenIfKnown,
      onProgress: (progress) => this.#show({ ...progress, items: [...earlier, ...progress.items] }),
    });
    return outcome.items.flatMap((item) => (item.state === 'done' ? item.sourceIds : []));
  }

  #show(progress: ImportProgress | null): void {
    const isStep = progress?.phase === this.#progress?.phase && progress !== null;
    this.#progress = progress;
    if (isStep) this.#timer ??= setTimeout(this.#tell, TELL_EVERY);
    else this.#tell();
  }

  #tell = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = this.#progress;
    for (const listener of this.#listeners) listener();
  };
}

const desks = new WeakMap<ProjectSession, ImportDesk>();

/** The desk of an open project. */
export function importDeskOf(session: ProjectSession, services: Pick<Services, 'parser'>): ImportDesk {
  let desk = desks.get(session);
  if (!desk) desks.set(session, (desk = new ImportDesk(session, services)));
  return desk;
}
