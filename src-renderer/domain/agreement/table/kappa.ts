import { aboveChance, measured, undefinedBecause, type Outcome } from '../outcome';
import { contingency, countTable, obstacle, pairsOf, type Contingency } from './counts';
import { MISSING, type ReliabilityTable } from './table';

/**
 * Cohen's κ (1960, Educational and Psychological Measurement 20, p. 40): chance is Σ_k p_Ak p_Bk, each coder with the own shares.
 * In: a table of two coders; units with both values count. Out: up to 1, with what is to be read beside it
 * for two categories (Byrt, Bishop and Carlin 1993): `prevalence` = |both yes − both no|/n,
 * `bias` = |only A − only B|/n and `pabak` = 2Po − 1. Undefined: `more-than-two-coders`, `no-variation`.
 */
export function cohenKappa(table: ReliabilityTable): Outcome {
  const counts = ofTwo(table);
  if (typeof counts === 'string') return undefinedBecause(counts);
  const outcome = ofContingency(counts);
  if (!outcome.ok || table.categories.length !== 2) return outcome;
  const { joint, total, agreeing } = counts;
  const [no = 0, onlyB = 0, onlyA = 0, yes = 0] = joint;
  return measured(outcome.value.value, {
    ...outcome.value.details,
    prevalence: Math.abs(yes - no) / total,
    bias: Math.abs(onlyA - onlyB) / total,
    pabak: (2 * agreeing) / total - 1,
  });
}

/**
 * The largest κ that both coders' shares allow: κ with Po = Σ_k min(p_Ak, p_Bk) (Cohen 1960, p. 42).
 * In: a table of two coders. Out: 0…1; undefined like `cohenKappa`.
 */
export function cohenKappaMax(table: ReliabilityTable): Outcome {
  const counts = ofTwo(table);
  if (typeof counts === 'string') return undefinedBecause(counts);
  const { first, second, total } = counts;
  let most = 0;
  first.forEach((count, k) => (most += Math.min(count, second[k] ?? 0)));
  return aboveChance(most / total, expected(counts));
}

/**
 * Light's κ (1971, Psychological Bulletin 76: 365–377): the mean of the κ of all pairs of coders.
 * In: a table. Out: up to 1 with the number of `pairs`; undefined where any pair is: `no-pairable-units` before
 * `no-variation`.
 */
export function lightKappa(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  const pairs = pairsOf(table.coders).map(([a, b]) => contingency(table, a, b));
  if (pairs.some(({ total }) => total === 0)) return undefinedBecause('no-pairable-units');
  let sum = 0;
  for (const pair of pairs) {
    const outcome = ofContingency(pair);
    if (!outcome.ok) return outcome;
    sum += outcome.value.value;
  }
  return measured(sum / pairs.length, { pairs: pairs.length });
}

/**
 * Conger's κ (1980, Psychological Bulletin 88: 322–328; for missing values Gwet 2014, ch. 2): percent agreement against the mean over
 * pairs of coders of Σ_k p_ak p_bk, each coder's shares taken over all the own values.
 * In: a table. Out: up to 1; undefined (`no-variation`).
 */
export function congerKappa(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  return aboveChance(countTable(table).agreement, congerChance(coderShares(table)));
}

/** In: shares per coder and category (NaN for a coder without values). Out: Conger's chance agreement, 0…1. */
export function congerChance(shares: readonly Float64Array[]): number {
  const pairs = pairsOf(shares.length);
  let sum = 0;
  for (const [a, b] of pairs) shares[a]?.forEach((share, k) => (sum += share * (shares[b]?.[k] ?? 0)));
  return sum / pairs.length;
}

/** In: a table. Out: per coder with a value, the share of each category among the own values. */
export function coderShares(table: ReliabilityTable): Float64Array[] {
  const { coders, cells, weights } = table;
  const shares: Float64Array[] = [];
  for (let coder = 0; coder < coders; coder++) {
    const counts = new Float64Array(table.categories.length);
    let total = 0;
    for (let row = 0; row < weights.length; row++) {
      const category = cells[row * coders + coder] ?? MISSING;
      if (category === MISSING) continue;
      counts[category] = (counts[category] ?? 0) + (weights[row] ?? 0);
      total += weights[row] ?? 0;
    }
    // A coder without any value tells nothing of what chance would bring.
    if (total > 0) shares.push(counts.map((count) => count / total));
  }
  return shares;
}

function ofTwo(
  table: ReliabilityTable,
): Contingency | 'more-than-two-coders' | NonNullable<ReturnType<typeof obstacle>> {
  if (table.coders > 2) return 'more-than-two-coders';
  return obstacle(table) ?? contingency(table, 0, 1);
}

const ofContingency = (counts: Contingency): Outcome =>
  aboveChance(counts.agreeing / counts.total, expected(counts));

function expected({ first, second, total }: Contingency): number {
  let chance = 0;
  first.forEach((count, k) => (chance += (count / total) * ((second[k] ?? 0) / total)));
  return chance;
}
