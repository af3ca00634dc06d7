// East Asian characters that are written without spaces between them: all but Hangul.
const NO_SPACES =
  /[\u2E80-\u2FDF\u3000-\u312F\u31A0-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/;

/** Whether two characters stand next to each other without a space when a line is broken between them. */
export const joinWithoutSpace = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== undefined && NO_SPACES.test(before) && NO_SPACES.test(after);

/**
 * Collapses white space as a browser does: runs of space, tab and line end become one space, or nothing
 * where a line end stands between two East Asian characters. No-break and ideographic spaces stay.
 */
export const collapse = (text: string): string =>
  text
    .replace(/[ \t\n\r\f]+/g, (space, at: number, all: string) =>
      space.includes('\n') && joinWithoutSpace(all[at - 1], all[at + space.length]) ? '' : ' ',
    )
    .replace(/^ | $/g, '');

/** The text of one block while it is being read: pieces of text, and the line ends a `<br>` asks for. */
export class Run {
  private lines: string[][] = [[]];

  add(text: string): void {
    this.lines.at(-1)?.push(text);
  }

  breakLine(): void {
    this.lines.push([]);
  }

  /** Gives the text and starts afresh. Preformatted text stays as it is. */
  take(preformatted: boolean): string {
    const lines = this.lines.map((pieces) => pieces.join(''));
    this.lines = [[]];
    return lines.map((line) => (preformatted ? line : collapse(line))).join('\n');
  }
}
