import { measured, undefinedBecause, type Outcome } from '../outcome';
import type { Coincidences } from './coincidences';

/**
 * The unitizing α of Krippendorff, Mathet, Bouvry and Widlöcher (2016, Quality & Quantity 50: 2347–2364;
 * Krippendorff 2019, Content Analysis, 4th ed., ch. 12.4). With φ the gap, expected coincidences are
 * ε_ck = ℓ..(ℓ_c. ℓ_.k − [c = k] s_c)/(ℓ..² − Σ s). Several documents count as one continuum.
 */

/**
 * u-α: 1 − (ℓ.. − Σ ℓ_cc)/(ℓ.. − Σ ε_cc), over codes and the gap.
 * In: summed coincidences. Out: up to 1, with `observed` and `expected` disagreement and `length` ℓ.. in
 * positions × coders. Undefined: `no-variation` where everything is one code or everything a gap.
 */
export function uAlpha({ lengths, selfPairs }: Coincidences): Outcome {
  const size = selfPairs.length;
  return fromSums(sumsOf(lengths, size, size), sum(selfPairs), 'no-variation');
}

/**
 * |u-α, the binary collapse: where was coded, whatever the code; 1 − (ℓ_φ. − ℓ_φφ)/(ε_φ. − ε_φφ).
 * In and out as `uAlpha`.
 */
export function barUAlpha({ lengths, selfPairs }: Coincidences): Outcome {
  const size = selfPairs.length;
  const gap = size - 1;
  let total = 0;
  let gapTotal = 0;
  lengths.forEach((length, i) => {
    total += length;
    if (Math.floor(i / size) === gap) gapTotal += length;
  });
  const bothGap = lengths[gap * size + gap] ?? 0;
  const coded = total - gapTotal;
  const agreeing = bothGap + (total - 2 * gapTotal + bothGap);
  return fromSums({ total, agreeing, squares: gapTotal ** 2 + coded ** 2 }, sum(selfPairs), 'no-variation');
}

/**
 * cu-α: which code, within the stretches that both of a pair coded; `uAlpha` without φ and with s*.
 * In: summed coincidences. Out: up to 1, with `coverage` ℓ*../ℓ.. (0…1), the share of all that it speaks of.
 * Undefined: `no-jointly-coded-stretch`, or `only-one-category` where all of these are one code.
 */
export function cuAlpha({ lengths, selfPairs, jointSelfPairs }: Coincidences): Outcome {
  const sums = sumsOf(lengths, selfPairs.length, jointSelfPairs.length);
  if (sums.total === 0) return undefinedBecause('no-jointly-coded-stretch');
  const outcome = fromSums(sums, sum(jointSelfPairs), 'only-one-category');
  if (!outcome.ok) return outcome;
  return measured(outcome.value.value, { ...outcome.value.details, coverage: sums.total / sum(lengths) });
}

/**
 * The coverage of cu-α: jointly coded coincidences by all, ℓ*../ℓ...
 * In: summed coincidences. Out: 0…1; undefined (`no-units`) for a text without length.
 */
export function cuAlphaCoverage({ lengths, jointSelfPairs, selfPairs }: Coincidences): Outcome {
  const whole = sum(lengths);
  if (whole === 0) return undefinedBecause('no-units');
  const joint = sumsOf(lengths, selfPairs.length, jointSelfPairs.length).total;
  return measured(joint / whole, { joint, length: whole });
}

/**
 * (k)cu-α: one code k within the jointly coded stretches,
 * 1 − (ε*_.k/ℓ*_.k)(ℓ*_.k − ℓ*_kk)/(ε*_.k − ε*_kk).
 * In: summed coincidences and the index of the code. Out: up to 1, with `coverage` ℓ*_.k/ℓ_.k.
 * Undefined: `no-jointly-coded-stretch`; `no-variation` where k never meets another coder's code, or no other code does.
 */
export function kuAlpha({ lengths, selfPairs, jointSelfPairs }: Coincidences, k: number): Outcome {
  const size = selfPairs.length;
  const { total } = sumsOf(lengths, size, jointSelfPairs.length);
  if (total === 0) return undefinedBecause('no-jointly-coded-stretch');
  let joint = 0;
  for (let c = 0; c < jointSelfPairs.length; c++) joint += lengths[k * size + c] ?? 0;
  if (joint === 0 || joint === total) return undefinedBecause('no-variation');
  const coverage = joint / (joint + (lengths[k * size + size - 1] ?? 0));
  const own = lengths[k * size + k] ?? 0;
  const scale = total / (total ** 2 - sum(jointSelfPairs));
  const expected = scale * (total * joint - (jointSelfPairs[k] ?? 0));
  const expectedApart = scale * joint * (total - joint);
  return measured(1 - ((expected / joint) * (joint - own)) / expectedApart, { coverage, length: joint });
}

interface Sums {
  /** ℓ.. */
  readonly total: number;
  /** Σ ℓ_cc */
  readonly agreeing: number;
  /** Σ ℓ_c.² */
  readonly squares: number;
}

/** Sums of the first `count` values of a matrix of `size`². */
function sumsOf(lengths: Float64Array, size: number, count: number): Sums {
  let total = 0;
  let agreeing = 0;
  let squares = 0;
  for (let c = 0; c < count; c++) {
    let marginal = 0;
    for (let k = 0; k < count; k++) marginal += lengths[c * size + k] ?? 0;
    total += marginal;
    agreeing += lengths[c * size + c] ?? 0;
    squares += marginal * marginal;
  }
  return { total, agreeing, squares };
}

/** ℓ.. − Σ ε_cc is ℓ..(ℓ..² − Σ ℓ_c.²)/(ℓ..² − Σ s): nothing cancels but where nothing varies. */
function fromSums(
  { total, agreeing, squares }: Sums,
  selfPairs: number,
  without: 'no-variation' | 'only-one-category',
): Outcome {
  const varied = total ** 2 - squares;
  if (varied <= 1e-12 * total ** 2) return undefinedBecause(without);
  const observed = total - agreeing;
  const expected = (total * varied) / (total ** 2 - selfPairs);
  return measured(1 - observed / expected, {
    observed: observed / total,
    expected: expected / total,
    length: total,
  });
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
