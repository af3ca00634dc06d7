import { positionalDissimilarity, type Alignment, type Unit } from './dissimilarity';

/** Sums of the categorical disorder of an alignment: over all pairs, and over those in which a code occurs. */
export interface CategoricalSums {
  /** Σ weight·d_cat; per code by index, and over all pairs last. */
  readonly apart: Float64Array;
  /** Σ weight, the same way. */
  readonly weight: Float64Array;
}

/**
 * What γ-cat and γ-k are made of (Mathet 2017, Computational Linguistics 43(3): 661–681). Each pair of
 * units that were aligned weighs max(0, 1 − d_pos/Δ∅)/(v − 1), v the units of its unitary alignment; its codes
 * differ by Δ∅ or 0. Empty places do not count. (pygamma-agreement puts α before d_pos here too.)
 * In: an alignment, the units per coder, Δ∅ > 0, and the index of each code. Out: the sums.
 */
export function categoricalSums(
  { tuples }: Alignment,
  coders: readonly (readonly Unit[])[],
  empty: number,
  indexOf: ReadonlyMap<string, number>,
): CategoricalSums {
  const all = indexOf.size;
  const apart = new Float64Array(all + 1);
  const weight = new Float64Array(all + 1);
  const count = (at: number, share: number, differ: boolean) => {
    weight[at] = (weight[at] ?? 0) + share;
    if (differ) apart[at] = (apart[at] ?? 0) + share * empty;
  };
  for (const tuple of tuples) {
    const units: Unit[] = [];
    tuple.forEach((index, coder) => {
      const unit = coders[coder]?.[index];
      if (unit) units.push(unit);
    });
    for (const [i, a] of units.entries()) {
      for (const b of units.slice(i + 1)) {
        const near = 1 - positionalDissimilarity(a, b, empty) / empty;
        if (near <= 0) continue;
        const share = near / (units.length - 1);
        const differ = a.code !== b.code;
        count(all, share, differ);
        count(indexOf.get(a.code) ?? all, share, differ);
        if (differ) count(indexOf.get(b.code) ?? all, share, differ);
      }
    }
  }
  return { apart, weight };
}
