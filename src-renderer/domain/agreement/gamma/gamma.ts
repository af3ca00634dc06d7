import { codesOf, type Continuum } from '../continuum/continuum';
import { measured, undefinedBecause, type Outcome, type UndefinedReason } from '../outcome';
import { seededRandom } from '../resampling/random';
import type { Progress } from '../resampling/resample';
import { fail, ok, type Result } from '../../model/result';
import { bestAlignment } from './alignment';
import { categoricalSums, type CategoricalSums } from './categorical';
import { chanceOf, type ChanceSampler } from './chance';
import { DEFAULT_DISSIMILARITY, type Dissimilarity, type Unit } from './dissimilarity';

/** How γ is computed; all of it is to be reported with the value. */
export interface GammaOptions {
  readonly dissimilarity: Dissimilarity;
  readonly sampler: ChanceSampler;
  /** How many chance continua are drawn, ≥ 1. */
  readonly samples: number;
  readonly seed: number;
}

export const DEFAULT_GAMMA: GammaOptions = {
  dissimilarity: DEFAULT_DISSIMILARITY,
  sampler: 'statistical',
  samples: 30,
  seed: 1,
};

/** What the best alignment of one document came to, as coded or as chance would have it. */
interface Aligned {
  readonly cost: number;
  readonly units: number;
  readonly categorical: CategoricalSums;
}

/** The alignments of which γ is made: per document the coded one and those of chance. */
export interface GammaParts {
  readonly coders: number;
  readonly codes: readonly string[];
  readonly documents: readonly { readonly observed: Aligned; readonly chance: readonly Aligned[] }[];
}

/**
 * Aligns each document as it was coded and as chance would have it, `samples` times. It is a generator, so
 * that who runs it can show progress or stop between alignments.
 * In: continua with the same coders and the options. Documents without any span cost nothing either way.
 * Out: the parts; `fewer-than-two-coders`, `values-missing` where a coder did not look at a document,
 * `nothing-coded`, or `too-many-alignments`. Yields before each alignment.
 */
export function* gammaParts(
  continua: readonly Continuum[],
  { dissimilarity, sampler, samples, seed }: GammaOptions = DEFAULT_GAMMA,
): Generator<Progress, Result<GammaParts, UndefinedReason>> {
  const coders = continua[0]?.coders.length ?? 0;
  if (coders < 2) return fail('fewer-than-two-coders');
  if (continua.some((each) => each.coders.includes(null))) return fail('values-missing');
  const codes = codesOf(continua);
  if (codes.length === 0) return fail('nothing-coded');
  const indexOf = new Map(codes.map((code, i) => [code, i]));
  const random = seededRandom(seed);
  const align = (units: readonly (readonly Unit[])[]): Aligned | null => {
    const alignment = bestAlignment(units, dissimilarity);
    if (alignment === 'too-many-alignments') return null;
    return {
      cost: alignment.cost,
      units: units.reduce((sum, own) => sum + own.length, 0),
      categorical: categoricalSums(alignment, units, dissimilarity.empty, indexOf),
    };
  };
  const total = continua.length * (samples + 1);
  const documents: GammaParts['documents'][number][] = [];
  for (const [d, continuum] of continua.entries()) {
    const spans = continuum.coders.map((own) => own ?? []);
    yield { done: d * (samples + 1), total };
    const observed = align(spans);
    if (!observed) return fail('too-many-alignments');
    const chance: Aligned[] = [];
    const draw = observed.units > 0 ? chanceOf(continuum, sampler, random) : () => spans;
    for (let sample = 0; sample < samples; sample++) {
      yield { done: d * (samples + 1) + sample + 1, total };
      const drawn = align(draw());
      if (!drawn) return fail('too-many-alignments');
      chance.push(drawn);
    }
    documents.push({ observed, chance });
  }
  return ok({ coders, codes, documents });
}

