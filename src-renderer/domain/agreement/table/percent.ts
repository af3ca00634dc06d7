import { measured, undefinedBecause, type Outcome } from '../outcome';
import { countTable, forEachUnit, obstacle, pairsOf } from './counts';
import { MISSING, type ReliabilityTable } from './table';

/**
 * Percent agreement of any number of coders: the mean over units with two values or more of the share of
 * pairs that agree, Σ_k r_ik(r_ik − 1)/[r_i(r_i − 1)] (Fleiss 1971, Psychological Bulletin 76, p. 379; with missing values Gwet 2014, ch. 2).
 * In: a table. Out: 0…1. Chance is not taken off: it is never to stand alone.
 */
export function percentAgreement(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  const { agreement, pairable } = countTable(table);
  return measured(agreement, { units: pairable });
}

/**
 * Percent agreement in which a unit counts as often as it has values: 1 − D_o of α
 * (Krippendorff 2004, Content Analysis, 2nd ed., p. 224 f.). In: a table. Out: 0…1.
 */
export function percentAgreementPooled(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  let values = 0;
  let agreeing = 0;
  forEachUnit(table, ({ counts, used, total, weight }) => {
    if (total < 2) return;
    values += weight * total;
    for (const k of used) {
      agreeing += (weight * (counts[k] ?? 0) * ((counts[k] ?? 0) - 1)) / (total - 1);
    }
  });
  return measured(agreeing / values, { values });
}

/**
 * The share of units with a value of every coder on which all agree (`irr::agree`).
 * In: a table. Out: 0…1; undefined (`no-pairable-units`) where no unit has a value of each.
 */
export function percentUnanimous(table: ReliabilityTable): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  let complete = 0;
  let unanimous = 0;
  forEachUnit(table, ({ used, total, weight }) => {
    if (total < table.coders) return;
    complete += weight;
    if (used.length === 1) unanimous += weight;
  });
  if (complete === 0) return undefinedBecause('no-pairable-units');
  return measured(unanimous / complete, { units: complete });
}

/**
 * Holsti's coefficient of reliability (Holsti 1969, p. 140): 2M/(N1 + N2), averaged over the pairs of
 * coders; M counts the units on which both agree, N the values each of them gave.
 * In: a table. Out: 0…1; undefined without units, or where no pair gave a value.
 */
export function holsti(table: ReliabilityTable): Outcome {
  if (table.coders < 2) return undefinedBecause('fewer-than-two-coders');
  const { coders, cells, weights } = table;
  const given = new Float64Array(coders);
  for (let row = 0; row < weights.length; row++) {
    for (let coder = 0; coder < coders; coder++) {
      if (cells[row * coders + coder] === MISSING) continue;
      given[coder] = (given[coder] ?? 0) + (weights[row] ?? 0);
    }
  }
  let sum = 0;
  let pairs = 0;
  for (const [a, b] of pairsOf(coders)) {
    const values = (given[a] ?? 0) + (given[b] ?? 0);
    if (values === 0) continue;
    let agreeing = 0;
    for (let row = 0; row < weights.length; row++) {
      const cell = cells[row * coders + a];
      if (cell !== MISSING && cell === cells[row * coders + b]) agreeing += weights[row] ?? 0;
    }
    sum += (2 * agreeing) / values;
    pairs++;
  }
  return pairs === 0 ? undefinedBecause('no-units') : measured(sum / pairs, { pairs });
}
