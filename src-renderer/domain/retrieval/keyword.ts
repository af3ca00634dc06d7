import { fold, foldWithPositions, unfold } from '../text/fold';
import { snapToGraphemes } from '../text/graphemes';
import type { TextRange } from '../text/range';

/** One occurrence of the words sought. */
export interface KeywordLine extends TextRange {
  readonly before: string;
  readonly keyword: string;
  readonly after: string;
}

/**
 * Keyword in context.
 * In: a canonical text, words sought literally (case and width do not matter, white space matches any
 * single white space), the context on either side in UTF-16 units, the most lines wanted. Out: the
 * occurrences in reading order, without overlaps, in whole grapheme clusters; none for empty words.
 */
export function keywordInContext(
  text: string,
  words: string,
  { context = 60, most = Infinity }: { readonly context?: number; readonly most?: number } = {},
): readonly KeywordLine[] {
  const wanted = fold(words).trim();
  const lines: KeywordLine[] = [];
  if (wanted === '') return lines;
  const folded = foldWithPositions(text);
  let from = 0;
  let done = 0;
  while (lines.length < most) {
    const at = folded.text.indexOf(wanted, from);
    if (at < 0) break;
    from = at + wanted.length;
    const hit = snapToGraphemes(text, unfold(folded, at, from));
    // Two hits inside one character that folds into several are one.
    if (hit.start < done) continue;
    done = hit.end;
    const wide = snapToGraphemes(text, {
      start: Math.max(0, hit.start - context),
      end: Math.min(text.length, hit.end + context),
    });
    lines.push({
      ...hit,
      before: text.slice(wide.start, hit.start),
      keyword: text.slice(hit.start, hit.end),
      after: text.slice(hit.end, wide.end),
    });
  }
  return lines;
}
