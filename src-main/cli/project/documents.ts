import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportChoices } from '../../../src-renderer/domain/model/import';
import type { Arrival } from '../../../src-renderer/domain/sources/add-sources';
import { guessCountry } from '../../../src-renderer/domain/sources/country';
import { aboutNamed, type NamePattern } from '../../../src-renderer/domain/sources/name-pattern';
import { parseDocument } from '../../../src-renderer/importers';
import { Failed } from '../failure';
import { importFailureText, importText, say } from '../text';
import { characterMaps } from './character-maps';
import { readWhole } from './files';

/** Archives in archives are opened this deep. */
const DEEPEST = 3;

export interface DocumentWishes {
  readonly choices: ImportChoices;
  /** How the names of files say what they are; null where they do not. */
  readonly pattern: NamePattern | null;
}

/** A document that goes in, with the bytes of the file it came in. */
export interface ReadDocument {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly arrival: Arrival;
}

type Note = (text: string) => void;

/**
 * Reads files, what is in folders, and what is in archives. A document that cannot be read is named and left
 * out; the others go in. Throws Failed when none can be read.
 */
export async function readDocuments(
  paths: readonly string[],
  wishes: DocumentWishes,
  note: Note,
): Promise<{ readonly documents: readonly ReadDocument[]; readonly unread: number }> {
  const documents: ReadDocument[] = [];
  let unread = 0;
  const take = async (read: () => Promise<readonly ReadDocument[]>) => {
    try {
      documents.push(...(await read()));
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      unread++;
      note(error.message);
    }
  };
  const takeFile = async (path: string, bytes: () => Promise<Uint8Array>, depth: number): Promise<void> =>
    take(async () => {
      const whole = await bytes();
      const { sources, members } = await readDocument(path, whole, wishes, note);
      if (members.length > 0 && depth === DEEPEST) throw unreadable(path, 'unsupported', 'zip');
      for (const member of members)
        await takeFile(`${path}/${member.path}`, () => Promise.resolve(member.bytes), depth + 1);
      return sources;
    });
  for (const path of await filesIn(paths)) await takeFile(path, () => readWhole(path), 0);
  if (documents.length === 0) throw new Failed(say('failure.nothing-written'));
  return { documents, unread };
}

/** The files that paths name, and those in folders that they name, in the order of their names. */
async function filesIn(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      // What is not there is told of when it is read.
      () => false,
    );
    if (!isFolder) files.push(path);
    else {
      const inside = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      files.push(...(await filesIn(inside.map((name) => join(path, name)))));
    }
  }
  return files;
}

const unreadable = (file: string, kind: Parameters<typeof importFailureText>[0], detail: string): Failed =>
  new Failed(say('failure.document', { file, reason: importFailureText(kind, detail) }));

/** What one file comes to. Throws Failed, naming the file, when it cannot be read. */
async function readDocument(
  path: string,
  bytes: Uint8Array,
  { choices, pattern }: DocumentWishes,
  note: Note,
) {
  const fileName = basename(path);
  const parsed = await parseDocument({ name: fileName, bytes }, choices, characterMaps);
  if (!parsed.ok) throw unreadable(path, parsed.error.kind, parsed.error.detail);
  const { sources, members, warnings } = parsed.value;
  for (const warning of warnings) note(say('failure.document', { file: path, reason: importText(warning) }));
  const about = { country: guessCountry(fileName), ...(pattern && aboutNamed(pattern, path)) };
  return {
    members,
    sources: sources.map((source) => ({
      path,
      bytes,
      arrival: { parsed: source, fileName, bytes: bytes.length, about },
    })),
  };
}
