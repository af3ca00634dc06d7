import type { BlockDraft } from '../../domain/text/canonical';
import { joinWithoutSpace } from '../html/run';

/** A paragraph of a file: a block, and whether plain text has it in the middle of the line. */
export interface Paragraph extends BlockDraft {
  readonly centred: boolean;
}

// Plain text centres lines of eighty columns; no paragraph is indented as far.
const CENTRED = /^\s{10,}\S/;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/;
// Databases break their lines at 70 to 80 columns; longer lines were not broken.
const WIDEST = 100;

/** The paragraphs of plain text: what stands between blank lines, line ends as they are. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((chunk) => chunk.trim() !== '')
    .map((chunk) => {
      const lines = chunk.replace(/^\n+/, '').split('\n');
      const centred = lines.every((line) => line.trim() === '' || CENTRED.test(line));
      return {
        kind: 'paragraph',
        level: 0,
        text: lines
          .map((line) => line.trim())
          .join('\n')
          .trim(),
        centred,
      };
    });
}

/** Joins the lines of a heading or a value. */
export const joinedLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce(
      (whole, line) => whole + (whole === '' || joinWithoutSpace(whole.at(-1), line[0]) ? '' : ' ') + line,
      '',
    )
    .replace(/\s+/g, ' ');

/**
 * Undoes the breaking of lines at a fixed width. Where the next word would have fitted, the writer broke
 * the line, and it stays. In: the paragraphs of one text. Out: what does it to each.
 */
export function unwrapper(paragraphs: readonly Paragraph[]): (text: string) => string {
  const widths = paragraphs
    .filter(({ centred }) => !centred)
    .flatMap(({ text }) => text.split('\n').slice(0, -1).map(widthOf))
    .filter((width) => width <= WIDEST);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return (text) => {
    const [first = '', ...lines] = text.split('\n');
    let before = first;
    return lines.reduce((whole, line) => {
      const isWrapped = widthOf(before) <= WIDEST && widthOf(before) + 1 + firstWord(line) > widest;
      before = line;
      if (!isWrapped) return `${whole}\n${line}`;
      return whole + (joinWithoutSpace(whole.at(-1), line[0]) ? '' : ' ') + line;
    }, first);
  };
}

const widthOf = (line: string): number =>
  [...line].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);

const firstWord = (line: string): number => {
  const [word = ''] = /^\S*/.exec(line) ?? [];
  return WIDE.test(word[0] ?? '') ? 2 : widthOf(word);
};
