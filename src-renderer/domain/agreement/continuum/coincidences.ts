import { codesOf, withoutSameCodeOverlap, type Continuum, type SameCodeOverlap } from './continuum';
import { lane, overlaps, sweep, type Lane } from './sweep';

/**
 * The coincidences of lengths of one document, for the unitizing α of 2016. Values are the codes by index
 * and the gap φ last; all sums are over ordered pairs of coders and already divided by m − 1.
 */
export interface Coincidences {
  /** (codes + 1)², row-wise: ℓ_ck, the length that one coder gave c and another k. */
  readonly lengths: Float64Array;
  /** Per value, s_c: Σℓ² over the units of a code, Σℓ over the gaps. */
  readonly selfPairs: Float64Array;
  /** Per code, s*_c: Σ_i Σ_{j≠i} Σ_g (length of unit g of coder i that j coded too)². */
  readonly jointSelfPairs: Float64Array;
}

/** Coincidences document by document. */
export interface CoincidenceTable {
  readonly coders: number;
  readonly codes: readonly string[];
  readonly documents: readonly Coincidences[];
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
  const indexOf = new Map(codes.map((code, i) => [code, i]));
  const documents: Coincidences[] = [];
  for (const { begin, length, coders } of continua) {
    const lanes: Lane[] = [];
    for (const spans of coders) {
      if (spans) lanes.push(lane(withoutSameCodeOverlap(spans, sameCode), indexOf));
    }
    if (lanes.some(overlaps)) return 'codes-overlap';
    documents.push(countDocument(lanes, begin, begin + length, codes.length));
  }
  return { coders: continua[0]?.coders.length ?? 0, codes, documents };
}

function countDocument(lanes: readonly Lane[], begin: number, end: number, codes: number): Coincidences {
  const m = lanes.length;
  const gap = codes;
  const size = codes + 1;
  const lengths = new Float64Array(size * size);
  const selfPairs = new Float64Array(size);
  const jointSelfPairs = new Float64Array(codes);
  if (m < 2) return { lengths, selfPairs, jointSelfPairs };

  const values = new Int32Array(m);
  const before = new Int32Array(m).fill(-1);
  // m × m: how much of coder i's present unit coder j has coded so far.
  const joint = new Float64Array(m * m);
  const close = (i: number, unit: number) => {
    const code = lanes[i]?.codes[unit] ?? 0;
    for (let j = i * m; j < (i + 1) * m; j++) {
      const overlap = joint[j] ?? 0;
      jointSelfPairs[code] = (jointSelfPairs[code] ?? 0) + overlap * overlap;
      joint[j] = 0;
    }
  };

  sweep(lanes, begin, end, (length, at) => {
    for (let i = 0; i < m; i++) {
      const unit = at[i] ?? -1;
      const last = before[i] ?? -1;
      if (unit !== last) {
        if (last >= 0) close(i, last);
        before[i] = unit;
        values[i] = unit < 0 ? gap : (lanes[i]?.codes[unit] ?? 0);
      } else if (unit < 0) {
        values[i] = gap;
      }
      if (unit < 0) selfPairs[gap] = (selfPairs[gap] ?? 0) + length;
    }
    for (let i = 0; i < m; i++) {
      const c = values[i] ?? gap;
      for (let j = i + 1; j < m; j++) {
        const k = values[j] ?? gap;
        lengths[c * size + k] = (lengths[c * size + k] ?? 0) + length;
        lengths[k * size + c] = (lengths[k * size + c] ?? 0) + length;
        if (c === gap || k === gap) continue;
        joint[i * m + j] = (joint[i * m + j] ?? 0) + length;
        joint[j * m + i] = (joint[j * m + i] ?? 0) + length;
      }
    }
  });
  for (let i = 0; i < m; i++) if ((before[i] ?? -1) >= 0) close(i, before[i] ?? 0);
  for (const { starts, ends, codes: own } of lanes) {
    own.forEach((code, unit) => {
      const length = (ends[unit] ?? 0) - (starts[unit] ?? 0);
      selfPairs[code] = (selfPairs[code] ?? 0) + length * length;
    });
  }
  const share = 1 / (m - 1);
  return {
    lengths: lengths.map((length) => length * share),
    selfPairs,
    jointSelfPairs: jointSelfPairs.map((square) => square * share),
  };
}

/** In: coincidences by document and a weight ≥ 0 per document. Out: their weighted sum. */
export function totalCoincidences(
  { codes, documents }: CoincidenceTable,
  weights: ArrayLike<number>,
): Coincidences {
  const size = codes.length + 1;
  const lengths = new Float64Array(size * size);
  const selfPairs = new Float64Array(size);
  const jointSelfPairs = new Float64Array(codes.length);
  documents.forEach((document, d) => {
    const weight = weights[d] ?? 0;
    if (weight === 0) return;
    add(lengths, document.lengths, weight);
    add(selfPairs, document.selfPairs, weight);
    add(jointSelfPairs, document.jointSelfPairs, weight);
  });
  return { lengths, selfPairs, jointSelfPairs };
}

function add(sum: Float64Array, term: Float64Array, weight: number): void {
  for (let i = 0; i < term.length; i++) sum[i] = (sum[i] ?? 0) + weight * (term[i] ?? 0);
}
