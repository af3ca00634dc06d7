import type { TextRange } from '../../../../domain/text/range';

/** A stretch of text and the highlights it is painted with. */
export interface Run extends TextRange {
  readonly names: readonly string[];
}

/** A coded segment as the painter sees it. */
export interface Mark extends TextRange {
  /** #RRGGBB */
  readonly color: string;
}

/** A stretch of text with the colour that fills it and the colour that underlines it. */
export interface ColorRun extends TextRange {
  readonly fill: string;
  readonly line: string | null;
}

/**
 * Makes one layer of marks that overlap freely: a highlight covers what is below it, so each stretch of
 * text gets one fill. The shortest mark is on top, for a longer one shows on either side of it; the next
 * one of another colour shows as a line below the text.
 * In: marks and a range `[start, end)` in UTF-16 units. Out: runs within the range, in order, apart.
 */
export function colorRuns(marks: readonly Mark[], start: number, end: number): readonly ColorRun[] {
  const edges = new Set<number>([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) edges.add(mark.start);
    if (mark.end > start && mark.end < end) edges.add(mark.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const order = [...marks].sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start);
  const runs: ColorRun[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from = 0, to = 0] = [cuts[i], cuts[i + 1]];
    const here = order.filter((mark) => mark.start <= from && mark.end >= to);
    const fill = here[0]?.color;
    if (fill === undefined) continue;
    const line = here.find(({ color }) => color !== fill)?.color ?? null;
    const last = runs.at(-1);
    if (last?.end === from && last.fill === fill && last.line === line) {
      runs[runs.length - 1] = { ...last, end: to };
    } else runs.push({ start: from, end: to, fill, line });
  }
  return runs;
}
