import { joinWithoutSpace } from '../html/run';
import type { Line } from './lines';

const HANGUL = /[\u1100-\u11FF\u3131-\u318E\uAC00-\uD7AF]/;

/**
 * Joins the lines of a paragraph: words divided at the line end become whole, East Asian lines meet
 * without a space, others with one. Korean is set either way: where its lines carry their spaces with
 * them (`hangulSpaced`), a line without one was broken inside a word.
 */
export function joinLines(lines: readonly Line[], hangulSpaced: boolean): string {
  let text = '';
  let last: Line | undefined;
  for (const line of lines) {
    if (last) text = joined(text, line.text, hangulSpaced && !last.spaced);
    else text = line.text;
    last = line;
  }
  return text;
}

function joined(before: string, after: string, hangulBroken: boolean): string {
  const end = before.slice(-1);
  const start = after.slice(0, 1);
  if (end === '\u00AD') return before.slice(0, -1) + after;
  if (/\p{Lowercase}-$/u.test(before) && /^\p{Lowercase}/u.test(after)) return before.slice(0, -1) + after;
  if (/[-\u2010-\u2014/]$/.test(before) || joinWithoutSpace(end, start)) return before + after;
  if (hangulBroken && HANGUL.test(end) && HANGUL.test(start)) return before + after;
  return `${before} ${after}`;
}

/** Whether the Korean lines of a document carry a space at their end where a word ends there. */
export function isHangulSpaced(lines: readonly Line[]): boolean {
  const korean = lines.filter(({ text }) => HANGUL.test(text.slice(-1)));
  return korean.filter((line) => line.spaced).length > 0.1 * korean.length;
}
