import { invariant } from '../../model/result';
import { onceFor } from '../remember';

/** A stretch that a coder gave a code: half-open `[start, end)`, in UTF-16 units or any other whole or real unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/**
 * One document as each coder coded it. A coder without spans looked and coded nothing; a coder who did not
 * look is null, and the document then says nothing of that coder.
 */
export interface Continuum {
  /** Where it begins; positions lie in [begin, begin + length]. */
  readonly begin: number;
  readonly length: number;
  readonly coders: readonly (readonly Span[] | null)[];
}

/**
 * A continuum whose spans are in order of start, then end, then code.
 * In: its length ≥ 0, the spans of each coder in any order, and where it begins. Out: the continuum.
 * Throws when a span is empty or leaves the continuum.
 */
export function continuum(length: number, coders: readonly (readonly Span[] | null)[], begin = 0): Continuum {
  for (const spans of coders) {
    for (const { start, end } of spans ?? []) {
      invariant(begin <= start && start < end && end <= begin + length, 'a span lies within its continuum');
    }
  }
  return { begin, length, coders: coders.map((spans) => spans?.toSorted(inOrder) ?? null) };
}

const inOrder = (a: Span, b: Span): number =>
  a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** In: continua and coders by column. Out: the continua of these coders alone, in this order. */
export function continuaOf(continua: readonly Continuum[], columns: readonly number[]): readonly Continuum[] {
  return continua.map((each) => ({ ...each, coders: columns.map((column) => each.coders[column] ?? null) }));
}

/** In: continua and codes. Out: the continua with the spans of these codes alone. */
export function withCodes(continua: readonly Continuum[], codes: readonly string[]): readonly Continuum[] {
  return continua.map((each) => ({
    ...each,
    coders: each.coders.map((spans) => spans && spansOf(spans, codes)),
  }));
}

/** In: continua. Out: their codes, each once, sorted. */
export function codesOf(continua: readonly Continuum[]): readonly string[] {
  const codes = new Set<string>();
  for (const { coders } of continua)
    for (const spans of coders) for (const { code } of spans ?? []) codes.add(code);
  return [...codes].sort();
}

/** In: spans in any order. Out: the spans of each code, in that order; grouped once for one array of spans. */
export function spansByCode(spans: readonly Span[]): ReadonlyMap<string, readonly Span[]> {
  return onceFor(spans, 'by code', () => {
    const byCode = new Map<string, Span[]>();
    for (const span of spans) {
      const known = byCode.get(span.code);
      if (known) known.push(span);
      else byCode.set(span.code, [span]);
    }
    return byCode;
  });
}

const NONE: readonly Span[] = [];

/**
 * The spans of some codes. In: spans in order of start, and the codes wanted (all of them if undefined).
 * Out: those spans, in that order. One code at a time, all codes together take one pass.
 */
export function spansOf(spans: readonly Span[], codes: readonly string[] | undefined): readonly Span[] {
  if (!codes) return spans;
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return spansByCode(spans).get(only) ?? NONE;
  const wanted = new Set(codes);
  return spans.filter(({ code }) => wanted.has(code));
}

/** What becomes of two overlapping spans of one code and one coder, where a coefficient knows no such thing. */
export type SameCodeOverlap = 'merge' | 'first-longest';

/**
 * Spans of which no two of one code overlap; those that only touch stay apart, as two units.
 * In: spans in order of start, and whether overlapping ones become one (`merge`) or all but the first, of
 * several with one start the longest, are dropped (`first-longest`, as INCEpTION does).
 * Out: the spans in order of start, the same array when there was nothing to do.
 */
export function withoutSameCodeOverlap(spans: readonly Span[], how: SameCodeOverlap): readonly Span[] {
  const lastEnds = new Map<string, number>();
  let overlap = false;
  for (const { start, end, code } of spans) {
    const last = lastEnds.get(code);
    if (last !== undefined && start < last) overlap = true;
    lastEnds.set(code, Math.max(last ?? end, end));
  }
  if (!overlap) return spans;

  const kept: { start: number; end: number; code: string }[] = [];
  const open = new Map<string, { start: number; end: number; code: string }>();
  const ordered = how === 'merge' ? spans : spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const span of ordered) {
    const last = open.get(span.code);
    if (last && span.start < last.end) {
      if (how === 'merge') last.end = Math.max(last.end, span.end);
      continue;
    }
    const copy = { ...span };
    open.set(span.code, copy);
    kept.push(copy);
  }
  return kept;
}
