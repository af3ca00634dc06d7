import { measured, undefinedBecause, type Outcome } from '../outcome';
import {
  spansByCode,
  withoutSameCodeOverlap,
  type Continuum,
  type SameCodeOverlap,
  type Span,
} from './continuum';

/** A stretch of the unitizing of 1995: a coded unit or a gap, half-open. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly coded: boolean;
}

/**
 * δ² of two sections of two coders (Krippendorff 1995, p. 57 ff.; 2004, p. 251 ff.): for two overlapping units
 * (Δstart)² + (Δend)²; for a unit wholly within a gap the square of its length; else 0.
 * In: the two sections, in positions. Out: ≥ 0, in squared positions.
 */
export function alphaUDistance(a: Section, b: Section): number {
  if (a.coded && b.coded) {
    const overlap = a.start < b.end && b.start < a.end;
    return overlap ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  }
  if (a.coded === b.coded) return 0;
  const [unit, gap] = a.coded ? [a, b] : [b, a];
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

/** What α_U takes from one document for one code. */
interface DocumentPart {
  readonly length: number;
  /** Σ_{i≠j} ΣΣ δ², over ordered pairs of coders. */
  readonly apart: number;
  readonly units: Float64Array;
  readonly gaps: Float64Array;
}

/** What α_U is made of: per code, its parts by document. */
export interface AlphaUParts {
  readonly coders: number;
  readonly codes: readonly string[];
  readonly parts: readonly (readonly DocumentPart[])[];
}

/**
 * Takes from continua what α_U needs.
 * In: continua with the same coders (each of whom must have looked at every one), the codes, and what
 * becomes of overlapping spans of one code. Out: the parts, or `values-missing`.
 */
export function alphaUParts(
  continua: readonly Continuum[],
  codes: readonly string[],
  sameCode: SameCodeOverlap = 'merge',
): AlphaUParts | 'values-missing' {
  if (continua.some(({ coders }) => coders.includes(null))) return 'values-missing';
  const byCode = continua.map(({ coders }) =>
    coders.map((spans) => spansByCode(withoutSameCodeOverlap(spans ?? [], sameCode))),
  );
  const parts = codes.map((code) =>
    continua.map(({ begin, length }, d) =>
      partOf(begin, length, byCode[d]?.map((coder) => coder.get(code) ?? []) ?? []),
    ),
  );
  return { coders: continua[0]?.coders.length ?? 0, codes, parts };
}

function partOf(begin: number, length: number, coders: readonly (readonly Span[])[]): DocumentPart {
  let apart = 0;
  for (const [i, units] of coders.entries()) {
    for (let j = 0; j < coders.length; j++) if (i !== j) apart += distances(units, coders[j] ?? []);
  }
  const gaps: number[] = [];
  for (const units of coders) {
    let position = begin;
    for (const { start, end } of units) {
      if (start > position) gaps.push(start - position);
      position = end;
    }
    if (position < begin + length) gaps.push(begin + length - position);
  }
  const units = coders.flatMap((spans) => spans.map(({ start, end }) => end - start));
  return { length, apart, units: Float64Array.from(units), gaps: Float64Array.from(gaps) };
}

/** Σ δ² of one coder's units with another's units and gaps, each unit-and-gap counted for both orders at once. */
function distances(units: readonly Span[], others: readonly Span[]): number {
  let sum = 0;
  let first = 0;
  for (const { start, end } of units) {
    while (first < others.length && (others[first]?.end ?? 0) <= start) first++;
    let met = false;
    for (let k = first; k < others.length; k++) {
      const other = others[k];
      if (!other || other.start >= end) break;
      met = true;
      sum += (start - other.start) ** 2 + (end - other.end) ** 2;
    }
    // As this unit with that gap, and, of the other order of coders, as that gap with this unit.
    if (!met) sum += 2 * (end - start) ** 2;
  }
  return sum;
}

/** Observed and expected disagreement of one code, shares of L². */
interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * α_U of 1995 and 2004 (Krippendorff 1995, Sociological Methodology 25: 47–76; 2004, p. 251 ff.):
 * α_U = 1 − ΣD_o/ΣD_e over codes. It is unbounded below, can rise when a span gets worse, and is here to be
 * compared with INCEpTION and DKPro Statistics; the family of 2016 replaces it.
 * In: the parts, a weight ≥ 0 per document; gaps end at the borders of documents, whose lengths add up.
 * Out: up to 1 with `observed` and `expected`; undefined (`fewer-than-two-coders`, `nothing-coded`,
 * `no-variation`).
 */
export function alphaU({ coders, parts }: AlphaUParts, weights: ArrayLike<number>): Outcome {
  if (coders < 2) return undefinedBecause('fewer-than-two-coders');
  let observed = 0;
  let expected = 0;
  for (const documents of parts) {
    const disagreement = disagreementOf(documents, coders, weights);
    observed += disagreement?.observed ?? 0;
    expected += disagreement?.expected ?? 0;
  }
  if (expected > 0) return measured(1 - observed / expected, { observed, expected });
  const coded = parts.some((documents) =>
    documents.some(({ units }, d) => units.length > 0 && (weights[d] ?? 0) > 0),
  );
  return undefinedBecause(coded ? 'no-variation' : 'nothing-coded');
}

/**
 * D_o = Σ δ²/[m(m − 1)L²], and
 * D_e = (2/L) Σ_units {(N − 1)(2ℓ³ − 3ℓ² + ℓ)/3 + ℓ² Σ_{gaps g ≥ ℓ}(g − ℓ + 1)}/[mL(mL − 1) − Σ ℓ(ℓ − 1)].
 */
function disagreementOf(
  documents: readonly DocumentPart[],
  m: number,
  weights: ArrayLike<number>,
): Disagreement | null {
  let length = 0;
  let apart = 0;
  let count = 0;
  let within = 0;
  const gaps: { readonly gap: number; readonly weight: number }[] = [];
  documents.forEach((document, d) => {
    const weight = weights[d] ?? 0;
    if (weight === 0) return;
    length += weight * document.length;
    apart += weight * document.apart;
    count += weight * document.units.length;
    for (const unit of document.units) within += weight * unit * (unit - 1);
    for (const gap of document.gaps) gaps.push({ gap, weight });
  });
  if (count === 0) return null;

  // Sums over the gaps from the longest on: how many, and how long together.
  gaps.sort((a, b) => b.gap - a.gap);
  const numbers = new Float64Array(gaps.length + 1);
  const lengths = new Float64Array(gaps.length + 1);
  gaps.forEach(({ gap, weight }, i) => {
    numbers[i + 1] = (numbers[i] ?? 0) + weight;
    lengths[i + 1] = (lengths[i] ?? 0) + weight * gap;
  });
  let sum = 0;
  documents.forEach((document, d) => {
    const weight = weights[d] ?? 0;
    if (weight === 0) return;
    for (const unit of document.units) {
      let low = 0;
      let high = gaps.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((gaps[middle]?.gap ?? 0) >= unit) low = middle + 1;
        else high = middle;
      }
      const places = (lengths[low] ?? 0) - (unit - 1) * (numbers[low] ?? 0);
      sum += weight * (((count - 1) * (2 * unit ** 3 - 3 * unit ** 2 + unit)) / 3 + unit ** 2 * places);
    }
  });
  const choices = m * length * (m * length - 1) - within;
  return {
    observed: apart / (m * (m - 1) * length ** 2),
    expected: ((2 / length) * sum) / choices,
  };
}
