import type { BlockDraft } from '../../domain/text/canonical';
import { columnsOf, SIZE_RATIO } from './columns';
import { mainAngle, pageFurniture, type PageLines } from './furniture';
import { joinLines, wordsOf, type Words } from './join';
import type { Line } from './lines';
import { bodySize, footnotes } from './notes';
import { paragraphsOf, startsWithBullet, type Paragraph } from './paragraphs';

// A heading is short; set in large type all the same, longer text is something else.
const LONGEST_HEADING = 200;

/** A block, and the lines on the page of which it was made. */
export interface PlacedDraft {
  readonly draft: BlockDraft & { readonly page: number };
  readonly lines: readonly Line[];
  /** Where each line begins in the draft's text. */
  readonly starts: readonly number[];
  /** Where it stands among the blocks that begin on its page. */
  readonly place: (typeof places)[number];
}

const places = ['head', 'text', 'note', 'foot'] as const;

/** Reads the blocks of a document out of its lines, page by page in reading order. */
export function pdfBlocks(pages: readonly PageLines[]): PlacedDraft[] {
  const beside = pageFurniture(pages);
  const apart = new Set(beside.flatMap(({ lines }) => lines));
  const kept = pages.map((lines) => lines.filter((line) => !apart.has(line)));
  const body = bodySize(kept.flat());
  const text = [];
  const notes: Paragraph[] = [];
  for (const lines of kept) {
    const angle = mainAngle(lines);
    const columns = columnsOf(lines.filter((line) => line.angle === angle));
    const below = footnotes(columns, body);
    text.push(...columns.filter((column) => !below.has(column)));
    notes.push(...paragraphsOf([...below]));
    // Text that stands across the page would cut the sentence it was drawn in.
    notes.push(...paragraphsOf(columnsOf(lines.filter((line) => line.angle !== angle))));
  }
  const paragraphs = paragraphsOf(text);
  const headings = headingSizes(paragraphs, body);
  const words = wordsOf(kept.flatMap((lines) => lines.map((line) => line.text)));
  return inOrder([
    ...paragraphs.map(({ kind, lines }) =>
      placed(lines, words, 'text', kind === 'row' ? { kind: 'table-row' } : kindOf(lines, headings, body)),
    ),
    ...notes.map(({ kind, lines }) =>
      placed(lines, words, 'note', { kind: kind === 'row' ? 'table-row' : 'note' }),
    ),
    ...beside.map(({ lines, edge }) => placed(lines, words, edge, { kind: 'furniture' })),
  ]);
}

/** A page's notes follow the last paragraph that begins on it; a head or foot is in no paragraph's way. */
export const inOrder = (drafts: readonly PlacedDraft[]): PlacedDraft[] =>
  [...drafts].sort(
    (a, b) => a.draft.page - b.draft.page || places.indexOf(a.place) - places.indexOf(b.place),
  );

type Kind = Pick<BlockDraft, 'kind'> & Partial<Pick<BlockDraft, 'level'>>;

function placed(
  lines: readonly Line[],
  words: Words,
  place: PlacedDraft['place'],
  { kind, level = 0 }: Kind,
): PlacedDraft {
  const { text, starts } = joinLines(
    lines.map((line) => line.text),
    words,
  );
  const plain = kind === 'table-row' ? text : text.replaceAll('\t', ' ');
  return { draft: { kind, level, text: plain, page: lines[0]?.page ?? 1 }, lines, starts, place };
}

function kindOf(lines: readonly Line[], headings: readonly number[], body: number): Kind {
  const level = 1 + headings.indexOf(roundedSize(lines));
  if (level > 0 && isHeading(lines, body)) return { kind: 'heading', level: Math.min(level, 6) };
  return startsWithBullet(lines[0]?.text ?? '') ? { kind: 'list-item', level: 1 } : { kind: 'paragraph' };
}

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
