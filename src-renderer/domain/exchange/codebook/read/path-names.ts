import { message, type Message } from '../../../model/message';
import { stableGuid } from '../../../model/guid';
import type { CodeId } from '../../../model/ids';
import type { FileCode } from '../file';

/** What stands between the names of a path: Taguette's, and that of ATLAS.ti 8. */
const separators = ['\\', '::'] as const;

/**
 * Makes a tree of a flat list whose names are paths ("mode\border"), as some programs write it.
 * In: codes in the order of the file. Out: the same codes where one of them stands below another or where
 * no name is a path; else codes with the last part as their name below the code of the first parts, in
 * the order of the file. A code that is only named in paths is made: a folder without an identity.
 */
export function treeOfPaths(codes: readonly FileCode[]): {
  readonly codes: readonly FileCode[];
  readonly repairs: readonly Message[];
} {
  const separator = separators.find((each) => codes.some(({ name }) => parts(name, each).length > 1));
  if (!separator || codes.some(({ parentId }) => parentId !== null)) return { codes, repairs: [] };
  const byPath = new Map<string, CodeId>();
  for (const { id, name } of codes) {
    const path = parts(name, separator).join(separator);
    if (!byPath.has(path)) byPath.set(path, id);
  }
  const made: FileCode[] = [];
  const codeAt = (path: readonly string[]): CodeId | null => {
    if (path.length === 0) return null;
    const whole = path.join(separator);
    const known = byPath.get(whole);
    if (known) return known;
    const id = stableGuid('codebook-path', whole);
    byPath.set(whole, id);
    made.push({
      id,
      identified: false,
      familyId: null,
      parentId: codeAt(path.slice(0, -1)),
      placed: path.length > 1,
      order: null,
      name: path.at(-1) ?? '',
      fields: { codable: false },
    });
    return id;
  };
  const placed = codes.map((code) => {
    const path = parts(code.name, separator);
    return {
      ...code,
      name: path.at(-1) ?? code.name,
      parentId: codeAt(path.slice(0, -1)),
      placed: path.length > 1,
    };
  });
  return {
    codes: [...placed, ...made],
    repairs: [message('repair.names-are-paths', { count: placed.filter(({ parentId }) => parentId).length })],
  };
}

const parts = (name: string | null, separator: string): readonly string[] =>
  (name ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
