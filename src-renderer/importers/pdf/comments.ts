import type { SourceComment } from '../../domain/model/import';
import type { Block } from '../../domain/model/source';
import { isoDate } from '../dates';
import type { PlacedDraft } from './blocks';
import { mendCharacters } from './characters';
import type { OpenPdf } from './engine';
import type { Line } from './lines';

type Page = Awaited<ReturnType<OpenPdf['document']['getPage']>>;

/** What somebody has written on a page beside its text, and where; points, y upwards. */
export interface Remark {
  readonly page: number;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** The boxes of the marked lines, or the one of a note: `[left, bottom, right, top]`. */
  readonly boxes: readonly (readonly number[])[];
  /** Whether words are marked; a note is only near some. */
  readonly marks: boolean;
}

// Links and fields are the document's own; a pop-up repeats what its note says.
const NOT_REMARKS = new Set(['Link', 'Widget', 'Popup']);

/** The annotations of a page in which somebody says something. */
export async function remarksOf(page: Page, number: number): Promise<Remark[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  return annotations.flatMap(({ subtype, contentsObj, titleObj, modificationDate, quadPoints, rect }) => {
    const text = (contentsObj?.str ?? '').replace(/\r\n?/g, '\n').trim();
    if (text === '' || NOT_REMARKS.has(subtype)) return [];
    const quads = boxesOf(quadPoints ?? []);
    return {
      page: number,
      author: mendCharacters(titleObj?.str ?? '').trim(),
      date: isoDate(modificationDate ?? ''),
      text,
      boxes: quads.length > 0 ? quads : [[...rect]],
      marks: quads.length > 0,
    };
  });
}

/** As far as it is asked of pdf.js, which declares no type for it. */
interface Annotation {
  readonly subtype: string;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly modificationDate?: string | null;
  readonly quadPoints?: ArrayLike<number> | null;
  readonly rect: readonly number[];
}

/** Eight numbers for each box: its corners. */
function boxesOf(points: ArrayLike<number>): number[][] {
  const boxes: number[][] = [];
  for (let i = 0; i + 8 <= points.length; i += 8) {
    const corners = Array.from(points).slice(i, i + 8);
    const xs = corners.filter((_, at) => at % 2 === 0);
    const ys = corners.filter((_, at) => at % 2 === 1);
    boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  return boxes;
}

/**
 * Finds the passages that remarks are about.
 * In: the remarks; the blocks in the order of the text with the lines they were made of; the text and the
 * place of each block in it. Out: a comment for each remark; where it marks no words, at the place nearest to it.
 */
export function commentsOf(
  remarks: readonly Remark[],
  drafts: readonly PlacedDraft[],
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
): SourceComment[] {
  const lines = drafts.flatMap(({ lines: some, starts }, i) =>
    some.map((line, n) => ({ line, start: (blocks[i]?.start ?? 0) + (starts[n] ?? 0) })),
  );
  return remarks.map(({ page, boxes, marks, author, date, text: said }) => {
    const onPage = lines.filter(({ line }) => line.page === page);
    const touched = marks
      ? onPage.flatMap(({ line, start }) => boxes.flatMap((box) => passageUnder(box, line, start, text)))
      : [];
    const [box = []] = boxes;
    const nearest =
      onPage.length > 0 ? onPage.reduce((a, b) => (gap(box, b.line) < gap(box, a.line) ? b : a)) : undefined;
    const place = nearest?.start ?? lines.find(({ line }) => line.page > page)?.start ?? text.length;
    const start = touched.length > 0 ? Math.min(...touched.map((some) => some.start)) : place;
    const end = touched.length > 0 ? Math.max(...touched.map((some) => some.end)) : place;
    return { start, end, author, date, text: said };
  });
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A box in the coordinates of lines turned by an angle. */
function turned([left = 0, bottom = 0, right = 0, top = 0]: readonly number[], angle: number) {
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ] as const;
  const along = corners.map(([x, y]) => x * dx + y * dy);
  const across = corners.map(([x, y]) => x * dy - y * dx);
  return {
    start: Math.min(...along),
    end: Math.max(...along),
    from: Math.min(...across),
    to: Math.max(...across),
  };
}

// The middle of small letters stands above their baseline by this share of the font size.
const MIDDLE = 0.3;

/** The words of a line that lie under a box: their place is reckoned from the box's, by letters of equal width. */
function passageUnder(box: readonly number[], line: Line, start: number, text: string): Extent[] {
  const { start: left, end: right, from, to } = turned(box, line.angle);
  const middle = line.at - MIDDLE * line.size;
  const width = line.end - line.start;
  const [first, last] = [Math.max(left, line.start), Math.min(right, line.end)];
  if (middle < from || middle > to || first >= last || width <= 0) return [];
  const at = (place: number) => start + Math.round(((place - line.start) / width) * line.text.length);
  return [wholeWords({ start: at(first), end: at(last) }, { start, end: start + line.text.length }, text)];
}

/** Grows a passage to whole words, within its line. */
function wholeWords({ start, end }: Extent, line: Extent, text: string): Extent {
  const inWord = (at: number) =>
    /^[\p{Script=Latin}\p{Script=Hangul}\d]{2}$/u.test(text.slice(at - 1, at + 1));
  let [from, to] = [start, end];
  while (from > line.start && inWord(from)) from--;
  while (to < line.end && inWord(to)) to++;
  return { start: from, end: to };
}

/** How far a box is from a line. A note in the margin belongs to the line beside it, however far that is. */
function gap(box: readonly number[], line: Line): number {
  const { start, end, from, to } = turned(box, line.angle);
  const along = Math.max(0, start - line.end, line.start - end);
  const across = (from + to) / 2 - (line.at - MIDDLE * line.size);
  return Math.hypot(along / 10, across);
}
