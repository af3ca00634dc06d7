import { invariant } from '../model/result';
import type { FramingProfile } from './profile';

/**
 * Jensen–Shannon divergence to base 2 with equal weights (Lin 1991, IEEE Transactions on Information
 * Theory 37(1), 145–151, section IV): H((p + q) / 2) − (H(p) + H(q)) / 2. A divergence, not the distance
 * that is its square root. Needs no smoothing: a category absent on one side adds a finite amount.
 *
 * In: two vectors of non-negative finite weights over the same categories; each is scaled to sum 1.
 * Out: bits, 0 (equal) to 1 (nothing in common); null when a vector is all zero, because a country
 * without data is at no distance from another. Throws when the vectors cannot be compared at all.
 */
export function jensenShannon(p: readonly number[], q: readonly number[]): number | null {
  const terms = jensenShannonTerms(p, q);
  return (
    terms &&
    Math.min(
      1,
      Math.max(
        0,
        terms.reduce((sum, term) => sum + term, 0),
      ),
    )
  );
}

/**
 * What each category adds to the divergence: (pᵢ/2) log₂(pᵢ/mᵢ) + (qᵢ/2) log₂(qᵢ/mᵢ), m = (p + q)/2.
 * In: as for `jensenShannon`. Out: bits per category, none negative, which add up to the divergence; null
 * when a vector is all zero.
 */
export function jensenShannonTerms(p: readonly number[], q: readonly number[]): readonly number[] | null {
  invariant(p.length === q.length, 'both vectors have the same categories');
  invariant(
    [...p, ...q].every((weight) => Number.isFinite(weight) && weight >= 0),
    'weights are finite and not negative',
  );
  const [a, b] = [scaled(p), scaled(q)];
  if (!a || !b) return null;
  return a.map((pi, index) => {
    const qi = b[index] ?? 0;
    const term = (each: number) => (each > 0 ? (each / 2) * Math.log2((2 * each) / (pi + qi)) : 0);
    return Math.max(0, term(pi) + term(qi));
  });
}

/** Scales to sum 1, by the largest weight first so that huge or tiny weights stay within range. */
function scaled(weights: readonly number[]): readonly number[] | null {
  const largest = Math.max(0, ...weights);
  if (largest === 0) return null;
  const relative = weights.map((weight) => weight / largest);
  const sum = relative.reduce((total, weight) => total + weight, 0);
  return relative.map((weight) => weight / sum);
}

/**
 * How far apart two countries of a profile frame the problem.
 * In: a profile and the keys of two of its rows. Out: the Jensen–Shannon divergence of their values in
 * the unit of the profile, each scaled to sum 1 (so that a passage with two codes counts as two
 * allocations); null when either has no data or no such row exists.
 */
export function divergence(profile: FramingProfile, a: string, b: string): number | null {
  const values = (key: string) =>
    profile.rows.find((row) => row.key === key)?.cells.map(({ value }) => value) ?? [];
  const [p, q] = [values(a), values(b)];
  return p.length === 0 || q.length === 0 ? null : jensenShannon(p, q);
}
