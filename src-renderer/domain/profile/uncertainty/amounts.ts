import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import type { FamilyColumns } from '../columns';
import type { ProfileRequest } from '../request';
import { tally } from '../tally';

/**
 * What each source of a group holds, in one unit: `width` numbers a source, the family as a whole first, then
 * a number for each column. Every figure of a profile is a function of their sum, so that sources can be
 * counted twice, or not at all, without looking at segments again.
 */
export interface SourceAmounts {
  readonly sources: readonly Source[];
  readonly width: number;
  readonly values: Float64Array;
}

/**
 * In: the project, sources, columns, and the request (its unit and filters on segments). Out: the amounts of
 * those sources that have any code of the columns; the others hold nothing to be uncertain about.
 */
export function amountsOf(
  state: ProjectState,
  sources: readonly Source[],
  columns: FamilyColumns,
  { unit, filters }: Pick<ProfileRequest, 'unit' | 'filters'>,
): SourceAmounts {
  const width = columns.codes.length + 1;
  const coded: Source[] = [];
  const values: number[] = [];
  for (const source of sources) {
    const { base, columns: counts } = tally(state, [source], columns, filters);
    if (base[unit] === 0) continue;
    coded.push(source);
    values.push(base[unit], ...counts.map((count) => count[unit]));
  }
  return { sources: coded, width, values: Float64Array.from(values) };
}

/** In: amounts. Out: their sum, `width` numbers. */
export function totalOf({ width, values }: SourceAmounts): Float64Array {
  const total = new Float64Array(width);
  values.forEach((value, i) => {
    total[i % width] = (total[i % width] ?? 0) + value;
  });
  return total;
}

/** In: amounts and one of their sources by its place. Out: the sum without it. */
export function totalWithout(amounts: SourceAmounts, source: number): Float64Array {
  const total = totalOf(amounts);
  for (let i = 0; i < amounts.width; i++) {
    total[i] = (total[i] ?? 0) - (amounts.values[source * amounts.width + i] ?? 0);
  }
  return total;
}