/**
 * γ = 1 − observed/mean(chance) disorder (Mathet, Widlöcher and Métivier 2015, Computational Linguistics
 * 41(3): 437–479). The disorder of several documents is their cost together by their mean number of units
 * per coder together; for one document that is the definition.
 * In: the parts and a weight ≥ 0 per document. Out: up to 1, with `observed`, `expected` and the
 * `deviation` of chance; 1 where the observed disorder is 0. Undefined: `nothing-coded`, `no-variation`.
 */
export function gamma({ documents, coders }: GammaParts, weights: ArrayLike<number>): Outcome {
  const disorder = (of: (document: GammaParts['documents'][number]) => Aligned | undefined): number => {
    let cost = 0;
    let units = 0;
    documents.forEach((document, d) => {
      cost += (weights[d] ?? 0) * (of(document)?.cost ?? 0);
      units += (weights[d] ?? 0) * (of(document)?.units ?? 0);
    });
    return units === 0 ? NaN : (cost * coders) / units;
  };
  const observed = disorder((document) => document.observed);
  if (Number.isNaN(observed)) return undefinedBecause('nothing-coded');
  const chance = Array.from(documents[0]?.chance ?? [], (_, sample) =>
    disorder((document) => document.chance[sample]),
  );
  return fromDisorders(observed, chance);
}

/**
 * γ from disorders that are already known.
 * In: the observed disorder ≥ 0 and those of chance. Out: as `gamma`.
 */
export function fromDisorders(observed: number, chance: readonly number[]): Outcome {
  const expected = chance.reduce((sum, value) => sum + value, 0) / chance.length;
  const squares = chance.reduce((sum, value) => sum + (value - expected) ** 2, 0);
  const details = {
    observed,
    expected,
    deviation: Math.sqrt(squares / chance.length),
    samples: chance.length,
  };
  if (observed === 0) return measured(1, details);
  if (!(expected > 0)) return undefinedBecause('no-variation');
  return measured(1 - observed / expected, details);
}

/**
 * The observed disorder of the best alignment. In: the parts and a weight per document.
 * Out: ≥ 0 in units of Δ∅; undefined (`nothing-coded`).
 */
export function observedDisorder({ documents, coders }: GammaParts, weights: ArrayLike<number>): Outcome {
  let cost = 0;
  let units = 0;
  documents.forEach(({ observed }, d) => {
    cost += (weights[d] ?? 0) * observed.cost;
    units += (weights[d] ?? 0) * observed.units;
  });
  return units === 0 ? undefinedBecause('nothing-coded') : measured((cost * coders) / units, { cost, units });
}

/**
 * γ-cat, the agreement on codes of what was aligned, and γ-k, the same of the pairs in which one code occurs
 * (Mathet 2017): 1 − observed/mean(chance) of Σ weight·d_cat/Σ weight.
 * In: the parts, a weight per document, and the code of γ-k (γ-cat if left out). Out: up to 1. Undefined:
 * `no-jointly-coded-stretch` where no two units were aligned closely (pygamma says 1), `no-variation`.
 */
export function gammaCategorical(
  { documents, codes }: GammaParts,
  weights: ArrayLike<number>,
  code?: string,
): Outcome {
  const at = code === undefined ? codes.length : codes.indexOf(code);
  const disorder = (of: (document: GammaParts['documents'][number]) => Aligned | undefined): number => {
    let apart = 0;
    let weight = 0;
    documents.forEach((document, d) => {
      const sums = of(document)?.categorical;
      apart += (weights[d] ?? 0) * (sums?.apart[at] ?? 0);
      weight += (weights[d] ?? 0) * (sums?.weight[at] ?? 0);
    });
    return weight === 0 ? NaN : apart / weight;
  };
  const observed = disorder((document) => document.observed);
  if (Number.isNaN(observed)) return undefinedBecause('no-jointly-coded-stretch');
  const chance = Array.from(documents[0]?.chance ?? [], (_, sample) =>
    disorder((document) => document.chance[sample]),
  ).filter((value) => !Number.isNaN(value));
  if (chance.every((value) => value === 0)) return undefinedBecause('no-variation');
  return fromDisorders(observed, chance);
}
