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

/**
 * The beginning of a text that may be megabytes long, to be shown where the whole does not belong.
 * In: a text and the most UTF-16 units to show. Out: the text, or of a longer one what fits in whole
 * grapheme clusters, with an ellipsis.
 */
export function excerpt(text: string, most = 600): string {
  if (text.length <= most) return text;
  // Whether a cluster goes on depends on the character behind the cut, of up to two units, and none after.
  const { start } = graphemeAt(text.slice(0, most + 2), most);
  return `${text.slice(0, start).trimEnd()}…`;
}

/**
 * Shortens a text to be shown in one line.
 * In: a text and the most grapheme clusters it may have. Out: the text with white space runs as single
 * spaces, cut with an ellipsis where it is longer. Clusters of more than 32 UTF-16 units may count as several.
 */
export function shorten(text: string, most = 60): string {
  // A cluster rarely has more than a few units; what is certainly too long is not even looked at.
  const trimmed = text.trim();
  const seen = trimmed.slice(0, most * 32);
  const line = seen.replace(/\s+/g, ' ');
  const isWhole = seen.length === trimmed.length;
  let end = 0;
  for (let count = 0; count < most && end < line.length; count++) end = graphemeAt(line, end).end;
  if (end === line.length && isWhole) return line;
  if (end === line.length) end = graphemeAt(line, end - 1).start;
  return `${line.slice(0, end).trimEnd()}…`;
}

/** In: a text and a limit. Out: whether it has more grapheme clusters than the limit. */
export function exceedsGraphemes(text: string, limit: number): boolean {
  let end = 0;
  for (let count = 0; count < limit && end < text.length; count++) end = graphemeAt(text, end).end;
  return end < text.length;
}
