import type { Code, CodeFamily } from '../model/codebook';
import type { CodeId } from '../model/ids';
import { message, type Message } from '../model/message';
import type { ProjectState } from '../model/project';
import type { Source } from '../model/source';
import { familyColumns, type FamilyColumns } from './columns';
import { judge, type Judgement } from './judgement';
import { keepsSource, type ProfileRequest, type ProfileUnit } from './request';
import { addTallies, tally, type Counts, type Tally } from './tally';

/** One code in one country. */
export interface ProfileCell {
  readonly codeId: CodeId;
  /** The amount in the unit of the profile. */
  readonly value: number;
  /** `value / n`, 0–1; null where n is 0, because no data is not 0 %. */
  readonly share: number | null;
  /** The amount in every unit. */
  readonly counts: Counts;
}

/**
 * no-data: nothing of the family is coded here, so there are no shares.
 * one-document: all figures rest on a single source.
 */
export type ProfileStatus = 'no-data' | 'one-document' | 'ok';

export interface ProfileFigures {
  readonly status: ProfileStatus;
  /** Sources that the filters keep, coded or not. */
  readonly sources: number;
  /** Those of them in which a code of the family was counted. */
  readonly sourcesCoded: number;
  /** The denominator in the unit of the profile; `bases` has it in every unit. */
  readonly n: number;
  readonly bases: Counts;
  /** One for each column of the profile, in the same order. */
  readonly cells: readonly ProfileCell[];
  /** Sum of the shares: above 1 where passages or documents carry several codes; null without data. */
  readonly sumOfShares: number | null;
  /** Segments of the family left out by the filters on coder, certainty and stance. */
  readonly leftOut: number;
  /**
   * Segments with none of the codes of the columns: what tells a country that was coded for other things
   * from one in which nothing was coded at all.
   */
  readonly elsewhere: number;
  /** Number of coders whose segments were counted. */
  readonly coders: number;
  /** What a reader must know to read these figures rightly. */
  readonly notes: readonly Message[];
}

export interface ProfileRow extends ProfileFigures {
  /** The country as sources have it; '' for sources whose country is not set. */
  readonly key: string;
  /** The researcher's own assignment of this country, beside what the segments show; null without one. */
  readonly judgement: Judgement | null;
}

export interface FramingProfile {
  readonly request: ProfileRequest;
  /** Undefined when the project has no family of that key. */
  readonly family: CodeFamily | undefined;
  readonly unit: ProfileUnit;
  /** Names the denominator: strings of the profiles under `denominator.<unit>`. */
  readonly denominator: Message;
  readonly columns: readonly Code[];
  /** Ordered by key, sources without a country last. */
  readonly rows: readonly ProfileRow[];
  /** All rows together. Its shares are those of the rows weighted by n. */
  readonly total: ProfileFigures;
}

/**
 * How each country frames the problem.
 *
 * In: the project and what is asked of it. Out: a row for every country that has a source or a case,
 * also where nothing is coded, and the same figures for all of them together.
 *
 * With F = the column codes (by default all top-level codes of the family; codes below count towards
 * them), c = one of them, and only sources and segments that the filters keep:
 *
 *   unit         value of c                              denominator n
 *   segments     segments with c                         segments with any code of F
 *   characters   code points under a segment with c      code points under a segment with any code of F
 *   documents    sources with a segment with c           sources with a segment with any code of F
 *
 * share = value / n reads "of what is coded in F at all, this much carries c". A segment with several
 * codes of F counts once for each of them and once in n, as codes may overlap freely; so shares add up
 * to more than 1 where codes overlap, and the row says so. They add up to exactly 1 in segments and
 * characters when no passage carries two codes of F. Passages coded by two coders count twice in
 * segments (the row says so) and once in characters and documents.
 */
export function framingProfile(state: ProjectState, request: ProfileRequest): FramingProfile {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const tallies = [...sourcesByCountry(state, request)].map(
    ([key, sources]) => [key, tally(state, sources, columns, request.filters)] as const,
  );
  const figures = (each: Tally) => figuresOf(each, columns, request.unit);
  return {
    request,
    family: columns.family,
    unit: request.unit,
    denominator: message(`denominator.${request.unit}`),
    columns: columns.codes,
    rows: tallies.map(([key, each]) => {
      const row = figures(each);
      return { key, ...row, judgement: judge(state, key, columns, row.cells) };
    }),
    total: figures(
      addTallies(
        tallies.map(([, each]) => each),
        columns.codes.length,
      ),
    ),
  };
}

/**
 * The sources that a request is about, by country.
 * In: the project and the request. Out: every wanted country with a source or a case, ordered by its
 * code, sources without a country last; each with its sources that the filters keep (perhaps none).
 */
export function sourcesByCountry(
  state: ProjectState,
  { filters }: Pick<ProfileRequest, 'filters'>,
): ReadonlyMap<string, readonly Source[]> {
  const kept = new Map<string, Source[]>();
  for (const { country } of state.cases.values()) if (country) kept.set(country, []);
  for (const { country } of state.sources.values()) kept.set(country, []);
  for (const source of state.sources.values())
    if (keepsSource(filters, source)) kept.get(source.country)?.push(source);
  return new Map(
    [...kept]
      .filter(([country]) => !filters.countries || filters.countries.includes(country))
      .sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1)),
  );
}

/**
 * The figures of a tally.
 * In: the tally, the columns that it was made with, the unit. Out: values, shares, status and notes.
 */
export function figuresOf(from: Tally, { codes }: FamilyColumns, unit: ProfileUnit): ProfileFigures {
  const n = from.base[unit];
  const cells = codes.map(({ id }, index): ProfileCell => {
    const counts = from.columns[index] ?? { segments: 0, characters: 0, documents: 0 };
    return { codeId: id, value: counts[unit], share: n > 0 ? counts[unit] / n : null, counts };
  });
  const values = cells.reduce((sum, { value }) => sum + value, 0);
  const documents = from.base.documents;
  const figures = {
    status: documents === 0 ? 'no-data' : documents === 1 ? 'one-document' : 'ok',
    sources: from.sources,
    sourcesCoded: documents,
    n,
    bases: from.base,
    cells,
    sumOfShares: n > 0 ? values / n : null,
    leftOut: from.leftOut,
    elsewhere: from.elsewhere,
    coders: from.coders.size,
  } as const;
  return { ...figures, notes: notesOn(figures, unit) };
}

/** Strings of the profiles under `note.<key>`. */
function notesOn(figures: Omit<ProfileFigures, 'notes'>, unit: ProfileUnit): readonly Message[] {
  const { status, sources, sumOfShares, coders, leftOut } = figures;
  const notes: Message[] = [];
  if (status === 'no-data') notes.push(message('note.no-data', { sources }));
  if (status === 'one-document') notes.push(message('note.one-document', { sources }));
  if (sumOfShares !== null && sumOfShares > 1)
    notes.push(message(`note.several-codes.${unit}`, { sum: sumOfShares }));
  if (coders > 1 && unit === 'segments') notes.push(message('note.several-coders', { coders }));
  if (leftOut > 0) notes.push(message('note.left-out', { segments: leftOut }));
  return notes;
}
