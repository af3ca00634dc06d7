import { cleanText } from '../../../text/canonical';
import { positionTable, toCodePoints, toUtf16, type PositionTable } from '../../../text/positions';
import type { TextRange } from '../../../text/range';
import type { PositionConvention } from './convention';

/** A text as it is in its file, and the way from positions in the file to those in the canonical text. */
export class FileText {
  /** The text as Parallax keeps it: line ends are LF, without byte order mark. */
  readonly canonical: string;
  /** How many byte order marks stand at the start; 0 or 1 but for damaged files. */
  readonly marks: number;
  readonly #table: PositionTable;
  /** Canonical positions of the line feeds that are CRLF in the file, ascending, in either unit. */
  readonly #lineEnds: { readonly [unit in PositionConvention['unit']]: Uint32Array };

  /** In: the text of a file, decoded, with its byte order mark and line ends. */
  constructor(raw: string) {
    this.canonical = cleanText(raw);
    this.marks = /^\uFEFF*/.exec(raw)?.[0].length ?? 0;
    this.#table = positionTable(this.canonical);
    const utf16 = lineEndsIn(raw, this.marks);
    const codePoints =
      this.#table.pairs.length === 0 ? utf16 : utf16.map((position) => toCodePoints(this.#table, position));
    this.#lineEnds = { 'utf-16': utf16, 'code-point': codePoints };
  }

  /** Whether the text tells the two units apart. */
  get hasPairs(): boolean {
    return this.#table.pairs.length > 0;
  }

  /** Whether the text tells apart what a line end counts. */
  get hasCrlf(): boolean {
    return this.#lineEnds['utf-16'].length > 0;
  }

  /**
   * A passage of the file as one of the canonical text.
   * In: first and last position as a file states them, and its convention. Out: `[start, end)` in UTF-16
   * units of the canonical text, start ≤ end; null where either lies outside the text or is no number. A
   * position between CR and LF is the one before the line feed.
   */
  range(start: number, end: number, convention: PositionConvention): TextRange | null {
    const from = this.#canonical(start, convention);
    const to = this.#canonical(convention.end === 'inclusive' ? end + 1 : end, convention);
    return from === null || to === null || from > to ? null : { start: from, end: to };
  }

  #canonical(position: number, { unit, crlf, bom }: PositionConvention): number | null {
    const counted = position - (bom ? this.marks : 0);
    const lineEnds = this.#lineEnds[unit];
    const inLines = crlf === 2 ? counted - countBefore(lineEnds, counted) : counted;
    const length = unit === 'utf-16' ? this.#table.length : this.#table.characters;
    if (!(inLines >= 0 && inLines <= length)) return null;
    return unit === 'utf-16' ? inLines : toUtf16(this.#table, inLines);
  }
}

function lineEndsIn(raw: string, marks: number): Uint32Array {
  const found: number[] = [];
  for (let at = raw.indexOf('\r\n', marks); at >= 0; at = raw.indexOf('\r\n', at + 2))
    found.push(at - marks - found.length);
  return Uint32Array.from(found);
}

/** How many carriage returns stand before a position of the file: the i-th is at `lineEnds[i] + i`. */
function countBefore(lineEnds: Uint32Array, position: number): number {
  let low = 0;
  let high = lineEnds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lineEnds[middle] ?? 0) + middle < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
