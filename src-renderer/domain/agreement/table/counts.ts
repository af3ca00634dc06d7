import type { UndefinedReason } from '../outcome';
import { MISSING, type ReliabilityTable } from './table';

/** One unit while it is visited; `counts` and `used` are reused for the next. */
export interface UnitTally {
  /** r_ik: how many coders gave it category k. */
  readonly counts: Float64Array;
  /** The categories it was given, each once. */
  readonly used: readonly number[];
  /** r_i: how many coders gave it a value. */
  readonly total: number;
  /** How often the unit occurs. */
  readonly weight: number;
  readonly row: number;
}

/** Visits the units that any coder gave a value, with their tallies. In: a table and what to do with each. */
export function forEachUnit(table: ReliabilityTable, visit: (unit: UnitTally) => void): void {
  const { coders, cells, weights } = table;
  const counts = new Float64Array(table.categories.length);
  const used: number[] = [];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    let total = 0;
    for (let i = row * coders; i < (row + 1) * coders; i++) {
      const category = cells[i] ?? MISSING;
      if (category === MISSING) continue;
      if (counts[category] === 0) used.push(category);
      counts[category] = (counts[category] ?? 0) + 1;
      total++;
    }
    if (total > 0) visit({ counts, used, total, weight, row });
    for (const category of used) counts[category] = 0;
    used.length = 0;
  }
}

/** What most coefficients of a table are made of. */
export interface Counts {
  /** n: weight of the units with a value. */
  readonly rated: number;
  /** n′: weight of the units with two values or more. */
  readonly pairable: number;
  /** Po = Σ_i Σ_k r_ik(r_ik − 1)/[r_i(r_i − 1)] / n′, a share of 1. */
  readonly agreement: number;
  /** p_k = Σ_i (r_ik/r_i)/n per category, shares of 1. */
  readonly shares: Float64Array;
}

/**
 * Why no coefficient can be had from a table at all, or null.
 * In: a table. Out: too few coders before no units before no unit with two values.
 */
export function obstacle(table: ReliabilityTable): UndefinedReason | null {
  if (table.coders < 2) return 'fewer-than-two-coders';
  if (table.weights.every((weight) => weight === 0)) return 'no-units';
  const { coders, cells, weights } = table;
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0) continue;
    let values = 0;
    for (let i = row * coders; i < (row + 1) * coders; i++) if (cells[i] !== MISSING) values++;
    if (values >= 2) return null;
  }
  return 'no-pairable-units';
}

/** In: a table with an `obstacle` of null. Out: its counts. */
export function countTable(table: ReliabilityTable): Counts {
  const shares = new Float64Array(table.categories.length);
  let rated = 0;
  let pairable = 0;
  let agreement = 0;
  forEachUnit(table, ({ counts, used, total, weight }) => {
    rated += weight;
    for (const k of used) shares[k] = (shares[k] ?? 0) + (weight * (counts[k] ?? 0)) / total;
    if (total < 2) return;
    pairable += weight;
    agreement += weight * unitAgreement(counts, used, total);
  });
  return { rated, pairable, agreement: agreement / pairable, shares: shares.map((share) => share / rated) };
}

/** The share of a unit's pairs of values that agree. In: its tally with total ≥ 2. Out: 0…1. */
export function unitAgreement(counts: Float64Array, used: readonly number[], total: number): number {
  let agreeing = 0;
  for (const k of used) agreeing += (counts[k] ?? 0) * ((counts[k] ?? 0) - 1);
  return agreeing / (total * (total - 1));
}

/** Both coders' values of the units that both gave one. */
export interface Contingency {
  /** q × q weights, row-wise: the first coder's category by the second's. */
  readonly joint: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly total: number;
  /** Weight on the diagonal. */
  readonly agreeing: number;
}

/** In: a table and two of its columns. Out: their contingency table. */
export function contingency(table: ReliabilityTable, a: number, b: number): Contingency {
  const { coders, cells, weights } = table;
  const q = table.categories.length;
  const joint = new Float64Array(q * q);
  const first = new Float64Array(q);
  const second = new Float64Array(q);
  let total = 0;
  let agreeing = 0;
  for (let row = 0; row < weights.length; row++) {
    const c = cells[row * coders + a] ?? MISSING;
    const k = cells[row * coders + b] ?? MISSING;
    if (c === MISSING || k === MISSING) continue;
    const weight = weights[row] ?? 0;
    joint[c * q + k] = (joint[c * q + k] ?? 0) + weight;
    first[c] = (first[c] ?? 0) + weight;
    second[k] = (second[k] ?? 0) + weight;
    total += weight;
    if (c === k) agreeing += weight;
  }
  return { joint, first, second, total, agreeing };
}

/** In: a number of coders. Out: every pair of them once, [0, 1], [0, 2], … */
export function pairsOf(coders: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0; a < coders; a++) for (let b = a + 1; b < coders; b++) pairs.push([a, b]);
  return pairs;
}
