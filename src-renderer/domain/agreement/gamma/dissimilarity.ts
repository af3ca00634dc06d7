/** A unit of γ; it may lie anywhere on the line, chance places it before 0 too. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** What γ weighs: α the position, β the code, Δ∅ (`empty`) the cost of an empty place. All ≥ 0, `empty` > 0. */
export interface Dissimilarity {
  readonly alpha: number;
  readonly beta: number;
  readonly empty: number;
}

/** Which units are one, and what that costs. */
export interface Alignment {
  /** Unitary alignments: per coder the index of its unit, or −1; each unit is in exactly one. */
  readonly tuples: readonly Int32Array[];
  /** Σ over unitary alignments of the mean dissimilarity of their pairs of places. */
  readonly cost: number;
}

/** d_combi of Mathet, Widlöcher and Métivier 2015, section 4: position and code weigh the same. */
export const DEFAULT_DISSIMILARITY: Dissimilarity = { alpha: 1, beta: 1, empty: 1 };

/**
 * The sporadic positional dissimilarity [(|Δstart| + |Δend|)/(ℓ1 + ℓ2)]²·Δ∅ (Mathet, Widlöcher and Métivier 2015, section 4).
 * In: two units of positive length and Δ∅. Out: ≥ 0.
 */
export function positionalDissimilarity(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
  empty = 1,
): number {
  const moved = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return (moved / (a.end - a.start + (b.end - b.start))) ** 2 * empty;
}

/**
 * d = α·d_pos + β·d_cat, d_cat being Δ∅ for two codes and 0 for one (2015, section 4).
 * In: two units. Out: ≥ 0.
 */
export function unitDissimilarity(a: Unit, b: Unit, { alpha, beta, empty }: Dissimilarity): number {
  return alpha * positionalDissimilarity(a, b, empty) + (a.code === b.code ? 0 : beta * empty);
}
