import type { Progress } from '../../agreement/resampling/resample';
import type { ProjectState } from '../../model/project';
import { codingOf } from '../coding';
import { familyColumns } from '../columns';
import { sourceGroups, type GroupKey, type Grouping } from '../grouped-profile';
import { sourcesByCountry } from '../profile';
import { keepsSource, type ProfileRequest } from '../request';
import { amountsOf, type SourceAmounts } from './amounts';
import { estimates, type Bootstrap, type Estimate } from './resample';

export interface GroupIntervals {
  readonly group: GroupKey;
  /** Coded sources, which are what is resampled. */
  readonly sources: number;
  /** The share of each column; null where the group has no data. */
  readonly shares: readonly (Estimate | null)[];
}

/**
 * The shares of `groupedProfile` with intervals that resample sources within each group; those of the total
 * within each country.
 * In: the project, the request, what makes the groups, the bootstrap. Out: rows in the order of the grouped
 * profile, and the total; yields how far it is.
 */
export function* groupedIntervals(
  project: ProjectState,
  request: Omit<ProfileRequest, 'groupBy'>,
  by: readonly Grouping[],
  bootstrap: Bootstrap,
): Generator<Progress, { readonly rows: readonly GroupIntervals[]; readonly total: GroupIntervals }> {
  const { state, filters } = codingOf(project, request.filters);
  const columns = familyColumns(state, request.familyKey, request.codes);
  const asked = { unit: request.unit, filters };
  const kept = [...state.sources.values()].filter((source) => keepsSource(filters, source));
  const rows: GroupIntervals[] = [];
  for (const { group, sources, of } of sourceGroups(state, filters, kept, by)) {
    rows.push(yield* intervalsOf(group, [amountsOf(of, sources, columns, asked)], bootstrap));
  }
  const countries = [...sourcesByCountry(state, { filters }).values()].map((sources) =>
    amountsOf(state, sources, columns, asked),
  );
  return { rows, total: yield* intervalsOf({}, countries, bootstrap) };
}

function* intervalsOf(
  group: GroupKey,
  parts: readonly SourceAmounts[],
  bootstrap: Bootstrap,
): Generator<Progress, GroupIntervals> {
  const width = parts[0]?.width ?? 1;
  const sum = new Float64Array(width);
  const shares = yield* estimates(
    parts,
    (totals, into) => {
      sum.fill(0);
      for (const total of totals)
        total.forEach((value, i) => {
          sum[i] = (sum[i] ?? 0) + value;
        });
      const n = sum[0] ?? 0;
      if (n > 0) for (let i = 1; i < width; i++) into[i - 1] = (sum[i] ?? 0) / n;
    },
    width - 1,
    bootstrap,
  );
  return { group, sources: parts.reduce((count, { sources }) => count + sources.length, 0), shares };
}
