import type { Progress } from '../../../domain/coders/progress';
import type { Source } from '../../../domain/model/source';
import { fold } from '../../../domain/text/fold';
import type { Column } from './columns';

/** Stands for "not set" where an empty text could not stand. */
export const NOT_SET = '?';

/** What the list lets through; an empty list or text lets everything through. */
export interface LibraryFilter {
  readonly text: string;
  /** Countries, types and languages as the sources have them, `NOT_SET` for those without. */
  readonly countries: readonly string[];
  readonly types: readonly string[];
  readonly languages: readonly string[];
  readonly coded: 'all' | 'coded' | 'uncoded';
  /** How far the coder at work is. */
  readonly progress: readonly Progress[];
}

export const noFilter: LibraryFilter = {
  text: '',
  countries: [],
  types: [],
  languages: [],
  coded: 'all',
  progress: [],
};

export const isFiltering = (filter: LibraryFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.countries.length + filter.types.length + filter.languages.length + filter.progress.length > 0 ||
  filter.coded !== 'all';

export interface SortBy {
  readonly column: string;
  readonly descending: boolean;
}

const isAmong = (wanted: readonly string[], value: string) =>
  wanted.length === 0 || wanted.includes(value || NOT_SET);

/**
 * Lets through the sources that a filter asks for.
 * In: sources, the filter, whether a source has segments, how far the coder is with it, and the columns, whose shown texts are
 * searched beside file name and address. Every word must occur somewhere.
 */
export function filterSources(
  sources: Iterable<Source>,
  filter: LibraryFilter,
  isCoded: (source: Source) => boolean,
  progressOf: (source: Source) => Progress,
  columns: readonly Column[],
): readonly Source[] {
  const words = fold(filter.text).split(' ').filter(Boolean);
  const matches = (source: Source) => {
    if (words.length === 0) return true;
    const shown = columns.filter(({ numeric }) => !numeric).map((column) => column.text(source));
    const text = fold([...shown, source.fileName, source.url].join('\n'));
    return words.every((word) => text.includes(word));
  };
  return [...sources].filter(
    (source) =>
      isAmong(filter.countries, source.country) &&
      isAmong(filter.types, source.documentType) &&
      isAmong(filter.languages, source.language) &&
      (filter.coded === 'all' || isCoded(source) === (filter.coded === 'coded')) &&
      (filter.progress.length === 0 || filter.progress.includes(progressOf(source))) &&
      matches(source),
  );
}

/** Sorts by a column; what is empty comes last either way, and equal values are in order of title. */
export function sortSources(
  sources: readonly Source[],
  { column: wanted, descending }: SortBy,
  columns: readonly Column[],
  collator: Intl.Collator,
): readonly Source[] {
  const column = columns.find(({ id }) => id === wanted) ?? columns[0];
  if (!column) return sources;
  const byTitle = (a: Source, b: Source) => collator.compare(a.title, b.title);
  const keyed = sources.map((source) => ({ source, key: column.sortKey(source) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return byTitle(a.source, b.source);
    if (a.key === '') return 1;
    if (b.key === '') return -1;
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : collator.compare(String(a.key), String(b.key));
    return (descending ? -order : order) || byTitle(a.source, b.source);
  });
  return keyed.map(({ source }) => source);
}

/** A line of the list: the head of a group, or a source. */
export type ListLine =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly country: string;
      readonly ids: readonly string[];
    }
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly source: Source;
      readonly ids: readonly string[];
    };

const lineOf = (source: Source): ListLine => ({
  kind: 'source',
  key: source.id,
  source,
  ids: [source.id],
});

export const flatLines = (sources: readonly Source[]): readonly ListLine[] => sources.map(lineOf);

/**
 * Puts sources under their countries.
 * In: sources in their order, and the name of a country. Out: groups by name, those without a country
 * last, each with its sources in the order given.
 */
export function groupedLines(
  sources: readonly Source[],
  nameOf: (country: string) => string,
  collator: Intl.Collator,
): readonly ListLine[] {
  const byCountry = new Map<string, Source[]>();
  for (const source of sources) {
    const members = byCountry.get(source.country);
    if (members) members.push(source);
    else byCountry.set(source.country, [source]);
  }
  const groups = [...byCountry].sort(([a], [b]) =>
    a === '' ? 1 : b === '' ? -1 : collator.compare(nameOf(a), nameOf(b)),
  );
  return groups.flatMap(([country, members]): readonly ListLine[] => [
    { kind: 'group', key: `group:${country}`, country, ids: members.map(({ id }) => id) },
    ...members.map(lineOf),
  ]);
}
