import type { Outcome } from '../outcome';
import { seededRandom } from './random';

/**
 * A coefficient prepared over documents: what it comes to when document d counts weights[d] times (a whole
 * number ≥ 0; each once if left out). Everything that counts documents differently is one call of it: a
 * single source, a country, a document left out, a resample.
 */
export type OverDocuments = (weights?: ArrayLike<number>) => Outcome;

/** In: a number of documents. Out: a weight of 1 for each. */
export const eachOnce = (documents: number): Float64Array => new Float64Array(documents).fill(1);

/** What the values of resamples look like. */
export interface Distribution {
  /** The defined values, ascending. */
  readonly values: Float64Array;
  /** How many resamples were drawn. */
  readonly resamples: number;
  /** How many of them had no value; they are left out of everything below. */
  readonly undefined: number;
}

/** How far something that takes its time has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Resamples documents with replacement (Efron 1979), as many as there are, `resamples` times; the whole of a
 * document comes and goes, since what was coded within one is not independent. It is a generator, so that who
 * runs it can show progress or stop between resamples.
 * In: the coefficient, the number of documents ≥ 0, the number of resamples and the seed (both to be
 * printed with the interval). Out: the distribution; yields after each hundred resamples.
 */
export function* bootstrap(
  coefficient: OverDocuments,
  {
    documents,
    resamples,
    seed,
  }: { readonly documents: number; readonly resamples: number; readonly seed: number },
): Generator<Progress, Distribution> {
  const random = seededRandom(seed);
  const weights = new Float64Array(documents);
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    if (resample % 100 === 0) yield { done: resample, total: resamples };
    weights.fill(0);
    for (let draw = 0; draw < documents; draw++) {
      const document = random.below(documents);
      weights[document] = (weights[document] ?? 0) + 1;
    }
    const outcome = coefficient(weights);
    if (outcome.ok) values.push(outcome.value.value);
  }
  return distribution(values, resamples);
}

/**
 * Every ordered resample of the documents, n^n of them: the bootstrap without chance.
 * In: the coefficient and the number of documents, 1…6. Out: the distribution.
 * Throws a RangeError for more documents: from 7 on they are close to a million.
 */
export function everyResample(coefficient: OverDocuments, documents: number): Distribution {
  if (documents < 1 || documents > 6) throw new RangeError('Every resample is counted for 1 to 6 documents.');
  const values: number[] = [];
  const resamples = documents ** documents;
  const weights = new Float64Array(documents);
  for (let resample = 0; resample < resamples; resample++) {
    weights.fill(0);
    for (let rest = resample, draw = 0; draw < documents; draw++, rest = Math.floor(rest / documents)) {
      weights[rest % documents] = (weights[rest % documents] ?? 0) + 1;
    }
    const outcome = coefficient(weights);
    if (outcome.ok) values.push(outcome.value.value);
  }
  return distribution(values, resamples);
}

function distribution(values: readonly number[], resamples: number): Distribution {
  return { values: Float64Array.from(values).sort(), resamples, undefined: resamples - values.length };
}

/**
 * A percentile by linear interpolation (type 7 of Hyndman and Fan 1996).
 * In: a distribution and a share 0…1. Out: the value below which that share lies; NaN when none is defined.
 */
export function percentile({ values }: Pick<Distribution, 'values'>, share: number): number {
  const place = (values.length - 1) * share;
  const low = values[Math.floor(place)] ?? NaN;
  const high = values[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** In: a distribution. Out: mean and standard deviation (Σ(x − x̄)²/(n − 1), its root); NaN when there are too few. */
export function meanAndDeviation({ values }: Distribution): {
  readonly mean: number;
  readonly deviation: number;
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/**
 * The bootstrap's word on a target: P(value < target).
 * In: a distribution and the target. Out: 0…1; NaN when no value is defined.
 */
export function shareBelow({ values }: Distribution, target: number): number {
  return values.filter((value) => value < target).length / values.length;
}

/** An interval of a coefficient, and how it was had. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The percentile interval (Efron and Tibshirani 1993, ch. 13).
 * In: a distribution and the confidence, a share in (0, 1). Out: the interval, or null when no value is defined.
 */
export function percentileInterval(of: Distribution, confidence = 0.95): Interval | null {
  if (of.values.length === 0) return null;
  return { low: percentile(of, (1 - confidence) / 2), high: percentile(of, (1 + confidence) / 2) };
}

/** What a coefficient is without each document. */
export interface Jackknife {
  readonly outcomes: readonly Outcome[];
  /** √((n − 1)/n Σ(θ_i − θ̄)²) over the n defined values; NaN when fewer than two are. */
  readonly error: number;
}

/**
 * Leaves out one document after the other (Quenouille 1956; Tukey 1958).
 * In: the coefficient and the number of documents. Out: what it is without each, and the jackknife's standard error.
 */
export function jackknife(coefficient: OverDocuments, documents: number): Jackknife {
  const weights = eachOnce(documents);
  const outcomes: Outcome[] = [];
  const values: number[] = [];
  for (let document = 0; document < documents; document++) {
    weights[document] = 0;
    const outcome = coefficient(weights);
    weights[document] = 1;
    outcomes.push(outcome);
    if (outcome.ok) values.push(outcome.value.value);
  }
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { outcomes, error: n < 2 ? NaN : Math.sqrt(((n - 1) / n) * squares) };
}

/** Runs a generator to its end. In: the generator. Out: what it returns. */
export function finish<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
