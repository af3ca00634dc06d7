import type { Line } from './lines';

/** Lines that follow each other down one column. */
export interface Column {
  readonly lines: readonly Line[];
  readonly left: number;
  /** Where full lines end: one overlong line does not move it. */
  readonly right: number;
  /** The usual distance from one line to the next, in points. */
  readonly leading: number;
}

// In units of the font size.
const FARTHEST_NEXT_LINE = 4;
const USUAL_LEADING = 1.5;

/** Above this ratio two font sizes are different. */
export const SIZE_RATIO = 1.12;

export const isSameSize = (a: Line, b: Line): boolean =>
  Math.max(a.size, b.size) < SIZE_RATIO * Math.min(a.size, b.size);

/**
 * Parts lines, in drawing order, into columns: at a jump up, far down or sideways, and where the size or
 * the angle of the type changes.
 */
export function columnsOf(lines: readonly Line[]): Column[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last && follows(last, line)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs.map(columnOf);
}

function follows(last: Line, next: Line): boolean {
  const size = Math.max(last.size, next.size);
  const step = next.at - last.at;
  return (
    last.page === next.page &&
    last.angle === next.angle &&
    isSameSize(last, next) &&
    step > 0 &&
    step < FARTHEST_NEXT_LINE * size &&
    next.start < last.end &&
    last.start < next.end
  );
}

function columnOf(lines: readonly Line[]): Column {
  const ends = lines.map((line) => line.end).sort((a, b) => a - b);
  const steps = lines
    .slice(1)
    .map((line, i) => line.at - (lines[i]?.at ?? line.at))
    .sort((a, b) => a - b);
  const size = lines[0]?.size ?? 1;
  return {
    lines,
    left: Math.min(...lines.map((line) => line.start)),
    right: at(ends, lines.length > 4 ? 0.9 : 1) ?? 0,
    // The lower quartile: where most lines are paragraphs of their own, the median is the space between them.
    leading: steps.length > 2 ? (at(steps, 0.25) ?? 0) : USUAL_LEADING * size,
  };
}

const at = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.floor(share * (sorted.length - 1))];
