import { spansByCode, type Continuum, type Span } from '../continuum/continuum';
import { measured, undefinedBecause, type Outcome } from '../outcome';
import { pairsOf } from '../table/counts';
import { bestMatching, edgeList } from './assignment';

/**
 * When two spans may be one: at the same place (`exact`), when intersection over union reaches a
 * threshold in (0, 1], or when they share a position (`any-overlap`).
 */
export type SpanMatch = 'exact' | 'any-overlap' | { readonly iou: number };

/** In: two spans and the rule. Out: whether they may be one. */
export function mayMatch(a: Span, b: Span, rule: SpanMatch): boolean {
  if (rule === 'exact') return a.start === b.start && a.end === b.end;
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (common <= 0) return false;
  if (rule === 'any-overlap') return true;
  // As a product, so that a threshold of 9/10 holds for 9 of 10.
  return common >= rule.iou * (a.end - a.start + (b.end - b.start) - common) - 1e-9;
}

/**
 * Pairs the spans of two coders, each with at most one, so that as many as possible are paired and, among
 * such matchings, as many as possible of equal code.
 * In: both coders' spans in order of start, and the rule. Out: per span of the first the index of its
 * partner, or −1.
 */
export function matchSpans(first: readonly Span[], second: readonly Span[], rule: SpanMatch): Int32Array {
  const latestEnds = new Float64Array(second.length);
  let latest = -Infinity;
  second.forEach(({ end }, i) => {
    latest = Math.max(latest, end);
    latestEnds[i] = latest;
  });
  // No number of equal codes outweighs one pair more.
  const pair = Math.min(first.length, second.length) + 1;
  const list = edgeList(second.length);
  let low = 0;
  for (const span of first) {
    while (low < second.length && (latestEnds[low] ?? 0) <= span.start) low++;
    for (let i = low; i < second.length; i++) {
      const other = second[i];
      if (!other || other.start >= span.end) break;
      if (mayMatch(span, other, rule)) list.add(i, span.code === other.code ? pair + 1 : pair);
    }
    list.endRow();
  }
  return bestMatching(list.edges());
}

/** How many spans of a document each of two coders has, and how many of them are the other's too. */
export interface SpanMatches {
  readonly matched: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Matches of one document, summed over the pairs of coders that looked at it; spans match only within their code.
 * In: a continuum and the rule. Out: numbers of spans ≥ 0.
 */
export function spanMatches({ coders }: Continuum, rule: SpanMatch): SpanMatches {
  let matched = 0;
  let first = 0;
  let second = 0;
  const byCode = coders.map((spans) => spans && spansByCode(spans));
  for (const [a, b] of pairsOf(coders.length)) {
    const [own, other] = [byCode[a], byCode[b]];
    if (!own || !other) continue;
    first += coders[a]?.length ?? 0;
    second += coders[b]?.length ?? 0;
    for (const [code, spans] of own) {
      for (const column of matchSpans(spans, other.get(code) ?? [], rule)) if (column >= 0) matched++;
    }
  }
  return { matched, first, second };
}

/**
 * F1 of spans, 2M/(N1 + N2) with the matches of the greatest number; over several coders pooled over pairs
 * (van Rijsbergen 1979, ch. 7; as agreement of coders Hripcsak and Rothschild 2005). It equals Holsti's coefficient of spans.
 * In: matches by document and a weight ≥ 0 per document. Out: 0…1 with `matched`, `nA`, `nB`; undefined
 * (`nothing-coded`) where no coder of a pair has a span.
 */
export function spanF1(documents: readonly SpanMatches[], weights: ArrayLike<number>): Outcome {
  let matched = 0;
  let nA = 0;
  let nB = 0;
  documents.forEach((document, d) => {
    const weight = weights[d] ?? 0;
    matched += weight * document.matched;
    nA += weight * document.first;
    nB += weight * document.second;
  });
  if (nA + nB === 0) return undefinedBecause('nothing-coded');
  return measured((2 * matched) / (nA + nB), { matched, nA, nB });
}
