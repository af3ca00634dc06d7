import { joinWithoutSpace } from '../html/run';

export interface JoinedLines {
  readonly text: string;
  /** Where each line begins in the text. */
  readonly starts: readonly number[];
}

/** The words of a document as they stand within its lines, where no hyphen was put in to divide them. */
export type Words = ReadonlySet<string>;

const WORD = /[\p{Letter}\p{Mark}]+(?:[-\u2010][\p{Letter}\p{Mark}]+)*/gu;

/** Collects the words of a document from its lines. The last of a line may be divided, as may the first. */
export function wordsOf(lines: readonly string[]): Words {
  const words = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const from = /[-\u2010\u00AD]$/.test(lines[i - 1] ?? '') ? line.search(/\s|$/) : 0;
    const to = /[-\u2010\u00AD]$/.test(line) ? line.lastIndexOf(' ') : line.length;
    for (const [word] of line.slice(from, Math.max(from, to)).matchAll(WORD)) {
      const plain = word.toLowerCase().replaceAll('\u2010', '-');
      words.add(plain);
      if (plain.includes('-')) for (const part of plain.split('-')) words.add(part);
    }
  }
  return words;
}

/**
 * Joins the lines of a paragraph: words divided at the line end become whole, Japanese and Chinese lines
 * meet without a space, others with one. Korean may be broken inside a word as well; but pdf.js does not
 * tell a space at the end of a line from none, and a space too many is easier to read over.
 */
export function joinLines(lines: readonly string[], words: Words): JoinedLines {
  let text = '';
  const starts: number[] = [];
  for (const line of lines) {
    if (starts.length > 0) text = beforeNext(text, line, words);
    starts.push(text.length);
    text += line;
  }
  return { text, starts };
}

/** What stands before a line once it is joined: the end of the line above, without its hyphen or with a space. */
function beforeNext(text: string, after: string, words: Words): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1);
  if (/\p{Lowercase}[-\u2010]$/u.test(text) && /^\p{Lowercase}/u.test(after))
    return isDivided(text, after, words) ? text.slice(0, -1) : text;
  if (/[-\u2010-\u2014/]$/.test(text) || joinWithoutSpace(text.at(-1), after[0])) return text;
  return `${text} `;
}

/**
 * Whether a hyphen at a line end was put in to divide a word. The rest of the document tells: it has the
 * word whole, or with its hyphen, or the two halves as words of their own. A word that it has nowhere else
 * was divided.
 */
function isDivided(text: string, after: string, words: Words): boolean {
  const first = /[\p{Letter}\p{Mark}]+(?=[-\u2010]$)/u.exec(text)?.[0].toLowerCase() ?? '';
  const second = /^[\p{Letter}\p{Mark}]+/u.exec(after)?.[0].toLowerCase() ?? '';
  if (words.has(first + second)) return true;
  return !(words.has(`${first}-${second}`) || (words.has(first) && words.has(second)));
}
