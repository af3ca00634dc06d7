import { seededRandom } from '../../agreement/resampling/random';
import { percentile, type Progress } from '../../agreement/resampling/resample';
import { invariant } from '../../model/result';
import { totalOf, type SourceAmounts } from './amounts';

/** How intervals are had: how many resamples, and from what seed; both are shown with every interval. */
export interface Bootstrap {
  /** At least 1. */
  readonly resamples: number;
  readonly seed: number;
}

/** A figure with the interval that holds 95 % of its resamples. */
export interface Estimate {
  readonly value: number;
  /** null where there is no interval: fewer than two sources, or no resample that has a value. */
  readonly interval: {
    readonly low: number;
    readonly high: number;
    /** Mean of the resamples less the value: how far resampling itself shifts the figure. */
    readonly bias: number;
    /** Resamples in which the figure could not be had. */
    readonly undefined: number;
  } | null;
}

/** Resamples between two notes of progress. */
const BETWEEN_NOTES = 20;

/**
 * Figures with percentile intervals (Efron and Tibshirani 1993, ch. 13) from resampling whole sources within
 * each group (Efron 1979; sources are the clusters, Davison and Hinkley 1997, section 3.8): segments of one
 * source are not independent, and each group keeps the number of sources that it has.
 * In: the groups; `figures`, which fills a vector from the groups' totals (a figure that cannot be had is
 * NaN); how many figures; the bootstrap, null for none. Out: an estimate per figure, null where it cannot be
 * had at all; yields how far it is. The same seed gives the same intervals.
 */
export function* estimates(
  groups: readonly SourceAmounts[],
  figures: (totals: readonly Float64Array[], into: Float64Array) => void,
  count: number,
  bootstrap: Bootstrap | null,
): Generator<Progress, readonly (Estimate | null)[]> {
  const observed = new Float64Array(count).fill(NaN);
  figures(groups.map(totalOf), observed);
  const bare = () =>
    Array.from(observed, (value) => (Number.isNaN(value) ? null : { value, interval: null }));
  if (!bootstrap || groups.every(({ sources }) => sources.length < 2)) return bare();
  const { resamples, seed } = bootstrap;
  invariant(Number.isInteger(resamples) && resamples >= 1, 'a number of resamples');
  const random = seededRandom(seed);
  const totals = groups.map(({ width }) => new Float64Array(width));
  const drawn = Array.from({ length: count }, () => new Float64Array(resamples));
  const one = new Float64Array(count);
  for (let resample = 0; resample < resamples; resample++) {
    if (resample % BETWEEN_NOTES === 0) yield { done: resample, total: resamples };
    groups.forEach(({ sources, width, values }, group) => {
      const total = totals[group];
      if (!total) return;
      total.fill(0);
      for (let draw = 0; draw < sources.length; draw++) {
        const from = random.below(sources.length) * width;
        for (let i = 0; i < width; i++) total[i] = (total[i] ?? 0) + (values[from + i] ?? 0);
      }
    });
    one.fill(NaN);
    figures(totals, one);
    for (let i = 0; i < count; i++) {
      const values = drawn[i];
      if (values) values[resample] = one[i] ?? NaN;
    }
  }
  return drawn.map((values, i) => {
    const value = observed[i] ?? NaN;
    return Number.isNaN(value) ? null : { value, interval: intervalOf(values, value) };
  });
}

function intervalOf(drawn: Float64Array, value: number): Estimate['interval'] {
  const defined = drawn.filter((each) => !Number.isNaN(each)).sort();
  if (defined.length === 0) return null;
  const mean = defined.reduce((sum, each) => sum + each, 0) / defined.length;
  return {
    low: percentile({ values: defined }, 0.025),
    high: percentile({ values: defined }, 0.975),
    bias: mean - value,
    undefined: drawn.length - defined.length,
  };
}
