/** A line without its line feed, `[start, end)` in UTF-16 units. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

// A line that reaches this share of the usual width was ended by the width, not by the writer.
const FULL = 0.85;
// So many of the lines must be such lines before the text counts as broken at a fixed width.
const WRAPPED_SHARE = 0.3;
const FEWEST_LINES = 4;

const ENDS_SENTENCE = /[.!?。．！？…:：]["'”’」』）)\]】]*\s*$/u;
const ASKS_FOR_MORE = /[,、，・「『（([-]\s*$/u;

/**
 * Finds where paragraphs start in a run of short lines that no blank line parts.
 * In: the text and its lines. Out: starts in UTF-16 units: of every line, unless the lines were broken at
 * a fixed width. Then a paragraph ends with the line that ends a sentence before reaching the width, and a
 * first line that stops short of it is a paragraph of its own (a heading, a date).
 */
export function wrappedStarts(text: string, lines: readonly Line[]): number[] {
  const width = usualWidth(lines);
  const isFull = ({ start, end }: Line) => end - start >= FULL * width;
  const endsSentence = ({ start, end }: Line) =>
    ENDS_SENTENCE.test(text.slice(Math.max(start, end - 8), end));
  const asksForMore = ({ end }: Line) => ASKS_FOR_MORE.test(text.slice(end - 2, end));

  const broken = lines.filter((line) => isFull(line) && !endsSentence(line)).length;
  if (lines.length < FEWEST_LINES || broken < WRAPPED_SHARE * lines.length)
    return lines.map((line) => line.start);

  const starts: number[] = [];
  let open = false;
  for (const line of lines) {
    const isFirst: boolean = !open;
    if (isFirst) starts.push(line.start);
    const closes: boolean = endsSentence(line) || (isFirst && !asksForMore(line));
    open = isFull(line) || !closes;
  }
  return starts;
}

/** The length that nine lines in ten do not exceed: one overlong line must not hide the width. */
function usualWidth(lines: readonly Line[]): number {
  const lengths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  return lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0;
}
