import type { Block } from '../../../../domain/model/source';
import { snapToGraphemes } from '../../../../domain/text/graphemes';

/** The most characters one element holds: the browser lays out and hit-tests short elements far faster. */
export const PIECE_LIMIT = 2000;
/** A long block is not cut before this part of the limit, so that pieces stay of one size. */
const EARLIEST_CUT = 1400;

/**
 * What is shown as one element each: a block, or one stretch of a long block. Columns instead of rows,
 * because a source may have a million of them. Pieces of one block follow each other without a gap.
 */
export interface Pieces {
  readonly count: number;
  /** Positions in UTF-16 units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Index of the block that a piece belongs to. */
  readonly blocks: Uint32Array;
}

/** In: canonical text and its blocks. Out: the pieces, in order; together they cover every block exactly. */
export function splitForDisplay(text: string, blocks: readonly Block[]): Pieces {
  const starts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  blocks.forEach((block, index) => {
    let start = block.start;
    do {
      const end = block.end - start <= PIECE_LIMIT ? block.end : cut(text, start);
      starts.push(start);
      ends.push(end);
      owners.push(index);
      start = end;
    } while (start < block.end);
  });
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    blocks: Uint32Array.from(owners),
  };
}

// The best place to cut comes first: after a line, after a sentence, after a word.
const seams = [/\n/g, /[。．！？]|[.!?][)”’"']*\s/g, /\s/g];

/** Where to end a piece of a block that is too long for one. */
function cut(text: string, start: number): number {
  const from = start + EARLIEST_CUT;
  const stretch = text.slice(from, start + PIECE_LIMIT);
  for (const seam of seams) {
    const last = [...stretch.matchAll(seam)].at(-1);
    if (last) return snapped(text, from + last.index + last[0].length, start);
  }
  return snapped(text, start + PIECE_LIMIT, start);
}

/** A grapheme boundary at or before a position; the position itself where one grapheme fills the piece. */
function snapped(text: string, position: number, start: number): number {
  const boundary = snapToGraphemes(text, { start: position, end: position }).start;
  return boundary > start ? boundary : position;
}

/**
 * The piece at a position.
 * In: pieces and a position; where two pieces meet, `before` chooses the first of them. Out: the index of
 * the piece that holds it; of the piece before, for a position in the gap between blocks; −1 without pieces.
 */
export function pieceAt({ count, starts, ends }: Pieces, position: number, before = false): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  if (count === 0) return -1;
  return before && index > 0 && starts[index] === position && ends[index - 1] === position
    ? index - 1
    : index;
}

/** Half-open range of the pieces that a range of text touches; empty where it lies between blocks. */
export function piecesIn(pieces: Pieces, start: number, end: number): { from: number; to: number } {
  if (pieces.count === 0 || start >= end) return { from: 0, to: 0 };
  const first = pieceAt(pieces, start);
  const from = (pieces.ends[first] ?? 0) <= start ? first + 1 : first;
  const to = (pieces.starts[0] ?? 0) >= end ? 0 : pieceAt(pieces, end - 1) + 1;
  return { from, to: Math.max(from, to) };
}
