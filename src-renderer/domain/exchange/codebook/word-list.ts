/**
 * Words in one cell of a table.
 * In: words. Out: the words parted by semicolons; a semicolon or backslash within a word stands behind a
 * backslash, so that `wordsFrom` gives them back.
 */
export const wordsIn = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[\\;]/g, '\\$&')).join('; ');

/** The way back. In: a cell. Out: its words without white space around them, empty ones left out. */
export function wordsFrom(cell: string): readonly string[] {
  const words = cell.match(/(?:\\[^]|[^;\\]|\\$)+/g) ?? [];
  return words.map((word) => word.replace(/\\([\\;])/g, '$1').trim()).filter(Boolean);
}
