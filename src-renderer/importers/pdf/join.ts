import { joinWithoutSpace } from '../html/run';

/**
 * Joins the lines of a paragraph: words divided at the line end become whole, Japanese and Chinese lines
 * meet without a space, others with one. Korean may be broken inside a word as well; but pdf.js does not
 * tell a space at the end of a line from none, and a space too many is easier to read over.
 */
export const joinLines = (lines: readonly string[]): string => lines.reduce(joined);

function joined(before: string, after: string): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  if (/\p{Lowercase}-$/u.test(before) && /^\p{Lowercase}/u.test(after)) return before.slice(0, -1) + after;
  if (/[-\u2010-\u2014/]$/.test(before) || joinWithoutSpace(before.at(-1), after[0])) return before + after;
  return `${before} ${after}`;
}
