import { progressOf } from '../coders/progress';
import type { CoderId, SourceId } from '../model/ids';
import { projectInfo, type ProjectState } from '../model/project';
import type { DocumentType, PartialDate, Source } from '../model/source';
import { compareSources } from './order';
import { sourcesByCountry } from './profile';
import type { ProfileRequest } from './request';
import { yearOf } from './time/shift';

/** How many sources say the same; in order of how many, then of the value. '' for those that do not say. */
export type Counted<T extends string = string> = readonly { readonly value: T; readonly count: number }[];

/** What a country's figures rest on. */
export interface CorpusRow {
  readonly key: string;
  readonly sources: number;
  /** Code points. */
  readonly characters: number;
  /** Words; null where they were not counted. */
  readonly words: number | null;
  /** First and last date of those that have one. */
  readonly from: PartialDate | '';
  readonly to: PartialDate | '';
  readonly types: Counted<DocumentType | ''>;
  readonly languages: Counted;
  readonly coders: readonly CoderId[];
  /** Sources that anybody looked at: coded in, or finished. */
  readonly coded: number;
  /** Sources that two or more did. */
  readonly doubleCoded: number;
  readonly gaps: {
    readonly undated: number;
    readonly untyped: number;
    readonly withoutLanguage: number;
    readonly uncoded: number;
    /** Years between the first and the last in which there is no source. */
    readonly years: readonly number[];
  };
}

export interface Corpus {
  readonly rows: readonly CorpusRow[];
  readonly total: CorpusRow;
}

/**
 * What there is to be compared, by country, with its gaps named.
 * In: the project; the filters that keep sources; the words of each source where they were counted (a text is
 * not part of the state). Out: a row for every country of the profile, and all of them together. The agreed
 * layer is nobody's coding and does not make a source double-coded.
 */
export function corpusOf(
  state: ProjectState,
  request: Pick<ProfileRequest, 'filters'>,
  words?: ReadonlyMap<SourceId, number>,
): Corpus {
  const countries = [...sourcesByCountry(state, request)];
  const row = (key: string, sources: readonly Source[]) => corpusRow(state, key, sources, words);
  return {
    rows: countries.map(([key, sources]) => row(key, sources)),
    total: row(
      '',
      countries.flatMap(([, sources]) => sources),
    ),
  };
}

function corpusRow(
  state: ProjectState,
  key: string,
  sources: readonly Source[],
  words: ReadonlyMap<SourceId, number> | undefined,
): CorpusRow {
  const sum = (of: (source: Source) => number) => sources.reduce((total, source) => total + of(source), 0);
  const coders = new Map(sources.map((source) => [source.id, codersOf(state, source.id)]));
  const withCoders = (least: number) => sum(({ id }) => Number((coders.get(id)?.size ?? 0) >= least));
  const dated = sources.filter(({ date }) => date !== '').toSorted(compareSources);
  const years = new Set(dated.flatMap(({ date }) => yearOf(date) ?? []));
  const first = Math.min(...years);
  return {
    key,
    sources: sources.length,
    characters: sum(({ characters }) => characters),
    words: words ? sum(({ id }) => words.get(id) ?? 0) : null,
    from: dated[0]?.date ?? '',
    to: dated.at(-1)?.date ?? '',
    types: counted(sources.map(({ documentType }) => documentType)),
    languages: counted(sources.map(({ language }) => language)),
    coders: [...new Set([...coders.values()].flatMap((each) => [...each]))],
    coded: withCoders(1),
    doubleCoded: withCoders(2),
    gaps: {
      undated: sources.length - dated.length,
      untyped: sum(({ documentType }) => Number(documentType === '')),
      withoutLanguage: sum(({ language }) => Number(language === '')),
      uncoded: sources.length - withCoders(1),
      years: Array.from(
        { length: years.size === 0 ? 0 : Math.max(...years) - first + 1 },
        (_, i) => first + i,
      ).filter((year) => !years.has(year)),
    },
  };
}

/** Persons who looked at the source. */
function codersOf(state: ProjectState, sourceId: SourceId): ReadonlySet<CoderId> {
  const { agreedCoderId } = projectInfo(state);
  const persons = [...state.coders.keys()].filter((id) => id !== agreedCoderId);
  return new Set(persons.filter((id) => progressOf(state, sourceId, id) !== 'not-started'));
}

function counted<T extends string>(values: readonly T[]): Counted<T> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
