import type { BlockDraft } from '../../domain/text/canonical';
import { columnsOf, SIZE_RATIO } from './columns';
import { mainAngle, pageFurniture, type PageLines } from './furniture';
import { joinLines } from './join';
import type { Line } from './lines';
import { bodySize, footnotes } from './notes';
import { paragraphsOf, startsWithBullet, type Paragraph } from './paragraphs';

// A heading is short; set in large type all the same, longer text is something else.
const LONGEST_HEADING = 200;

export interface PdfBlocks {
  readonly drafts: readonly BlockDraft[];
  /** Running heads, page numbers and margin notes that were left out. */
  readonly furniture: number;
}

/** Reads the blocks of a document out of its lines, page by page in drawing order. */
export function pdfBlocks(pages: readonly PageLines[]): PdfBlocks {
  const furniture = pageFurniture(pages);
  const kept = pages.map((lines) => lines.filter((line) => !furniture.has(line)));
  const body = bodySize(kept.flat());
  const text = [];
  const notes: Paragraph[] = [];
  for (const lines of kept) {
    const angle = mainAngle(lines);
    const columns = columnsOf(lines.filter((line) => line.angle === angle));
    const apart = footnotes(columns, body);
    text.push(...columns.filter((column) => !apart.has(column)));
    notes.push(...paragraphsOf([...apart]));
    // Text that stands across the page would cut the sentence it was drawn in.
    notes.push(...paragraphsOf(columnsOf(lines.filter((line) => line.angle !== angle))));
  }
  const paragraphs = paragraphsOf(text);
  const headings = headingSizes(paragraphs, body);

  const draft = ({ kind, lines }: Paragraph, note: boolean): BlockDraft => {
    const page = pageOf(lines);
    const joined = joinLines(lines.map((line) => line.text));
    if (kind === 'row') return { kind: 'table-row', level: 0, text: joined, page };
    const plain = joined.replaceAll('\t', ' ');
    if (note) return { kind: 'note', level: 0, text: plain, page };
    const level = 1 + headings.indexOf(roundedSize(lines));
    if (level > 0 && isHeading(lines, body))
      return { kind: 'heading', level: Math.min(level, 6), text: plain, page };
    if (startsWithBullet(plain)) return { kind: 'list-item', level: 1, text: plain, page };
    return { kind: 'paragraph', level: 0, text: plain, page };
  };
  // A page's notes follow the last paragraph that begins on it.
  const drafts = [...paragraphs.map((p) => draft(p, false)), ...notes.map((p) => draft(p, true))];
  return { drafts: drafts.sort((a, b) => (a.page ?? 0) - (b.page ?? 0)), furniture: furniture.size };
}

const pageOf = (lines: readonly Line[]): number => lines[0]?.page ?? 1;

const roundedSize = (lines: readonly Line[]): number => Math.round((lines[0]?.size ?? 0) * 2) / 2;

const isHeading = (lines: readonly Line[], body: number): boolean =>
  lines.every((line) => line.size > SIZE_RATIO * body) &&
  lines.reduce((sum, l) => sum + l.text.length, 0) < LONGEST_HEADING;

/** The sizes of headings, largest first. */
function headingSizes(paragraphs: readonly Paragraph[], body: number): number[] {
  const sizes = paragraphs
    .filter(({ kind, lines }) => kind === 'text' && isHeading(lines, body))
    .map((p) => roundedSize(p.lines));
  return [...new Set(sizes)].sort((a, b) => b - a);
}
