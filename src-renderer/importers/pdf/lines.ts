import { joinWithoutSpace } from '../html/run';
import { mendCharacters } from './characters';

/** A piece of text as pdf.js places it; lengths in points. */
export interface TextItem {
  readonly str: string;
  /** 'ltr', 'rtl' or 'ttb' (vertical writing). */
  readonly dir: string;
  /** Maps the glyph space to the page: `[a, b, c, d, x, y]`, y upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/**
 * One line of text in coordinates of its own writing: `start` and `end` along the line, `at` across the
 * lines in the order they are read, whatever way the text is turned on the page; points.
 */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** Font size of most of the line. */
  readonly size: number;
  /** Degrees the line is turned by, in steps of 15. */
  readonly angle: number;
  readonly page: number;
  /** The line between its wider gaps: one part, unless it stands across columns or in a table. */
  readonly parts: readonly LinePart[];
}

export interface LinePart {
  readonly start: number;
  readonly end: number;
  /** In UTF-16 units. */
  readonly length: number;
}

interface Piece {
  readonly text: string;
  /** Whether the page draws a space before it. */
  readonly spaced: boolean;
  readonly rtl: boolean;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly size: number;
  readonly angle: number;
}

// All in units of the font size.
const CELL_GAP = 2.5;
const PART_GAP = 0.8;
const WORD_GAP = 0.2;
const LETTER_GAP = 0.4;
const SAME_BASELINE = 0.5;
const DOUBLED = 0.3;

/**
 * Puts the pieces of a page together to lines, in the order in which the page draws them.
 * In: the pieces, the page's number, and places along the lines where a gap parts two lines of two columns.
 */
export function linesOf(items: readonly TextItem[], page: number, gutters: readonly number[] = []): Line[] {
  const lines: Line[] = [];
  const drawn = new Map<string, Piece[]>();
  let pieces: Piece[] = [];
  let spaced = false;
  const close = () => {
    if (pieces.length > 0) lines.push(lineOf(pieces, page));
    pieces = [];
  };
  for (const item of items) {
    if (item.str.trim() === '') {
      spaced ||= item.str !== '';
      continue;
    }
    const piece = pieceOf(item, spaced);
    // Heavy type and shadows are sometimes made by drawing the same letters twice.
    const same = drawn.get(piece.text) ?? [];
    if (same.some((earlier) => isDoubled(earlier, piece))) continue;
    same.push(piece);
    drawn.set(piece.text, same);
    const last = pieces.at(-1);
    if (last && !(isSameLine(pieces, last, piece) && !isParted(last, piece, gutters))) close();
    pieces.push(piece);
    spaced = item.str.endsWith(' ');
  }
  close();
  return lines.filter((line) => line.text !== '');
}

function pieceOf({ str, dir, transform, width, height }: TextItem, spaced: boolean): Piece {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const vertical = dir === 'ttb';
  const [dx, dy] = vertical ? unit(-c, -d) : unit(a, b);
  const start = x * dx + y * dy;
  return {
    text: mendCharacters(str),
    spaced,
    rtl: dir === 'rtl',
    start,
    end: start + (vertical ? height : width),
    at: x * dy - y * dx,
    size: (vertical ? Math.hypot(a, b) : Math.hypot(c, d)) || 1,
    angle: Math.round((Math.atan2(dy, dx) * 12) / Math.PI) * 15,
  };
}

function unit(x: number, y: number): [number, number] {
  const length = Math.hypot(x, y);
  return length > 0 ? [x / length, y / length] : [1, 0];
}

const isParted = (last: Piece, next: Piece, gutters: readonly number[]): boolean =>
  gutters.some((gutter) => last.end <= gutter && gutter <= next.start);

const isDoubled = (last: Piece, next: Piece): boolean =>
  last.angle === next.angle &&
  Math.abs(last.start - next.start) < DOUBLED * last.size &&
  Math.abs(last.at - next.at) < DOUBLED * last.size;

function isSameLine(pieces: readonly Piece[], last: Piece, next: Piece): boolean {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const goesOn = next.rtl && last.rtl ? true : next.start > last.end - SAME_BASELINE * size;
  return last.angle === next.angle && Math.abs(last.at - next.at) < SAME_BASELINE * size && goesOn;
}

function lineOf(pieces: readonly Piece[], page: number): Line {
  const main = pieces.reduce((longest, piece) => (piece.text.length > longest.text.length ? piece : longest));
  const rightToLeft = pieces.filter(({ rtl }) => rtl).length * 2 > pieces.length;
  const ordered = rightToLeft ? [...pieces].sort((a, b) => b.start - a.start) : pieces;
  let text = '';
  let before: Piece | undefined;
  for (const piece of ordered) {
    text += (before ? between(before, piece) : '') + piece.text;
    before = piece;
  }
  return {
    text: text
      .replace(/[ \u00A0]*\t[ \u00A0]*/g, '\t')
      .replace(/ {2,}/g, ' ')
      .trim(),
    start: Math.min(...pieces.map((piece) => piece.start)),
    end: Math.max(...pieces.map((piece) => piece.end)),
    at: main.at,
    size: main.size,
    angle: main.angle,
    page,
    parts: partsOf(ordered),
  };
}

function partsOf(pieces: readonly Piece[]): LinePart[] {
  const parts: LinePart[] = [];
  for (const { start, end, size, text } of pieces) {
    const last = parts.at(-1);
    if (last && start - last.end < PART_GAP * size)
      parts[parts.length - 1] = { start: last.start, end, length: last.length + text.length };
    else parts.push({ start, end, length: text.length });
  }
  return parts;
}

/** What the gap between two pieces of a line stands for: nothing, a space, or the next cell of a table. */
function between(before: Piece, after: Piece): string {
  const gap =
    Math.max(after.start - before.end, before.start - after.end) / Math.max(before.size, after.size);
  if (gap > CELL_GAP) return '\t';
  // East Asian type is spread to fill the line, which pdf.js takes for spaces.
  if (joinWithoutSpace(before.text.at(-1), after.text[0])) return gap > LETTER_GAP ? ' ' : '';
  return after.spaced || gap > WORD_GAP ? ' ' : '';
}
