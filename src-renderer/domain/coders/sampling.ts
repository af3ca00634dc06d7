import { seededRandom } from '../agreement/resampling/random';
import type { Sampling, Stratum } from '../model/collaboration';
import type { SourceId } from '../model/ids';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Source } from '../model/source';

/** What is drawn from the sources that are alike in every stratum: their values, how many of how many. */
export interface DrawnStratum {
  /** In the order of the strata; '' where a source has no value. */
  readonly values: readonly string[];
  readonly of: number;
  readonly drawn: number;
}

export interface Drawn {
  /** In the order of the sources given. */
  readonly sourceIds: readonly SourceId[];
  readonly strata: readonly DrawnStratum[];
}

export type DrawFailure = 'sample-empty' | 'sample-too-large';

const LARGEST_SEED = 2 ** 32 - 1;

/**
 * How many a per cent is.
 * In: the per cent and how many there are. Out: the nearest whole number, at least 1.
 */
export const sizeOfShare = (percent: number, of: number): number =>
  Math.max(1, Math.round((percent / 100) * of));

/**
 * Shares a sample out in proportion to the strata (proportional allocation, Cochran, Sampling Techniques, 3rd
 * ed. 1977, section 5.3), rounded by largest remainders (Hamilton's method; Balinski and Young, Fair
 * Representation, 1982): each stratum gets its quota rounded down, and what is left goes to the largest
 * remainders, of equal ones to the larger stratum, then by lot.
 * In: the size of each stratum, the size of the sample, at most their sum, and the lot of each stratum, the lowest
 * first; in their order where there are no lots. Out: how many of each, with that
 * sum, never more than there are.
 */
export function allocate(
  sizes: readonly number[],
  sample: number,
  lots: readonly number[] = sizes.map((_, index) => index),
): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return sizes.map(() => 0);
  // Remainders stay whole numbers, so that equal ones are equal.
  const shares = sizes.map((size, index) => {
    const product = size * sample;
    return { index, size, whole: Math.floor(product / total), rest: product % total };
  });
  const left = sample - shares.reduce((sum, { whole }) => sum + whole, 0);
  const first = [...shares]
    .sort(
      (a, b) =>
        b.rest - a.rest ||
        b.size - a.size ||
        (lots[a.index] ?? 0) - (lots[b.index] ?? 0) ||
        a.index - b.index,
    )
    .slice(0, left);
  return shares.map((share) => share.whole + (first.includes(share) ? 1 : 0));
}

const code = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Draws sources at random, in proportion to strata.
 * In: the sources to draw from, how many (a whole number), the seed (32 bits count), and by what they are
 * divided; none for a plain random sample. Out: those drawn, the same for the same sources in whatever order they
 * come, and how many of each stratum. Refuses a size below one and one beyond the sources.
 */
export function drawSources(
  sources: readonly Source[],
  wish: { readonly size: number; readonly seed: number; readonly strata: readonly Stratum[] },
): Result<Drawn, Refusal<DrawFailure>> {
  const { size, seed, strata } = wish;
  if (!Number.isInteger(size) || size < 1) return refuse('sample-empty');
  if (size > sources.length) return refuse('sample-too-large', { size, count: sources.length });
  const groups = new Map<string, { readonly values: readonly string[]; readonly members: Source[] }>();
  for (const source of [...sources].sort((a, b) => code(a.id, b.id))) {
    const values = strata.map((stratum) => source[stratum]);
    const key = values.join('\u0000');
    const group = groups.get(key);
    if (group) group.members.push(source);
    else groups.set(key, { values, members: [source] });
  }
  const ordered = [...groups].sort(([a], [b]) => code(a, b)).map(([, group]) => group);
  const random = seededRandom(seed);
  // Where strata are as small as one source, their order would decide which are never drawn.
  const lots = ordered.length > 1 ? ordered.map(() => random.next()) : [0];
  const counts = allocate(
    ordered.map(({ members }) => members.length),
    size,
    lots,
  );
  const drawn = new Set<SourceId>();
  ordered.forEach(({ members }, index) => {
    // The first steps of a Fisher–Yates shuffle are a sample without replacement.
    const wanted = counts[index] ?? 0;
    for (let i = 0; i < wanted; i++) {
      const [picked] = members.splice(i + random.below(members.length - i), 1);
      if (!picked) break;
      members.unshift(picked);
      drawn.add(picked.id);
    }
  });
  return ok({
    sourceIds: sources.flatMap(({ id }) => (drawn.has(id) ? id : [])),
    strata: ordered.map(({ values, members }, index) => ({
      values,
      of: members.length,
      drawn: counts[index] ?? 0,
    })),
  });
}

/** A random sample that is wished: so many sources, or so many of a hundred. */
export interface SampleWish {
  readonly size: number;
  readonly unit: 'number' | 'percent';
  /** Whole, from 0; more than 32 bits count as the largest of 32. */
  readonly seed: number;
  readonly strata: readonly Stratum[];
}

export interface ChosenSources {
  readonly sourceIds: readonly SourceId[];
  /** How they were chosen, as a package keeps it. */
  readonly sampling: Sampling;
  /** Empty where nothing was drawn. */
  readonly strata: readonly DrawnStratum[];
}

/**
 * The sources of a package.
 * In: the sources to choose from, how many the project has, and the sample to draw, null for all of them. Out: the
 * sources and how they came to be chosen. Refuses what `drawSources` refuses.
 */
export function chooseSources(
  pool: readonly Source[],
  total: number,
  sample: SampleWish | null,
): Result<ChosenSources, Refusal<DrawFailure>> {
  const of = pool.length;
  if (!sample) {
    const kind = of === total ? 'all' : 'chosen';
    return ok({ sourceIds: pool.map(({ id }) => id), sampling: { kind, of: total }, strata: [] });
  }
  const { size, unit, strata } = sample;
  const wanted = unit === 'number' || size === 0 ? size : sizeOfShare(size, of);
  const seed = Math.min(LARGEST_SEED, sample.seed);
  const drawn = drawSources(pool, { size: wanted, seed, strata });
  if (!drawn.ok) return drawn;
  return ok({ ...drawn.value, sampling: { kind: 'random', of, seed, strata } });
}
