import { mainAngle, type PageLines } from './furniture';
import type { Line, LinePart } from './lines';

// Fewer lines side by side are a table or a form rather than columns of text.
const FEWEST_LINES = 6;
// Text fills its column; the cells of a table mostly do not.
const SHARE_FILLED = 0.7;
const FEWEST_CHARACTERS = 8;

interface Pair {
  readonly left: LinePart;
  readonly right: LinePart;
}

/**
 * Finds the gutters of a page that draws its columns side by side, line by line, so that the pieces of two
 * columns came together in one line.
 * In: the lines of a page. Out: places along the lines, none where each column is drawn by itself.
 */
export function guttersOf(lines: PageLines): number[] {
  const angle = mainAngle(lines);
  const upright = lines.filter((line) => line.angle === angle).sort((a, b) => a.at - b.at);
  const found: { at: number; lines: number }[] = [];
  for (const at of new Set(upright.flatMap(beforeParts))) {
    const pairs = longestRun(upright, at);
    if (pairs.length >= FEWEST_LINES && isText(pairs)) found.push({ at, lines: pairs.length });
  }
  found.sort((a, b) => b.lines - a.lines);
  const gutters: number[] = [];
  for (const { at } of found) {
    const isNew = gutters.every((known) => textBetween(upright, Math.min(at, known), Math.max(at, known)));
    if (isNew) gutters.push(at);
  }
  return gutters.sort((a, b) => a - b);
}

/** Just before a part: columns are aligned at their beginning, whatever their other edge is. */
const beforeParts = ({ parts }: Line): number[] => parts.slice(1).map(({ start }) => Math.floor(start) - 1);

/** The parts beside a place, of lines that follow each other with none that runs across it. */
function longestRun(lines: readonly Line[], at: number): Pair[] {
  let longest: Pair[] = [];
  let run: Pair[] = [];
  for (const { parts } of lines) {
    const right = parts.find(({ start }) => start > at);
    const left = parts.findLast(({ end }) => end < at);
    if (parts.some(({ start, end }) => start <= at && at <= end)) run = [];
    else if (left && right) run.push({ left, right });
    if (run.length > longest.length) longest = [...run];
  }
  return longest;
}

const isText = (pairs: readonly Pair[]): boolean =>
  [pairs.map(({ left }) => left), pairs.map(({ right }) => right)].every((parts) => {
    const widest = Math.max(...parts.map(({ start, end }) => end - start));
    const filled = parts.filter(
      ({ start, end, length }) => end - start >= SHARE_FILLED * widest && length >= FEWEST_CHARACTERS,
    );
    return filled.length > parts.length / 2;
  });

const textBetween = (lines: readonly Line[], from: number, to: number): boolean =>
  lines.some(({ parts }) => parts.some(({ start, end }) => start > from && end < to));

/**
 * Puts lines into the order of columns: down each column from left to right, between the lines that run
 * across them.
 * In: the lines of a page, each in one column or across several, and the gutters between the columns.
 */
export function inColumns(lines: PageLines, gutters: readonly number[]): Line[] {
  const angle = mainAngle(lines);
  const ordered: Line[] = [];
  let columns: Line[][] = [];
  const close = () => {
    ordered.push(...columns.flat());
    columns = [];
  };
  for (const line of lines.filter((some) => some.angle === angle).sort((a, b) => a.at - b.at)) {
    if (gutters.some((gutter) => line.start < gutter && gutter < line.end)) {
      close();
      ordered.push(line);
    } else {
      const place = gutters.filter((gutter) => gutter < line.start).length;
      for (let i = columns.length; i <= place; i++) columns.push([]);
      columns[place]?.push(line);
    }
  }
  close();
  return [...ordered, ...lines.filter((line) => line.angle !== angle)];
}
