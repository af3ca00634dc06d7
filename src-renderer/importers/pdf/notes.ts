import type { Column } from './columns';
import type { Line } from './lines';

// Type smaller than this share of the body's is set for notes.
const NOTE_SIZE = 0.9;

/** The font size in which most of a document is set. */
export function bodySize(lines: readonly Line[]): number {
  const length = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    length.set(rounded, (length.get(rounded) ?? 0) + text.length);
  }
  return [...length].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * Finds the footnotes of a page: columns in small type with text of the usual size above them and none
 * below. They are drawn before the text on some pages and would fall into the middle of a sentence.
 */
export function footnotes(columns: readonly Column[], body: number): ReadonlySet<Column> {
  const isSmall = (line: Line) => line.size < NOTE_SIZE * body;
  const text = columns.flatMap(({ lines }) => lines).filter((line) => !isSmall(line));
  return new Set(
    columns.filter(({ lines, left, right }) => {
      const [first] = lines;
      if (!first || !lines.every(isSmall)) return false;
      const around = text.filter(
        (line) => line.angle === first.angle && line.start < right && left < line.end,
      );
      return around.length > 0 && around.every((line) => line.at < first.at);
    }),
  );
}
