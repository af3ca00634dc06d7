import type { Progress } from '../../agreement/resampling/resample';
import type { Code } from '../../model/codebook';
import type { ProjectState } from '../../model/project';
import type { PartialDate, Source } from '../../model/source';
import { familyColumns, type FamilyColumns } from '../columns';
import { sourcesByCountry } from '../profile';
import type { ProfileRequest } from '../request';
import { amountsOf, totalOf } from '../uncertainty/amounts';
import { estimates, type Bootstrap, type Estimate } from '../uncertainty/resample';

/** A year, or several that are looked at together. */
export interface Period {
  /** First and last year, inclusive. */
  readonly from: number;
  readonly to: number;
}

export interface ShiftPoint extends Period {
  /** Sources of the period, coded or not. */
  readonly sources: number;
  /** Those with a code of the family. */
  readonly sourcesCoded: number;
  /** Denominator of the shares, in the unit of the request. */
  readonly n: number;
  readonly values: readonly number[];
  /** value / n; null where nothing is coded: a gap, not a zero. */
  readonly shares: readonly number[] | null;
}

export interface ShiftSeries {
  readonly key: string;
  /** A point for each period from the first to the last that any country has, gaps among them. */
  readonly points: readonly ShiftPoint[];
  /** Sources that have no date. */
  readonly undated: number;
}

export interface Shift {
  readonly columns: readonly Code[];
  readonly series: readonly ShiftSeries[];
}

/** In: a date in any precision. Out: its year; undefined for none. */
export const yearOf = (date: PartialDate | ''): number | undefined =>
  date === '' ? undefined : Number(date.slice(0, 4));

/**
 * How the framing of each country moves over time.
 * In: the project, the request of a profile, and `window`, how many years each point looks at: with 1 each
 * year by itself, with 3 the year and the two before it. Out: a series for each country of the profile, its
 * points one year apart, all from the first to the last year that any of them has a source in.
 */
export function shiftOverTime(state: ProjectState, request: ProfileRequest, window = 1): Shift {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const countries = [...sourcesByCountry(state, request)];
  const years = countries.flatMap(([, sources]) => sources.flatMap(({ date }) => yearOf(date) ?? []));
  const first = Math.min(...years);
  const last = Math.max(...years);
  return {
    columns: columns.codes,
    series: countries.map(([key, sources]) => ({
      key,
      undated: sources.filter(({ date }) => date === '').length,
      points: Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, i) => {
        const to = first + i;
        const from = Math.max(first, to - window + 1);
        return pointOf(state, request, columns, sources, { from, to });
      }),
    })),
  };
}

function pointOf(
  state: ProjectState,
  request: ProfileRequest,
  columns: FamilyColumns,
  sources: readonly Source[],
  { from, to }: Period,
): ShiftPoint {
  const within = sources.filter(({ date }) => {
    const year = yearOf(date);
    return year !== undefined && year >= from && year <= to;
  });
  const amounts = amountsOf(state, within, columns, request);
  const [n = 0, ...values] = totalOf(amounts);
  return {
    from,
    to,
    sources: within.length,
    sourcesCoded: amounts.sources.length,
    n,
    values,
    shares: n > 0 ? values.map((value) => value / n) : null,
  };
}

/** What an event may have changed in one country. */
export interface BeforeAfter {
  readonly key: string;
  readonly before: { readonly sources: number; readonly n: number };
  readonly after: { readonly sources: number; readonly n: number };
  /** By column: the share after less the share before; null where either side has nothing coded. */
  readonly differences: readonly (Estimate | null)[];
  /** Sources whose date is too coarse to say on which side they are, and those without one. */
  readonly leftOut: number;
}

/**
 * A comparison of the sources before an event with those from its day on. That something changed then does
 * not say that the event changed it.
 * In: the project, the request, the date of the event in any precision, the bootstrap (sources are resampled
 * on each side, null for values alone). Out: a comparison per country; yields how far it is.
 */
export function* beforeAndAfter(
  state: ProjectState,
  request: ProfileRequest,
  event: PartialDate,
  bootstrap: Bootstrap | null,
): Generator<Progress, readonly BeforeAfter[]> {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const found: BeforeAfter[] = [];
  for (const [key, sources] of sourcesByCountry(state, request)) {
    const sides = { before: [] as Source[], after: [] as Source[] };
    let leftOut = 0;
    for (const source of sources) {
      const side = sideOf(source.date, event);
      if (side) sides[side].push(source);
      else leftOut++;
    }
    const before = amountsOf(state, sides.before, columns, request);
    const after = amountsOf(state, sides.after, columns, request);
    const differences = yield* estimates(
      [before, after],
      ([earlier, later], into) => {
        const [m, n] = [earlier?.[0] ?? 0, later?.[0] ?? 0];
        if (m === 0 || n === 0) return;
        for (let i = 0; i < columns.codes.length; i++)
          into[i] = (later?.[i + 1] ?? 0) / n - (earlier?.[i + 1] ?? 0) / m;
      },
      columns.codes.length,
      bootstrap,
    );
    found.push({
      key,
      before: { sources: before.sources.length, n: totalOf(before)[0] ?? 0 },
      after: { sources: after.sources.length, n: totalOf(after)[0] ?? 0 },
      differences,
      leftOut,
    });
  }
  return found;
}

/** A date is before an event when all that it may mean is; a coarser date that may be either is neither. */
function sideOf(date: PartialDate | '', event: PartialDate): 'before' | 'after' | undefined {
  if (date === '') return undefined;
  const length = Math.min(date.length, event.length);
  const [own, other] = [date.slice(0, length), event.slice(0, length)];
  if (own !== other) return own < other ? 'before' : 'after';
  return date.length >= event.length ? 'after' : undefined;
}
