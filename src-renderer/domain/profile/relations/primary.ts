import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import type { FamilyColumns } from '../columns';
import type { ProfileFilters } from '../request';
import { tally } from '../tally';

/** What a source mainly says of a family: the place of a column, or why there is none. */
export type Primary = number | 'tie' | 'none';

/**
 * The primary code of a source: the column with the most characters under its segments. One per source,
 * beside presence, which may be many: sources classed by it are independent of each other, segments are not.
 * In: the project, the source, the columns, the filters on segments. Out: the place of the column; 'tie' where
 * several have equally many; 'none' where no segment carries a code of the columns.
 */
export function primaryOf(
  state: ProjectState,
  source: Source,
  columns: FamilyColumns,
  filters: ProfileFilters,
): Primary {
  const counts = tally(state, [source], columns, filters).columns.map(({ characters }) => characters);
  const most = Math.max(0, ...counts);
  if (most === 0) return 'none';
  const places = counts.flatMap((count, place) => (count === most ? [place] : []));
  return places.length === 1 ? (places[0] ?? 'none') : 'tie';
}

/** How sources are classed by their primary code. */
export interface PrimaryCounts {
  /** Sources by column. */
  readonly counts: readonly number[];
  readonly ties: number;
  readonly none: number;
  /** Sources that have a primary code: the denominator of shares. */
  readonly n: number;
}

/** In: the project, sources, the columns, the filters on segments. Out: how many have which primary code. */
export function primaryCounts(
  state: ProjectState,
  sources: readonly Source[],
  columns: FamilyColumns,
  filters: ProfileFilters,
): PrimaryCounts {
  const counts = columns.codes.map(() => 0);
  let ties = 0;
  let none = 0;
  for (const source of sources) {
    const primary = primaryOf(state, source, columns, filters);
    if (primary === 'tie') ties++;
    else if (primary === 'none') none++;
    else counts[primary] = (counts[primary] ?? 0) + 1;
  }
  return { counts, ties, none, n: counts.reduce((sum, count) => sum + count, 0) };
}
