import type { ImportItem } from '../../../../application/import/import-item';
import type { ProposedSource } from '../../../../domain/sources/incoming/proposal';

/** A line of the preview: a file, or a source that would come of one. */
export type Line = (
  | { readonly kind: 'file'; readonly key: string; readonly item: ImportItem; readonly sources: number }
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly item: ImportItem;
      readonly source: ProposedSource;
    }
) & {
  /** In how many archives its file is, and one more where it stands under a line for its file. */
  readonly depth: number;
};

/** In: files and what would come of them. Out: a line for each source, under a line for its file unless it is alone. */
export function linesOf(items: readonly ImportItem[], sources: readonly ProposedSource[]): readonly Line[] {
  const byFile = new Map<number, ProposedSource[]>();
  for (const source of sources) byFile.set(source.fileId, [...(byFile.get(source.fileId) ?? []), source]);
  const archives = items.filter((item) => item.state === 'read' && item.read.members.length > 0);
  return items.flatMap((item): Line[] => {
    if (item.state === 'left-out') return [];
    const inside = byFile.get(item.id) ?? [];
    const depth = archives.filter((archive) => isIn(item, archive)).length;
    const isAlone = inside.length === 1 && item.state === 'read';
    const lines = inside.map((source): Line => ({
      kind: 'source',
      key: source.id,
      item,
      source,
      depth: depth + (isAlone ? 0 : 1),
    }));
    return isAlone
      ? lines
      : [{ kind: 'file', key: `file ${item.id}`, item, sources: inside.length, depth }, ...lines];
  });
}

/** Whether a file was in an archive, or in one inside it. */
const isIn = (item: ImportItem, archive: ImportItem): boolean =>
  archive.state === 'read' &&
  archive.read.members.length > 0 &&
  item.file.path.startsWith(`${archive.file.path}/`);

const fileOf = ({ item }: Line): number => item.id;

/**
 * What stays chosen when a file was read again or its sources were parted otherwise.
 * In: all lines and keys, some of lines that are no more. Out: keys of lines there are: for one that is gone,
 * the first line of its file.
 */
export function settledKeys(lines: readonly Line[], keys: ReadonlySet<string>): ReadonlySet<string> {
  const there = new Set(lines.map(({ key }) => key));
  if ([...keys].every((key) => there.has(key))) return keys;
  return new Set(
    [...keys].flatMap((key) => {
      if (there.has(key)) return [key];
      const id = Number(/\d+/.exec(key)?.[0]);
      return lines.find((line) => fileOf(line) === id)?.key ?? [];
    }),
  );
}

/** Whether a file waits for its password. */
export const isLocked = (item: ImportItem): boolean =>
  item.state === 'failed' && (item.failure.kind === 'password' || item.failure.kind === 'wrong-password');

/**
 * Lines that somebody should look at before saying yes: files that could not be read, are pictures, hold
 * nothing, or not as many articles as they say, and sources with a warning or that are there already, each
 * under its file.
 * In: all lines, and sources that came before by id. Out: some of the lines, in order.
 */
export function notable(lines: readonly Line[], repeats: ReadonlyMap<string, string>): readonly Line[] {
  const sources = lines.filter(
    (line) =>
      line.kind === 'source' &&
      (line.source.parsed.warnings.length > 0 || line.source.sameAs !== null || repeats.has(line.key)),
  );
  const files = new Set(sources.map(fileOf));
  const wanted = new Set<Line>(sources);
  return lines.filter(
    (line) => wanted.has(line) || (line.kind === 'file' && (files.has(line.item.id) || isNotable(line))),
  );
}

function isNotable({ item, sources }: Extract<Line, { kind: 'file' }>): boolean {
  if (item.state !== 'read') return true;
  const { declared, members, records, pagesWithoutText, warnings } = item.read;
  const isEmpty = sources === 0 && members.length === 0 && records.length === 0;
  const isOdd = declared !== null && declared !== sources;
  return isEmpty || isOdd || pagesWithoutText.length > 0 || warnings.length > 0;
}

/** What is chosen: the sources, of files and archives all of theirs, and the files. */
export interface Chosen {
  readonly sources: readonly ProposedSource[];
  readonly items: readonly ImportItem[];
}

/** In: all lines and the keys of those that are chosen. Out: what that comes to. */
export function chosenOf(lines: readonly Line[], keys: ReadonlySet<string>): Chosen {
  const files = lines.flatMap((line) => (line.kind === 'file' && keys.has(line.key) ? line.item : []));
  const ids = new Set(files.map(({ id }) => id));
  const archives = files.filter((item) => item.state === 'read' && item.read.members.length > 0);
  const chosen = lines.filter(
    (line) =>
      keys.has(line.key) || ids.has(fileOf(line)) || archives.some((archive) => isIn(line.item, archive)),
  );
  // An archive stands for its files, unless it is chosen for its own sake.
  const items = new Map(chosen.map(({ item }) => [item.id, item]));
  if (items.size > archives.length) for (const { id } of archives) items.delete(id);
  return {
    sources: chosen.flatMap((line) => (line.kind === 'source' ? line.source : [])),
    items: [...items.values()],
  };
}
