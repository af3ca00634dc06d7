import type { ImportItem } from '../../../../application/import/import-item';
import type { ProposedSource } from '../../../../domain/sources/incoming/proposal';

/** A line of the preview: a file, or a source that would come of one. */
export type Line =
  | { readonly kind: 'file'; readonly key: string; readonly item: ImportItem; readonly sources: number }
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly item: ImportItem;
      readonly source: ProposedSource;
      /** Under a line for its file. */
      readonly isInside: boolean;
    };

/** In: files and what would come of them. Out: a line for each source, under a line for its file unless it is alone. */
export function linesOf(items: readonly ImportItem[], sources: readonly ProposedSource[]): readonly Line[] {
  const byFile = new Map<number, ProposedSource[]>();
  for (const source of sources) byFile.set(source.fileId, [...(byFile.get(source.fileId) ?? []), source]);
  return items.flatMap((item): Line[] => {
    if (item.state === 'left-out') return [];
    const inside = byFile.get(item.id) ?? [];
    const isAlone = inside.length === 1 && item.state === 'read';
    const lines = inside.map((source): Line => ({
      kind: 'source',
      key: source.id,
      item,
      source,
      isInside: !isAlone,
    }));
    return isAlone
      ? lines
      : [{ kind: 'file', key: `file ${item.id}`, item, sources: inside.length }, ...lines];
  });
}

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

/** What is chosen: the sources, of files all of theirs, and the one file if it is only one. */
export interface Chosen {
  readonly sources: readonly ProposedSource[];
  readonly item: ImportItem | null;
}

/** In: all lines and the keys of those that are chosen. Out: what that comes to. */
export function chosenOf(lines: readonly Line[], keys: ReadonlySet<string>): Chosen {
  const files = new Set(
    lines.flatMap((line) => (line.kind === 'file' && keys.has(line.key) ? line.item.id : [])),
  );
  const chosen = lines.filter((line) => keys.has(line.key) || files.has(fileOf(line)));
  const items = new Map(chosen.map(({ item }) => [item.id, item]));
  const [only] = items.values();
  return {
    sources: chosen.flatMap((line) => (line.kind === 'source' ? line.source : [])),
    item: items.size === 1 && only ? only : null,
  };
}
