/**
 * Comparison that ignores case and width: 'ＮＰＡ' is 'npa', 'ｶﾞ' is 'ガ', any white space is a space.
 * For comparing only; what is kept is never normalised.
 */

/** In: a text. Out: its comparison form. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replace(/\s/g, ' ');
}

// Runs whose comparison form may have another length: anything but ASCII, kana, ideographs and
// hangul, together with the character before, which a mark may join.
const irregular =
  /(?:^|[^])[^\p{ASCII}\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]+/gu;
const piece = /\P{M}?[\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu;

/** A text in comparison form, and the way back to the text itself. */
export interface FoldedText {
  readonly text: string;
  /** Folded positions from which the shift between both texts changes, ascending, and the originals. */
  readonly folded: readonly number[];
  readonly original: readonly number[];
}

/** In: a text. Out: its comparison form, piece by piece, with the places where lengths differ. */
export function foldWithPositions(text: string): FoldedText {
  const parts: string[] = [];
  const folded: number[] = [0];
  const original: number[] = [0];
  let length = 0;
  const append = (from: number, to: number): void => {
    const part = fold(text.slice(from, to));
    parts.push(part);
    length += part.length;
    if (part.length === to - from) return;
    // The start of the piece is mapped as well: a hit inside it is a hit on the whole piece.
    folded.push(length - part.length, length);
    original.push(from, to);
  };
  let done = 0;
  for (const run of text.matchAll(irregular)) {
    append(done, run.index);
    for (const { 0: cluster, index } of run[0].matchAll(piece)) {
      if (cluster !== '') append(run.index + index, run.index + index + cluster.length);
    }
    done = run.index + run[0].length;
  }
  append(done, text.length);
  return { text: parts.join(''), folded, original };
}

/**
 * The way back.
 * In: a folded text and a non-empty range of its `text`. Out: the range in the original; where the range
 * cuts a character that folds into several ('㈱' → '(株)'), the whole character.
 */
export function unfold(from: FoldedText, start: number, end: number): { start: number; end: number } {
  return { start: originalOf(from, start, false), end: originalOf(from, end, true) };
}

function originalOf({ folded, original }: FoldedText, position: number, asEnd: boolean): number {
  let low = 0;
  let high = folded.length;
  // The last mark at or before the position; as an end, before it, so that an end maps to an end.
  while (low < high) {
    const middle = (low + high) >>> 1;
    const mark = folded[middle] ?? 0;
    if (asEnd ? mark < position : mark <= position) low = middle + 1;
    else high = middle;
  }
  const mark = Math.max(0, low - 1);
  const base = original[mark] ?? 0;
  const next = original[mark + 1];
  // Marks come in pairs after the first: odd ones open a piece of changed length.
  if (mark % 2 === 1) return asEnd ? (next ?? base) : base;
  return base + position - (folded[mark] ?? 0);
}
