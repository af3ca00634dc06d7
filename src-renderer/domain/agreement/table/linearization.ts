import { measured, undefinedBecause, type Outcome } from '../outcome';
import { pairableTotals } from './alpha';
import { contingency, countTable, forEachUnit, obstacle, unitAgreement, type UnitTally } from './counts';
import { coderShares, congerChance } from './kappa';
import { MISSING, type ReliabilityTable } from './table';

/** The coefficients of which Gwet gives a standard error. */
export type Linearized =
  'percentAgreement' | 'brennanPrediger' | 'gwetAC1' | 'fleissKappa' | 'congerKappa' | 'krippendorffAlpha';

/** Chance agreement as a whole, and what each unit adds to it. */
interface Chance {
  readonly whole: number;
  readonly of: (unit: UnitTally) => number;
}

/**
 * Standard error by linearisation, conditional on the coders, of an infinite population of units
 * (Gwet 2008 and 2014, ch. 5 and 6; the computations are those of irrCAC 1.4).
 * In: a table and which coefficient. Out: the standard error ≥ 0, with `units` n; its interval is
 * value ± t(n − 1)·error, capped at 1. Undefined like the coefficient, or `too-few-units` for n < 2.
 */
export function standardError(table: ReliabilityTable, of: Linearized): Outcome {
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  return of === 'krippendorffAlpha' ? alphaError(table) : kappaError(table, of);
}

function kappaError(table: ReliabilityTable, of: Exclude<Linearized, 'krippendorffAlpha'>): Outcome {
  const { rated, pairable, agreement, shares } = countTable(table);
  const q = table.categories.length;
  if (rated < 2) return undefinedBecause('too-few-units');
  if (q < 2 && (of === 'brennanPrediger' || of === 'gwetAC1')) return undefinedBecause('only-one-category');
  const chance = {
    percentAgreement: () => constant(0),
    brennanPrediger: () => constant(1 / q),
    gwetAC1: () => byShares(shares, (share) => (1 - share) / (q - 1)),
    fleissKappa: () => byShares(shares, (share) => share),
    congerKappa: () => conger(table, rated),
  }[of]();
  const scale = 1 - chance.whole;
  if (scale < 1e-12) return undefinedBecause('no-variation');
  const value = (agreement - chance.whole) / scale;

  let squares = 0;
  forEachUnit(table, (unit) => {
    const own = unit.total < 2 ? 0 : unitAgreement(unit.counts, unit.used, unit.total) - chance.whole;
    const linear =
      ((rated / pairable) * own) / scale - (2 * (1 - value) * (chance.of(unit) - chance.whole)) / scale;
    squares += unit.weight * (linear - value) ** 2;
  });
  return measured(Math.sqrt(squares / (rated * (rated - 1))), { units: rated });
}

const constant = (whole: number): Chance => ({ whole, of: () => whole });

/** Chance that is Σ_k p_k·term(p_k): a unit adds the mean term of its values. */
function byShares(shares: Float64Array, term: (share: number) => number): Chance {
  return {
    whole: shares.reduce((sum, share) => sum + share * term(share), 0),
    of: ({ counts, used, total }) =>
      used.reduce((sum, k) => sum + (counts[k] ?? 0) * term(shares[k] ?? 0), 0) / total,
  };
}

