import { isSameSize, type Column } from './columns';
import type { Line } from './lines';

/** Lines that belong to one block, in reading order; more than one column when it goes on in the next. */
export interface Paragraph {
  readonly kind: 'text' | 'row';
  readonly lines: readonly Line[];
}

// In units of the usual distance between lines.
const PARAGRAPH_GAP = 1.3;
// In units of the font size.
const INDENT = 0.8;
const SPARE = 0.3;

const BULLET = /^[•‣◦▪■●○◆➢✓☐①-⑳]/;

export const startsWithBullet = (text: string): boolean => BULLET.test(text);
const MARKER = /^([•‣◦▪■●○◆➢✓☐①-⑳–-]|[([（]?[\p{Letter}\d]{1,3}[.)\]）])\s?/u;
const ENDS_SENTENCE = /[.!?。．！？:："”』」]$/;

/** Parts columns into paragraphs, and joins a paragraph that a column or a page breaks in two. */
export function paragraphsOf(columns: readonly Column[]): Paragraph[] {
  const paragraphs: { kind: Paragraph['kind']; lines: Line[] }[] = [];
  let before: Column | undefined;
  for (const column of columns) {
    // The lines of the last paragraph as far as they stand in this column.
    let open: Line[] = [];
    for (const [i, line] of column.lines.entries()) {
      const last = paragraphs.at(-1);
      const kind = isTableRow(column, i) ? 'row' : 'text';
      const goesOn =
        kind === 'text' &&
        last?.kind === 'text' &&
        (i > 0 ? continues(column, open, line) : before !== undefined && carriesOver(before, line));
      if (goesOn) {
        last.lines.push(line);
        open.push(line);
      } else {
        paragraphs.push({ kind, lines: [line] });
        open = [line];
      }
    }
    before = column;
  }
  return paragraphs;
}

/** A line with gaps between its parts is a table row when the line before or after it is such a line too. */
function isTableRow({ lines }: Column, i: number): boolean {
  const hasCells = (line: Line | undefined) => line?.text.includes('\t') === true;
  return hasCells(lines[i]) && (hasCells(lines[i - 1]) || hasCells(lines[i + 1]));
}

function continues(column: Column, open: readonly Line[], next: Line): boolean {
  const [first, second] = open;
  const last = open.at(-1);
  if (!first || !last || BULLET.test(next.text) || !isSameSize(last, next)) return false;
  if (next.at - last.at > PARAGRAPH_GAP * column.leading) return false;
  const indent = INDENT * next.size;
  // Deeper than the line above: a new paragraph, unless this is the hanging rest of a list item.
  if (next.start > last.start + indent) return open.length === 1 && MARKER.test(first.text);
  // Back from a hanging rest to the margin.
  if (second && next.start < second.start - indent) return false;
  return isFull(column, last, next);
}

function carriesOver(column: Column, next: Line): boolean {
  const last = column.lines.at(-1);
  return (
    last !== undefined &&
    last.angle === next.angle &&
    isSameSize(last, next) &&
    column.lines.length > 1 &&
    !ENDS_SENTENCE.test(last.text) &&
    !MARKER.test(next.text) &&
    isFull(column, last, next)
  );
}

/** Whether a line was ended by the column's edge: it divides a word, or what comes next would not have fitted in. */
function isFull({ right }: Column, last: Line, next: Line): boolean {
  if (/\p{Lowercase}[-\u2010\u00AD]$/u.test(last.text) && /^\p{Lowercase}/u.test(next.text)) return true;
  const perCharacter = (next.end - next.start) / next.text.length;
  const unit = /^(?:[\u2E80-\u9FFF\uF900-\uFAFF][、。，．」』）]?|\S+)/.exec(next.text)?.[0] ?? '';
  return right - last.end < (unit.length + 1) * perCharacter + SPARE * last.size;
}
