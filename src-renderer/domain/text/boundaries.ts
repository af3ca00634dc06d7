import type { Block } from '../model/source';
import { blocksIn } from './blocks';
import { graphemeAt } from './graphemes';
import { isBlank, trimRange, type TextRange } from './range';
import { segmenterFor } from './segmenters';
import { sentencesOf } from './sentences';

/** The units by which a selection grows from the keyboard; a paragraph is a block. */
export const textUnits = ['grapheme', 'word', 'sentence', 'paragraph'] as const;
export type TextUnit = (typeof textUnits)[number];
type InnerUnit = 'word' | 'sentence';

/** A word, a run of punctuation, or a sentence without the white space around it. */
interface Piece extends TextRange {
  /** Words and sentences, as against punctuation. */
  readonly solid: boolean;
}

/** The pieces near a position; the outermost may be cut short where the block goes on. */
interface Pieces {
  readonly pieces: readonly Piece[];
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** Segmenting is slow on long strings; a longer block is segmented in cells of this many units. */
const CELL = 2048;

/**
 * Moves a caret by one unit, as Shift+arrow does.
 * In: a text with its blocks, a position of 0…length, the unit, the direction, the source's language.
 * Out: the next boundary that way: the ends of words and sentences forward, their starts backward, and
 * both of blocks; the outermost block edge when there is none. Without blocks: the position itself.
 */
export function moveBoundary(
  text: string,
  blocks: readonly Block[],
  position: number,
  unit: TextUnit,
  direction: 'forward' | 'backward',
  language: string,
): number {
  const forward = direction === 'forward';
  const nearest = nearestBlock(blocks, position, forward);
  for (let i = nearest; ; i += forward ? 1 : -1) {
    const block = blocks[i];
    if (!block) break;
    if (unit === 'grapheme') return moveByGrapheme(text, block, position, forward);
    if (unit === 'paragraph') return forward ? block.end : block.start;
    const found = edgeInBlock(text, block, position, unit, forward, language);
    if (found !== undefined) return found;
  }
  return forward
    ? Math.max(position, blocks.at(-1)?.end ?? position)
    : Math.min(position, blocks[0]?.start ?? position);
}

/**
 * The unit around a position, as a double or triple click selects it.
 * In: as for `moveBoundary`. Out: the grapheme, word, sentence or block at the position (from white
 * space: the next one of the block, else the one before); null where no block has text there.
 */
export function rangeAround(
  text: string,
  blocks: readonly Block[],
  position: number,
  unit: TextUnit,
  language: string,
): TextRange | null {
  const block = blocks[nearestBlock(blocks, position, true)] ?? blocks.at(-1);
  if (!block || block.end === block.start) return null;
  const inside = Math.min(Math.max(position, block.start), block.end - 1);
  if (unit === 'paragraph') return { start: block.start, end: block.end };
  if (unit === 'grapheme') return graphemeAt(text, inside);
  for (let reach = 1; ; reach *= 2) {
    const { pieces, cutStart, cutEnd } = piecesNear(text, block, inside, unit, language, reach);
    const next = pieces.findIndex(({ end }) => end > inside);
    const index = next >= 0 ? next : pieces.length - 1;
    const uncertain = (cutStart && index <= 0) || (cutEnd && index === pieces.length - 1);
    const found = pieces[index];
    if (!uncertain) return found ? { start: found.start, end: found.end } : null;
  }
}

function moveByGrapheme(text: string, block: Block, position: number, forward: boolean): number {
  if (forward) return position < block.start ? block.start : graphemeAt(text, position).end;
  return position > block.end ? block.end : graphemeAt(text, position - 1).start;
}

/** Index of the nearest block with text beyond the position, that way; past the last when there is none. */
function nearestBlock(blocks: readonly Block[], position: number, forward: boolean): number {
  return forward ? blocksIn(blocks, position, Infinity).from : blocksIn(blocks, -1, position).to - 1;
}

/** The next edge within a block, looking ever further until the edge does not hang on where it was cut. */
function edgeInBlock(
  text: string,
  block: Block,
  position: number,
  unit: InnerUnit,
  forward: boolean,
  language: string,
): number | undefined {
  for (let reach = 1; ; reach *= 2) {
    const { pieces, cutStart, cutEnd } = piecesNear(text, block, position, unit, language, reach);
    const index = forward
      ? pieces.findIndex(({ solid, end }) => solid && end > position)
      : pieces.findLastIndex(({ solid, start }) => solid && start < position);
    const uncertain = forward ? cutEnd && (index < 0 || index === pieces.length - 1) : cutStart && index <= 0;
    if (!uncertain) return forward ? pieces[index]?.end : pieces[index]?.start;
  }
}

function piecesNear(
  text: string,
  block: Block,
  position: number,
  unit: InnerUnit,
  language: string,
  reach: number,
): Pieces {
  const window = windowAround(text, block, position, reach);
  const slice = text.slice(window.start, window.end);
  // Hard-wrapped lines are no ends of sentences; in preformatted text line ends mean something.
  const joined = block.kind === 'preformatted' ? slice : slice.replaceAll('\n', ' ');
  const pieces = (unit === 'word' ? wordsOf : trimmedSentencesOf)(joined, language)
    .filter(({ start, end }) => !isBlank(joined.slice(start, end)))
    .map(({ start, end, solid }) => ({ start: start + window.start, end: end + window.start, solid }));
  return { pieces, cutStart: window.start > block.start, cutEnd: window.end < block.end };
}

function wordsOf(text: string, language: string): readonly Piece[] {
  return Array.from(segmenterFor(language, 'word').segment(text), ({ index, segment, isWordLike }) => ({
    start: index,
    end: index + segment.length,
    solid: isWordLike === true,
  }));
}

function trimmedSentencesOf(text: string, language: string): readonly Piece[] {
  return sentencesOf(text, language).map((sentence) => ({ ...trimRange(text, sentence), solid: true }));
}

/** The cells around a position; the same for every position of a cell, so that boundaries agree. */
function windowAround(text: string, block: Block, position: number, reach: number): TextRange {
  const inside = Math.min(Math.max(position, block.start), block.end);
  const cell = block.start + Math.floor((inside - block.start) / CELL) * CELL;
  const start = cell - reach * CELL;
  const end = cell + (reach + 1) * CELL;
  return {
    start: start <= block.start ? block.start : graphemeAt(text, start).start,
    end: end >= block.end ? block.end : graphemeAt(text, end).start,
  };
}
