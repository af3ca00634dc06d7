import type { Line } from './lines';

/** A page's lines in drawing order. */
export type PageLines = readonly Line[];

/** Where on its page a piece of furniture stands: before the text of the page, or after it. */
export type Edge = 'head' | 'foot';

// So many lines at either end of a page can belong to its head or foot.
const EDGE_LINES = 3;
const FEWEST_PAGES = 3;
const SHARE_OF_PAGES = 0.4;
// In units of the font size.
const SAME_PLACE = 0.5;
const FEWEST_LINE_NUMBERS = 5;

/** What was put on a page beside its text: a line, or the numbers of its lines together. */
export interface Furniture {
  readonly lines: readonly Line[];
  readonly edge: Edge;
}

/**
 * Finds what was put on the pages beside their text: running heads, page numbers and margin notes, which
 * come back at the same place on page after page with at most their numbers changed, and line numbers.
 */
export function pageFurniture(pages: readonly PageLines[]): Furniture[] {
  const recurring = new Set(recurringLines(pages));
  const numbers = pages.map(lineNumbers);
  const apart = new Set([...recurring, ...numbers.flat(2)]);
  const texts = pages.map((lines) => {
    const angle = mainAngle(lines);
    return lines.filter((line) => line.angle === angle && !apart.has(line));
  });
  const everything = texts.flat();
  return pages.flatMap((lines, i) => {
    const numbered = new Set(numbers[i]?.flat());
    const single = lines.filter((line) => recurring.has(line) && !numbered.has(line)).map((line) => [line]);
    // A page that is a picture has no text of its own to be above or below of.
    const text = texts[i]?.length ? texts[i] : everything;
    return [...single, ...(numbers[i] ?? [])].map((some) => ({ lines: some, edge: edgeOf(some[0], text) }));
  });
}

function edgeOf(line: Line | undefined, text: PageLines): Edge {
  const places = text.map(({ at }) => at);
  const middle =
    (places.reduce((a, b) => Math.min(a, b), Infinity) + places.reduce((a, b) => Math.max(a, b), -Infinity)) /
    2;
  return line && (line.angle !== mainAngle(text) || line.at > middle) ? 'foot' : 'head';
}

interface Recurring {
  readonly line: Line;
  /** 0-based place in the document. */
  readonly page: number;
}

function recurringLines(pages: readonly PageLines[]): Line[] {
  const byText = new Map<string, Recurring[]>();
  for (const [page, lines] of pages.entries()) {
    for (const line of edgeLines(lines)) {
      const key = `${line.angle} ${withoutNumbers(line.text)}`;
      const known = byText.get(key);
      if (known) known.push({ line, page });
      else byText.set(key, [{ line, page }]);
    }
  }
  return [...byText.values()].filter(comesBack).flatMap((some) => some.map(({ line }) => line));
}

/** Numbers in figures; where a line is a number and nothing else, Roman and East Asian ones too. */
const withoutNumbers = (text: string): string =>
  text
    .replace(/^([-–—\s]*)([ivxlc]+|[〇一二三四五六七八九十百]+)([-–—\s]*)$/i, '$1#$3')
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\s+/g, ' ');

/** A chapter's running head is on that chapter's pages only: what counts are the pages from first to last. */
function comesBack(some: readonly Recurring[]): boolean {
  const samePlace = some.map(({ line }) =>
    some.filter((other) => Math.abs(other.line.at - line.at) < SAME_PLACE * line.size),
  );
  return samePlace.some((lines) => {
    const pages = new Set(lines.map(({ page }) => page));
    const span = Math.max(...pages) - Math.min(...pages) + 1;
    return pages.size >= Math.max(FEWEST_PAGES, SHARE_OF_PAGES * span);
  });
}

function edgeLines(lines: PageLines): Line[] {
  const angle = mainAngle(lines);
  const upright = lines.filter((line) => line.angle === angle).sort((a, b) => a.at - b.at);
  const turned = lines.filter((line) => line.angle !== angle);
  return [...new Set([...upright.slice(0, EDGE_LINES), ...upright.slice(-EDGE_LINES), ...turned])];
}

/** Transcripts number their lines, in a column of its own beside the text and as long as it. */
function lineNumbers(lines: PageLines): Line[][] {
  const angle = mainAngle(lines);
  const upright = lines.filter((line) => line.angle === angle);
  const runs: Line[][] = [];
  for (const line of upright) {
    if (!/^\d{1,3}$/.test(line.text)) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && line.at > last.at && isNextNumber(last, line)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  const height = extent(upright.map(({ at }) => at));
  return runs
    .filter((run) => run.length >= FEWEST_LINE_NUMBERS && isBeside(run, upright))
    .filter((run) => extent(run.map(({ at }) => at)) > height / 2);
}

/** Laws number every line, or every fifth. */
const isNextNumber = (last: Line, next: Line): boolean =>
  [1, 5].includes(Number(next.text) - Number(last.text));

const extent = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);

function isBeside(run: readonly Line[], lines: PageLines): boolean {
  const start = Math.min(...run.map((line) => line.start));
  const end = Math.max(...run.map((line) => line.end));
  const [top, bottom] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0];
  const level = lines.filter((line) => !run.includes(line) && line.at >= top && line.at <= bottom);
  return level.length > 0 && level.every((line) => line.end < start || end < line.start);
}

/** The angle at which most of a page's text is set. */
export function mainAngle(lines: PageLines): number {
  const length = new Map<number, number>();
  for (const { angle, text } of lines) length.set(angle, (length.get(angle) ?? 0) + text.length);
  return [...length].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
