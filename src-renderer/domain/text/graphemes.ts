import type { TextRange } from './range';
import { segmenterFor } from './segmenters';

/**
 * Grapheme clusters without segmenting a whole text: only the stretch between two places that are
 * boundaries beyond doubt is handed to the segmenter, and in Latin, Chinese, Japanese and Korean text
 * that stretch is mostly a single character.
 */

/** Characters that neither join what follows nor, among themselves, what precedes. */
function isPlain(unit: number): boolean {
  return (
    unit === 0x0a ||
    (unit >= 0x20 && unit < 0x300) ||
    (unit >= 0x3000 && unit < 0x302a) ||
    (unit >= 0x3030 && unit < 0x3099) ||
    (unit >= 0x309b && unit < 0x3100) ||
    (unit >= 0x3400 && unit < 0xa000) ||
    (unit >= 0xac00 && unit < 0xd7a4) ||
    (unit >= 0xff00 && unit < 0xff9e)
  );
}

// What may join the character before it: marks, modifiers, joiners, conjoining jamo, tags.
const joining =
  /^[\p{M}\p{Emoji_Modifier}\u200c-\u200d\uff9e\uff9f\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7fb\udc00-\udfff\u{e0020}-\u{e007f}]/u;

/** Whether a position is a boundary beyond doubt; false means that only the segmenter knows. */
function isSafe(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  const before = text.charCodeAt(position - 1);
  const after = text.charCodeAt(position);
  if (before === 0x0a || after === 0x0a) return before !== 0x0d;
  if (!isPlain(before)) return false;
  return isPlain(after) || !joining.test(text.slice(position, position + 2));
}

/**
 * The grapheme cluster at a position.
 * In: a text and a position of 0…length−1 in UTF-16 units. Out: the cluster that covers that unit.
 */
export function graphemeAt(text: string, position: number): TextRange {
  let start = position;
  while (!isSafe(text, start)) start--;
  let end = position + 1;
  while (!isSafe(text, end)) end++;
  if (end - start <= 1) return { start, end };
  const cluster = segmenterFor('und', 'grapheme')
    .segment(text.slice(start, end))
    .containing(position - start);
  if (!cluster) return { start, end };
  return { start: start + cluster.index, end: start + cluster.index + cluster.segment.length };
}

/** In: a text and a position of 0…length. Out: whether the position lies between two clusters. */
export function isGraphemeBoundary(text: string, position: number): boolean {
  return isSafe(text, position) || graphemeAt(text, position).start === position;
}

/**
 * Widens a range to whole grapheme clusters.
 * In: a text and a range of 0 ≤ start ≤ end ≤ length. Out: the smallest range of whole clusters that
 * holds it; an empty range moves to the start of the cluster it cuts.
 */
export function snapToGraphemes(text: string, range: TextRange): TextRange {
  const start = isSafe(text, range.start) ? range.start : graphemeAt(text, range.start).start;
  if (range.end === range.start) return { start, end: start };
  const end = isSafe(text, range.end) ? range.end : graphemeAt(text, range.end - 1).end;
  return { start, end };
}

/** A cluster rarely has more than a few units: a text is never looked at beyond this many for each. */
const UNITS_PER_CLUSTER = 32;

/**
 * The beginning of a text that may be megabytes long, to be shown where the whole does not belong.
 * In: a text and the most grapheme clusters to show. Out: the text, or where it has more clusters than
 * that, the first of them with an ellipsis. No cluster is cut; fewer are shown where they have more than 32
 * UTF-16 units on average. Takes time by the clusters shown, not by the length of the text.
 */
export function excerpt(text: string, most = 600): string {
  if (text.length <= most) return text;
  const seen = text.slice(0, most * UNITS_PER_CLUSTER);
  return firstClusters(seen, most, seen.length < text.length);
}

/**
 * Shortens a text to be shown in one line.
 * In: a text and the most grapheme clusters it may have. Out: as `excerpt`, with white space runs as single
 * spaces.
 */
export function shorten(text: string, most = 60): string {
  const trimmed = text.trim();
  const seen = trimmed.slice(0, most * UNITS_PER_CLUSTER);
  return firstClusters(seen.replace(/\s+/g, ' '), most, seen.length < trimmed.length);
}

/** In: a text, the most clusters, whether more text follows, so that the last cluster may be half. */
function firstClusters(text: string, most: number, goesOn: boolean): string {
  let count = 0;
  let last = 0;
  for (const { index } of segmenterFor('und', 'grapheme').segment(text)) {
    last = index;
    if (count++ === most) break;
  }
  return count > most || goesOn ? `${text.slice(0, last).trimEnd()}…` : text;
}

/** In: a text and a limit. Out: whether it has more grapheme clusters than the limit. */
export function exceedsGraphemes(text: string, limit: number): boolean {
  let end = 0;
  for (let count = 0; count < limit && end < text.length; count++) end = graphemeAt(text, end).end;
  return end < text.length;
}
