import { fail, ok, type Result } from '../model/result';
import { countCodePoints, cutsPair } from './positions';
import type { TextRange } from './range';

/** Length of the context on either side, in UTF-16 units. */
const CONTEXT = 32;

/** A passage by its words and surroundings, so that it can be found again in a corrected text. */
export interface Anchor {
  readonly quote: string;
  /** Up to 32 UTF-16 units before and after; shorter at the ends of the text and beside a pair. */
  readonly prefix: string;
  readonly suffix: string;
  /** Length of the quote in code points. */
  readonly characters: number;
}

/** In: a text and a range within it. Out: the anchor of that range. */
export function makeAnchor(text: string, { start, end }: TextRange): Anchor {
  const quote = text.slice(start, end);
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    quote,
    prefix: text.slice(cutsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, cutsPair(text, to) ? to - 1 : to),
    characters: countCodePoints(quote),
  };
}

export type AnchorFailure = 'not-found' | 'ambiguous';

/**
 * Finds a passage again.
 * In: a text, the anchor, and where the passage began when the anchor was made (UTF-16 units).
 * Out: its range. Where quote and context stand exactly as they did, that is it; else the occurrence of
 * the quote whose context agrees best, the nearest of equals. Fails with 'not-found' when the quote does
 * not occur, and with 'ambiguous' when nothing tells its occurrences apart.
 */
export function findAnchor(
  text: string,
  anchor: Anchor,
  hintStart: number,
): Result<TextRange, AnchorFailure> {
  const { quote, prefix, suffix } = anchor;
  const rangeAt = (start: number) => ({ start, end: start + quote.length });
  if (quote === '') return fail('not-found');
  const exact = prefix + quote + suffix;
  if (hintStart >= prefix.length && text.startsWith(exact, hintStart - prefix.length)) {
    return ok(rangeAt(hintStart));
  }
  let best: { start: number; score: number; distance: number } | undefined;
  let tied = false;
  let occurrences = 0;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    occurrences++;
    const score = contextScore(text, anchor, start);
    const distance = Math.abs(start - hintStart);
    const order = best ? score - best.score || best.distance - distance : 1;
    if (order > 0) best = { start, score, distance };
    tied = order === 0 || (tied && order < 0);
  }
  if (!best) return fail('not-found');
  const unsupported = best.score === 0 && best.distance > 0 && occurrences > 1;
  return tied || unsupported ? fail('ambiguous') : ok(rangeAt(best.start));
}

/** How many units of context agree, counted outwards from the quote. */
function contextScore(text: string, { quote, prefix, suffix }: Anchor, start: number): number {
  const end = start + quote.length;
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}
