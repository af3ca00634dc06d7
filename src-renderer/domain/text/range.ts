/** A stretch of text, `[start, end)` in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

// Separators, control and format characters show nothing, alone or together.
const visible = /[^\p{Z}\p{Cc}\p{Cf}]/u;

/** Whether a text shows nothing at all: white space, control and zero-width characters only. */
export const isBlank = (text: string): boolean => !visible.test(text);

/**
 * Takes white space off both ends of a range.
 * In: a text and a range in it. Out: the range without leading and trailing white space; a range of
 * white space alone becomes empty at its start.
 */
export function trimRange(text: string, range: TextRange): TextRange {
  const slice = text.slice(range.start, range.end);
  const trimmed = slice.trim();
  if (trimmed === '') return { start: range.start, end: range.start };
  const start = range.start + slice.length - slice.trimStart().length;
  return { start, end: start + trimmed.length };
}