/** Conger's chance; a unit adds what its values do to each coder's shares, missing values considered. */
function conger(table: ReliabilityTable, units: number): Chance {
  const { coders, cells, weights } = table;
  const shares = coderShares(table);
  const sums = new Float64Array(table.categories.length);
  for (const own of shares) own.forEach((share, k) => (sums[k] = (sums[k] ?? 0) + share));
  const given = new Float64Array(coders);
  cells.forEach((cell, i) => {
    const coder = i % coders;
    if (cell !== MISSING) given[coder] = (given[coder] ?? 0) + (weights[Math.floor(i / coders)] ?? 0);
  });
  const rated = Array.from(given.keys()).filter((coder) => (given[coder] ?? 0) > 0);
  const whole = congerChance(shares);
  const of = ({ row }: UnitTally) => {
    let sum = 0;
    rated.forEach((coder, position) => {
      const own = shares[position] ?? sums;
      const count = given[coder] ?? 0;
      const cell = cells[row * coders + coder] ?? MISSING;
      const gave = cell === MISSING ? 0 : 1;
      own.forEach((share, k) => {
        const change = (cell === k ? 1 : 0) - (gave - count / units) * share;
        sum += (units / count) * change * ((sums[k] ?? 0) - share);
      });
    });
    return sum / (rated.length * (rated.length - 1));
  };
  return { whole, of };
}

/** α's own linearisation: it drops units with one value and weighs the others by their values. */
function alphaError(table: ReliabilityTable): Outcome {
  const totals = pairableTotals(table);
  const values = totals.reduce((sum, count) => sum + count, 0);
  let units = 0;
  let agreeing = 0;
  const agreeingPairs = ({ counts, used, total }: UnitTally, mean: number) =>
    (unitAgreement(counts, used, total) * total) / mean;
  forEachUnit(table, (unit) => {
    if (unit.total >= 2) units += unit.weight;
  });
  if (units < 2) return undefinedBecause('too-few-units');
  const mean = values / units;
  forEachUnit(table, (unit) => {
    if (unit.total >= 2) agreeing += unit.weight * agreeingPairs(unit, mean);
  });
  const observed = agreeing / units;
  const shares = totals.map((count) => count / values);
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  const scale = 1 - expected;
  if (scale < 1e-12) return undefinedBecause('no-variation');
  const value = (observed - expected) / scale;

  let squares = 0;
  forEachUnit(table, (unit) => {
    if (unit.total < 2) return;
    const excess = (unit.total - mean) / mean;
    const own = agreeingPairs(unit, mean) - observed * excess;
    const chance =
      unit.used.reduce((sum, k) => sum + (unit.counts[k] ?? 0) * (shares[k] ?? 0), 0) / mean -
      expected * excess;
    const linear = (own - expected) / scale - (2 * (1 - value) * (chance - expected)) / scale;
    squares += unit.weight * (linear - value) ** 2;
  });
  return measured(Math.sqrt(squares / (units * (units - 1))), { units });
}

/**
 * Standard error of Cohen's κ when it is not 0 (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72: 323–327).
 * In: a table of two coders. Out: the standard error ≥ 0, for a normal interval; undefined like `cohenKappa`.
 */
export function cohenKappaError(table: ReliabilityTable): Outcome {
  if (table.coders > 2) return undefinedBecause('more-than-two-coders');
  const reason = obstacle(table);
  if (reason) return undefinedBecause(reason);
  const q = table.categories.length;
  const { joint, first, second, total, agreeing } = contingency(table, 0, 1);
  const share = (counts: Float64Array, k: number) => (counts[k] ?? 0) / total;
  const observed = agreeing / total;
  const expected = first.reduce((sum, _, k) => sum + share(first, k) * share(second, k), 0);
  if (1 - expected < 1e-12) return undefinedBecause('no-variation');
  const kappa = (observed - expected) / (1 - expected);
  let diagonal = 0;
  let rest = 0;
  for (let c = 0; c < q; c++) {
    for (let k = 0; k < q; k++) {
      const cell = (joint[c * q + k] ?? 0) / total;
      if (c === k) diagonal += cell * (1 - (share(first, c) + share(second, c)) * (1 - kappa)) ** 2;
      else rest += cell * (share(second, c) + share(first, k)) ** 2;
    }
  }
  const variance =
    (diagonal + (1 - kappa) ** 2 * rest - (kappa - expected * (1 - kappa)) ** 2) /
    (total * (1 - expected) ** 2);
  return measured(Math.sqrt(Math.max(0, variance)), { units: total });
}
