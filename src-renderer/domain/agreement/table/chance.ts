import { aboveChance, undefinedBecause, type Outcome } from '../outcome';
import { contingency, countTable, obstacle, type Counts } from './counts';
import type { ReliabilityTable } from './table';

const sumOf = (values: Float64Array, term: (value: number) => number): number =>
  values.reduce((sum, value) => sum + term(value), 0);

/**
 * Brennan and Prediger's κ_n (1981, p. 693): chance is 1/q, q the number of categories; for any number of
 * coders it is Randolph's free-marginal multirater κ (2005).
 * In: a table; q counts its categories, the declared ones included. Out: −1/(q − 1)…1; undefined
 * (`only-one-category`) for q < 2.
 */
export function brennanPrediger(table: ReliabilityTable): Outcome {
  return fromCounts(table, 2, () => 1 / table.categories.length);
}

/**
 * Bennett, Alpert and Goldstein's S (1954, p. 307): `brennanPrediger` of two coders.
 * In: a table of two coders. Out: −1/(q − 1)…1; undefined (`more-than-two-coders`) for others.
 */
export function bennettS(table: ReliabilityTable): Outcome {
  return table.coders > 2 ? undefinedBecause('more-than-two-coders') : brennanPrediger(table);
}

/**
 * Gwet's AC1 (2008, British Journal of Mathematical and Statistical Psychology 61: 29–48; any number of
 * coders and missing values: Gwet 2014, ch. 4): chance is
 * Σ_k p_k(1 − p_k)/(q − 1). In: a table. Out: up to 1; undefined (`only-one-category`) for q < 2.
 * Where a code is rare it stays near the percent agreement, whatever the code's own agreement.
 */
export function gwetAC1(table: ReliabilityTable): Outcome {
  return fromCounts(
    table,
    2,
    ({ shares }) => sumOf(shares, (share) => share * (1 - share)) / (table.categories.length - 1),
  );
}

/**
 * Fleiss' κ (1971, Psychological Bulletin 76, p. 379 f.), for missing values as in Gwet (2014, ch. 2): chance is Σ_k p_k², p_k the mean
 * over all units with a value of r_ik/r_i. In: a table. Out: up to 1; undefined (`no-variation`) where
 * only one category was used.
 */
export function fleissKappa(table: ReliabilityTable): Outcome {
  return fromCounts(table, 0, ({ shares }) => sumOf(shares, (share) => share * share));
}

function fromCounts(
  table: ReliabilityTable,
  leastCategories: number,
  chance: (counts: Counts) => number,
): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  if (table.categories.length < leastCategories) return undefinedBecause('only-one-category');
  const counts = countTable(table);
  return aboveChance(counts.agreement, chance(counts));
}

/**
 * Scott's π (1955, p. 323): chance is Σ_k p̄_k², p̄_k the mean of both coders' shares.
 * In: a table of two coders; units with both values count. Out: up to 1; undefined
 * (`more-than-two-coders`, `no-variation`).
 */
export function scottPi(table: ReliabilityTable): Outcome {
  if (table.coders > 2) return undefinedBecause('more-than-two-coders');
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  const { first, second, total, agreeing } = contingency(table, 0, 1);
  let chance = 0;
  first.forEach((count, k) => (chance += ((count + (second[k] ?? 0)) / (2 * total)) ** 2));
  return aboveChance(agreeing / total, chance);
}
