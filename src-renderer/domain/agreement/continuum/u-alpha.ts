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
export function uAlpha({ marginals, own, selfPairs }: Coincidences): Outcome {
  return fromSums(sumsOf(marginals, own), sum(selfPairs), 'no-variation');
}

/**
 * |u-α, the binary collapse: where was coded, whatever the code; 1 − (ℓ_φ. − ℓ_φφ)/(ε_φ. − ε_φφ).
 * In and out as `uAlpha`.
 */
export function barUAlpha({ marginals, withGap, selfPairs }: Coincidences): Outcome {
  const total = sum(marginals);
  const gap = marginals.at(-1) ?? 0;
  const bothGap = withGap.at(-1) ?? 0;
  const agreeing = bothGap + (total - 2 * gap + bothGap);
  return fromSums(
    { total, agreeing, squares: gap ** 2 + (total - gap) ** 2 },
    sum(selfPairs),
    'no-variation',
  );
}

/**
 * cu-α: which code, within the stretches that both of a pair coded; `uAlpha` without φ and with s*.
 * In: summed coincidences. Out: up to 1, with `coverage` ℓ*../ℓ.. (0…1), the share of all that it speaks of.
 * Undefined: `no-jointly-coded-stretch`, `only-one-category` where all of these are one code, `too-few-units`
 * where none of them can be paired with another by chance.
 */
export function cuAlpha({ marginals, withGap, own, jointSelfPairs }: Coincidences): Outcome {
  const sums = sumsOf(jointMarginals(marginals, withGap), own.subarray(0, -1));
  if (sums.total === 0) return undefinedBecause('no-jointly-coded-stretch');
  const outcome = fromSums(sums, sum(jointSelfPairs), 'only-one-category');
  if (!outcome.ok) return outcome;
  return measured(outcome.value.value, { ...outcome.value.details, coverage: sums.total / sum(marginals) });
}

/**
 * The coverage of cu-α: jointly coded coincidences by all, ℓ*../ℓ...
 * In: summed coincidences. Out: 0…1; undefined (`no-units`) for a text without length.
 */
export function cuAlphaCoverage({ marginals, withGap }: Coincidences): Outcome {
  const whole = sum(marginals);
  if (whole === 0) return undefinedBecause('no-units');
  const joint = sum(jointMarginals(marginals, withGap));
  return measured(joint / whole, { joint, length: whole });
}

/**
 * (k)cu-α: one code k within the jointly coded stretches,
 * 1 − (ε*_.k/ℓ*_.k)(ℓ*_.k − ℓ*_kk)/(ε*_.k − ε*_kk).
 * In: summed coincidences and the index of the code. Out: up to 1, with `coverage` ℓ*_.k/ℓ_.k.
 * Undefined: `nothing-coded` where nobody gave k; `no-jointly-coded-stretch`; `no-variation` where k never meets another coder's code, or no other code does;
 * `too-few-units` as for cu-α.
 */
export function kuAlpha({ marginals, withGap, own, jointSelfPairs }: Coincidences, k: number): Outcome {
  if ((marginals[k] ?? 0) === 0) return undefinedBecause('nothing-coded');
  const all = jointMarginals(marginals, withGap);
  const total = sum(all);
  if (total === 0) return undefinedBecause('no-jointly-coded-stretch');
  const joint = all[k] ?? 0;
  if (joint === 0 || joint === total) return undefinedBecause('no-variation');
  const pairs = total ** 2 - sum(jointSelfPairs);
  if (pairs <= 1e-12 * total ** 2) return undefinedBecause('too-few-units');
  const scale = total / pairs;
  const expected = scale * (total * joint - (jointSelfPairs[k] ?? 0));
  const expectedApart = scale * joint * (total - joint);
  return measured(1 - ((expected / joint) * (joint - (own[k] ?? 0))) / expectedApart, {
    coverage: joint / (marginals[k] ?? 0),
    length: joint,
  });
}

/** ℓ*_c. per code: what one gave the code and another any code. */
const jointMarginals = (marginals: Float64Array, withGap: Float64Array): Float64Array =>
  marginals.subarray(0, -1).map((marginal, c) => marginal - (withGap[c] ?? 0));

interface Sums {
  /** ℓ.. */
  readonly total: number;
  /** Σ ℓ_cc */
  readonly agreeing: number;
  /** Σ ℓ_c.² */
  readonly squares: number;
}

const sumsOf = (marginals: Float64Array, own: Float64Array): Sums => ({
  total: sum(marginals),
  agreeing: sum(own),
  squares: marginals.reduce((squares, marginal) => squares + marginal * marginal, 0),
});

/** ℓ.. − Σ ε_cc is ℓ..(ℓ..² − Σ ℓ_c.²)/(ℓ..² − Σ s): nothing cancels but where nothing varies. */
function fromSums(
  { total, agreeing, squares }: Sums,
  selfPairs: number,
  without: 'no-variation' | 'only-one-category',
): Outcome {
  const varied = total ** 2 - squares;
  if (varied <= 1e-12 * total ** 2) return undefinedBecause(without);
  const pairs = total ** 2 - selfPairs;
  // A single stretch of two of four coders has nothing else to be paired with.
  if (pairs <= 1e-12 * total ** 2) return undefinedBecause('too-few-units');
  const observed = total - agreeing;
  const expected = (total * varied) / pairs;
  return measured(1 - observed / expected, {
    observed: observed / total,
    expected: expected / total,
    length: total,
  });
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
