import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MAX_FOLDER_DEPTH, MAX_FOLDER_FILES } from '../contract/limits';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** From the name of the chosen folder on, with slashes. */
  readonly shown: string;
}

/**
 * In: the path of a folder. Out: the files in it and in the folders below, in the order of what is shown,
 * without those whose names or folders begin with a dot; undefined where there are too many or they lie too
 * deep. A link to a folder is not followed, as it may lead in circles: like a folder that cannot be opened it
 * stands among the files, so that whoever reads it hears of it.
 */
export async function filesBelow(folder: string): Promise<readonly FoundFile[] | undefined> {
  const files: FoundFile[] = [];
  const start = resolve(folder);
  let level: readonly FoundFile[] = [{ path: start, shown: basename(start) }];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_FOLDER_DEPTH) return undefined;
    const below: FoundFile[] = [];
    for (const each of level) {
      const { folders, others } = await childrenOf(each);
      below.push(...folders);
      files.push(...others);
      if (files.length + below.length > MAX_FOLDER_FILES) return undefined;
    }
    level = below;
  }
  return files.sort((a, b) => (a.shown < b.shown ? -1 : 1));
}

async function childrenOf(folder: FoundFile): Promise<{ folders: FoundFile[]; others: FoundFile[] }> {
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return { folders: [], others: [folder] };
  const those = (isWanted: (entry: Dirent) => boolean) =>
    entries
      .filter((entry) => !entry.name.startsWith('.') && isWanted(entry))
      .map(({ name }) => ({ path: join(folder.path, name), shown: `${folder.shown}/${name}` }));
  return {
    folders: those((entry) => entry.isDirectory()),
    // Pipes, sockets and devices hold no document, and some never end.
    others: those((entry) => entry.isFile() || entry.isSymbolicLink()),
  };
}
