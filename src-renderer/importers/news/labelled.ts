import { paragraphsOf, unwrapper } from './paragraphs';

/** A paragraph of a record, and the label it begins with, in lower case, or ''. */
export interface LabelledParagraph {
  readonly label: string;
  /** The paragraph without its label. */
  readonly value: string;
  /** The paragraph as it stands. */
  readonly text: string;
}

const LABEL = /^(\p{Lu}[\p{L}\p{Nd} /()'’-]{1,40}):(?:\s+|$)/u;

/** The line of rights, which often follows the last field without a blank line. */
export const RIGHTS = /^(?:copyright\b|©|\(c\))/i;

/**
 * In: the text of one record; whether a label, in lower case, is one of the database. Out: its paragraphs.
 * A known label starts a paragraph wherever its line stands, and so does the line of rights; any other
 * label, only one after a blank line.
 */
export function labelledParagraphs(
  text: string,
  isKnown: (label: string) => boolean,
): readonly LabelledParagraph[] {
  const chunks = paragraphsOf(text);
  const unwrap = unwrapper(chunks);
  return chunks.flatMap((chunk) => {
    const parts: string[][] = [[]];
    for (const line of chunk.text.split('\n')) {
      if ((isKnown(labelIn(line)) || RIGHTS.test(line)) && parts.at(-1)?.length) parts.push([]);
      parts.at(-1)?.push(line);
    }
    return parts.map((lines) => {
      const whole = unwrap(lines.join('\n'));
      const label = labelIn(whole);
      return { label, value: label === '' ? whole : whole.replace(LABEL, ''), text: whole };
    });
  });
}

const labelIn = (text: string): string => LABEL.exec(text)?.[1]?.toLowerCase() ?? '';

/** Takes out the first paragraph with one of some labels. Out: its value, or ''. */
export function takeLabelled(paragraphs: LabelledParagraph[], ...labels: readonly string[]): string {
  const index = paragraphs.findIndex(({ label }) => labels.includes(label));
  return index < 0 ? '' : (paragraphs.splice(index, 1)[0]?.value ?? '');
}
