import { codesOf, withoutSameCodeOverlap, type Continuum, type SameCodeOverlap } from './continuum';
import { lane, overlaps, sweep, type Lane } from './sweep';

/**
 * Sums of the coincidences of lengths ℓ_ck, over ordered pairs of coders and divided by m − 1, as far as the
 * unitizing α of 2016 needs them. Values are the codes by index and the gap φ last; each array has one entry per value.
 */
export interface Coincidences {
  /** ℓ_c., what the coders gave the value in all. */
  readonly marginals: Float64Array;
  /** ℓ_cφ, where one gave the value and another nothing. */
  readonly withGap: Float64Array;
  /** ℓ_cc, where both gave the value. */
  readonly own: Float64Array;
  /** s_c: Σℓ² over the units of a code, Σℓ over the gaps. */
  readonly selfPairs: Float64Array;
  /** s*_c: Σ_i Σ_{j≠i} Σ_g (length of unit g of coder i that j coded too)²; 0 for the gap. */
  readonly jointSelfPairs: Float64Array;
}

/** Coincidences document by document. */
export interface CoincidenceTable {
  readonly coders: number;
  readonly codes: readonly string[];
  /** documents × 5 × (codes + 1): the five sums of `Coincidences`, document by document. */
  readonly sums: Float64Array;
}

/**
 * Counts the coincidences of each document in one sweep over the borders of its spans.
 * In: continua with the same coders, and what becomes of overlapping spans of one code. Documents that fewer
 * than two coders looked at count nothing.
 * Out: the coincidences, or `codes-overlap` where a coder gave one place two codes: the family of 2016 knows
 * one value per place, so that such codes are computed one by one.
 */
export function coincidences(
  continua: readonly Continuum[],
  sameCode: SameCodeOverlap = 'merge',
): CoincidenceTable | 'codes-overlap' {
  const codes = codesOf(continua);
  const indices = new Map(codes.map((code, i) => [code, i]));
  const indexOf = (code: string) => indices.get(code) ?? 0;
  const size = codes.length + 1;
  const sums = new Float64Array(continua.length * 5 * size);
  for (const [d, { begin, length, coders }] of continua.entries()) {
    const lanes: Lane[] = [];
    for (const spans of coders) {
      if (spans) lanes.push(lane(withoutSameCodeOverlap(spans, sameCode), indexOf));
    }
    if (lanes.some(overlaps)) return 'codes-overlap';
    countDocument(lanes, begin, begin + length, named(sums.subarray(d * 5 * size, (d + 1) * 5 * size)));
  }
  return { coders: continua[0]?.coders.length ?? 0, codes, sums };
}

/** In: coincidences by document and a weight ≥ 0 per document. Out: their weighted sum. */
export function totalCoincidences(
  { codes, sums }: CoincidenceTable,
  weights: ArrayLike<number>,
): Coincidences {
  const width = 5 * (codes.length + 1);
  const total = new Float64Array(width);
  for (let d = 0; d * width < sums.length; d++) {
    const weight = weights[d] ?? 0;
    if (weight === 0) continue;
    for (let i = 0; i < width; i++) total[i] = (total[i] ?? 0) + weight * (sums[d * width + i] ?? 0);
  }
  return named(total);
}

/** The five sums by their names, as views of one array. */
function named(sums: Float64Array): Coincidences {
  const size = sums.length / 5;
  const part = (i: number) => sums.subarray(i * size, (i + 1) * size);
  return {
    marginals: part(0),
    withGap: part(1),
    own: part(2),
    selfPairs: part(3),
    jointSelfPairs: part(4),
  };
}

/** Adds one document to its sums, which are 0 before. */
function countDocument(lanes: readonly Lane[], begin: number, end: number, into: Coincidences): void {
  const m = lanes.length;
  if (m < 2) return;
  const { marginals, withGap, own, selfPairs, jointSelfPairs } = into;
  const gap = marginals.length - 1;
  const share = 1 / (m - 1);
  const values = new Int32Array(m).fill(gap);
  const before = new Int32Array(m).fill(-1);
  // m × m: how much of coder i's present unit coder j has coded so far.
  const joint = new Float64Array(m * m);
  const close = (i: number, unit: number) => {
    const code = lanes[i]?.codes[unit] ?? 0;
    for (let j = i * m; j < (i + 1) * m; j++) {
      const overlap = joint[j] ?? 0;
      jointSelfPairs[code] = (jointSelfPairs[code] ?? 0) + share * overlap * overlap;
      joint[j] = 0;
    }
  };

  sweep(lanes, begin, end, (length, at) => {
    for (let i = 0; i < m; i++) {
      const unit = at[i] ?? -1;
      const last = before[i] ?? -1;
      if (unit === last) continue;
      if (last >= 0) close(i, last);
      before[i] = unit;
      values[i] = unit < 0 ? gap : (lanes[i]?.codes[unit] ?? 0);
    }
    const shared = length * share;
    for (let i = 0; i < m; i++) {
      const c = values[i] ?? gap;
      marginals[c] = (marginals[c] ?? 0) + length;
      for (let j = 0; j < m; j++) {
        if (j === i) continue;
        const k = values[j] ?? gap;
        if (k === c) own[c] = (own[c] ?? 0) + shared;
        if (k === gap) withGap[c] = (withGap[c] ?? 0) + shared;
        else if (c !== gap) joint[i * m + j] = (joint[i * m + j] ?? 0) + length;
      }
    }
  });
  for (let i = 0; i < m; i++) if ((before[i] ?? -1) >= 0) close(i, before[i] ?? 0);
  selfPairs[gap] = marginals[gap] ?? 0;
  for (const { starts, ends, codes } of lanes) {
    codes.forEach((code, unit) => {
      const length = (ends[unit] ?? 0) - (starts[unit] ?? 0);
      selfPairs[code] = (selfPairs[code] ?? 0) + length * length;
    });
  }
}
