import { measured, undefinedBecause, type Outcome, type UndefinedReason } from '../outcome';
import { onceFor } from '../remember';
import {
  numericDistance,
  setDistances,
  type CategoryDistance,
  type Level,
  type SetDistanceName,
} from './distance';
import { forEachUnit, obstacle } from './counts';
import type { ReliabilityTable } from './table';

/** How categories differ: a set distance or a level by name, or a δ² of category indices. */
export type AlphaDistance = SetDistanceName | Level | CategoryDistance;

/**
 * Krippendorff's α (2004, ch. 11, p. 222 ff.; set-valued data as in Passonneau 2006):
 * α = 1 − (n − 1) Σ o_ck δ / Σ n_c n_k δ, o_ck = Σ_u (ordered pairs of values c, k)/(m_u − 1).
 * In: a table and the distance of its categories; units with fewer than two values drop out.
 * Out: up to 1 with `observed` (D_o), `expected` (D_e) and the `values` n. Undefined: `no-variation` where
 * all values are alike, `values-not-numeric` for a level of numbers.
 */
export function krippendorffAlpha(table: ReliabilityTable, distance: AlphaDistance = 'nominal'): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  const q = table.categories.length;
  const totals = pairableTotals(table);
  const delta = deltas(table, distance, totals);
  if (typeof delta === 'string') return undefinedBecause(delta);

  let observed = 0;
  forEachUnit(table, ({ counts, used, total, weight }) => {
    if (total < 2 || used.length < 2) return;
    let apart = 0;
    for (const c of used) {
      for (const k of used) apart += (counts[c] ?? 0) * (counts[k] ?? 0) * (delta[c * q + k] ?? 0);
    }
    observed += (weight * apart) / (total - 1);
  });
  let expected = 0;
  for (let c = 0; c < q; c++) {
    const count = totals[c] ?? 0;
    if (count === 0) continue;
    for (let k = 0; k < q; k++) expected += count * (totals[k] ?? 0) * (delta[c * q + k] ?? 0);
  }
  const values = totals.reduce((sum, count) => sum + count, 0);
  if (expected === 0) return undefinedBecause('no-variation');
  return measured(1 - ((values - 1) * observed) / expected, {
    observed: observed / values,
    expected: expected / (values * (values - 1)),
    values,
  });
}

/** n_k of α. In: a table. Out: per category, how many values it has in units with two values or more. */
export function pairableTotals(table: ReliabilityTable): Float64Array {
  const totals = new Float64Array(table.categories.length);
  forEachUnit(table, ({ counts, used, total, weight }) => {
    if (total < 2) return;
    for (const k of used) totals[k] = (totals[k] ?? 0) + weight * (counts[k] ?? 0);
  });
  return totals;
}

/** q × q distances; those of sets by name are the same for every weighing of a table's documents. */
function deltas(
  table: ReliabilityTable,
  distance: AlphaDistance,
  totals: Float64Array,
): Float64Array | UndefinedReason {
  const { categories } = table;
  const q = categories.length;
  const make = (between: CategoryDistance) => {
    const delta = new Float64Array(q * q);
    for (let c = 0; c < q; c++) {
      for (let k = c + 1; k < q; k++) delta[c * q + k] = delta[k * q + c] = between(c, k);
    }
    return delta;
  };
  const chosen = chooseDistance(table, distance, totals);
  if (typeof chosen === 'string') return chosen;
  const isOfSets = typeof distance === 'string' && distance in setDistances;
  return isOfSets ? onceFor(categories, `distances ${distance}`, () => make(chosen)) : make(chosen);
}

function chooseDistance(table: ReliabilityTable, distance: AlphaDistance, totals: Float64Array) {
  if (typeof distance === 'function') return distance;
  if (distance === 'ordinal' || distance === 'interval' || distance === 'ratio') {
    return numericDistance(distance, table.categories, totals);
  }
  const between = setDistances[distance];
  return (c: number, k: number) => between(table.categories[c] ?? [], table.categories[k] ?? []);
}
