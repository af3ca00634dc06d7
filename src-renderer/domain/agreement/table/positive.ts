import { measured, undefinedBecause, type Outcome } from '../outcome';
import { contingency, obstacle, pairsOf } from './counts';
import { MISSING, type ReliabilityTable } from './table';

/**
 * Positive agreement, the F1 of one coder against the other pooled over pairs:
 * Σ_pairs 2·both/(n_i + n_j) (Cicchetti and Feinstein 1990; Hripcsak and Rothschild 2005).
 * In: a table of `oneAgainstRest` (category 1 is “with the code”); units that both of a pair looked at count.
 * Out: 0…1 with `both` and `positive` (n_i + n_j); undefined (`no-positive-values`) where nobody gave the code.
 */
export function positiveAgreement(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  let both = 0;
  let positive = 0;
  for (const [a, b] of pairsOf(table.coders)) {
    const { joint, first, second } = contingency(table, a, b);
    both += joint[3] ?? 0;
    positive += (first[1] ?? 0) + (second[1] ?? 0);
  }
  if (positive === 0) return undefinedBecause('no-positive-values');
  return measured((2 * both) / positive, { both, positive });
}

/**
 * The mean over units of Dice's 2|A∩B|/(|A| + |B|) (Dice 1945), averaged over pairs of coders. Two empty sets
 * share no code and count 0, as in DKPro Statistics.
 * In: a table of sets. Out: 0…1.
 */
export function setDiceAgreement(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  const { coders, cells, weights, categories } = table;
  let sum = 0;
  let total = 0;
  for (const [a, b] of pairsOf(coders)) {
    for (let row = 0; row < weights.length; row++) {
      const c = cells[row * coders + a] ?? MISSING;
      const k = cells[row * coders + b] ?? MISSING;
      if (c === MISSING || k === MISSING) continue;
      const [first = [], second = []] = [categories[c], categories[k]];
      const common = first.filter((code) => second.includes(code)).length;
      const size = first.length + second.length;
      sum += size === 0 ? 0 : ((weights[row] ?? 0) * 2 * common) / size;
      total += weights[row] ?? 0;
    }
  }
  return measured(sum / total, { units: total });
}
