import type { Progress } from '../../agreement/resampling/resample';
import type { ProjectState } from '../../model/project';
import { familyColumns } from '../columns';
import { sourcesByCountry } from '../profile';
import type { ProfileRequest } from '../request';
import { amountsOf } from './amounts';
import { estimates, type Bootstrap, type Estimate } from './resample';

/** Intervals of a row of a profile. */
export interface IntervalRow {
  readonly key: string;
  /** Coded sources, which are what is resampled. */
  readonly sources: number;
  /** Few sources say little whatever the interval says (`FEW_SOURCES`). */
  readonly isSmall: boolean;
  /** The share of each column; null where the row has no data. */
  readonly shares: readonly (Estimate | null)[];
}

export interface ProfileIntervals {
  readonly bootstrap: Bootstrap | null;
  /** In the order of the profile. */
  readonly rows: readonly IntervalRow[];
  readonly total: IntervalRow;
}

/** Below so many sources an interval from resampling them is too narrow to be relied on. */
export const FEW_SOURCES = 10;

/**
 * The shares of `framingProfile` with intervals that resample sources within each country.
 * In: the project, the request of the profile, the bootstrap (null: values alone). Out: rows in the order of
 * the profile, and all countries together; yields how far it is. A source without a code of the family
 * changes nothing.
 */
export function* profileIntervals(
  state: ProjectState,
  request: ProfileRequest,
  bootstrap: Bootstrap | null,
): Generator<Progress, ProfileIntervals> {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const count = columns.codes.length;
  const groups = [...sourcesByCountry(state, request)].map(([key, sources]) => ({
    key,
    amounts: amountsOf(state, sources, columns, request),
  }));
  const all = new Float64Array(count + 1);
  const fill = (total: Float64Array, into: Float64Array, from: number) => {
    const base = total[0] ?? 0;
    if (base > 0) for (let i = 0; i < count; i++) into[from + i] = (total[i + 1] ?? 0) / base;
  };
  const found = yield* estimates(
    groups.map(({ amounts }) => amounts),
    (totals, into) => {
      all.fill(0);
      totals.forEach((total, group) => {
        fill(total, into, group * count);
        total.forEach((value, i) => {
          all[i] = (all[i] ?? 0) + value;
        });
      });
      fill(all, into, totals.length * count);
    },
    (groups.length + 1) * count,
    bootstrap,
  );
  const row = (key: string, place: number, sources: number): IntervalRow => ({
    key,
    sources,
    isSmall: sources < FEW_SOURCES,
    shares: found
      .slice(place * count, (place + 1) * count)
      // A country with one source has nothing to resample, whatever the others have.
      .map((each) => each && (sources < 2 ? { ...each, interval: null } : each)),
  });
  return {
    bootstrap,
    rows: groups.map(({ key, amounts }, i) => row(key, i, amounts.sources.length)),
    total: row(
      '',
      groups.length,
      groups.reduce((sum, { amounts }) => sum + amounts.sources.length, 0),
    ),
  };
}
