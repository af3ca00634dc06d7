import {
  countsIn,
  symbolCharacters,
  type CodebookDocument,
  type DocumentCode,
  type DocumentHeadings,
} from './document';

/**
 * The codebook as Markdown (CommonMark).
 * In: the document. Out: text, to be encoded as UTF-8; what people wrote stands in it as text, never as
 * markup or HTML. Codes deeper than the sixth level of headings are headings of that level.
 */
export function codebookMarkdown(document: CodebookDocument): string {
  const { headings } = document;
  const blocks = [
    heading(1, document.title),
    document.project && inline(document.project),
    ...document.families.flatMap((family) => [
      heading(2, `${family.number} ${family.name.text}`),
      otherNames(family.otherNames),
      ...family.parts.map((part) => labelled(part.heading, part.text)),
      ...family.codes.flatMap((code) => codeBlocks(code, headings)),
    ]),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function codeBlocks(code: DocumentCode, headings: DocumentHeadings): readonly string[] {
  const key = code.key && code.key !== code.name.text ? ` (${code.key})` : '';
  const look = `${symbolCharacters[code.symbol]} ${code.color}`.trim();
  const facts = [look, code.codable ? '' : headings.folder, ...countsIn(code, headings)];
  return [
    heading(code.level + 2, `${code.number} ${code.name.text}${key}`),
    otherNames(code.otherNames),
    facts.filter(Boolean).map(inline).join(' · '),
    ...code.parts.map((part) => labelled(part.heading, part.text)),
    code.indicators.length > 0
      ? labelled(headings.indicators, code.indicators.map(({ text }) => text).join(' / '))
      : '',
    ...(code.examples.length > 0 ? [`**${inline(headings.examples)}**`] : []),
    ...code.examples.map(({ quote, source }) => quoted(`${quote}\n\n— ${source}`)),
  ];
}

const heading = (level: number, text: string): string => `${'#'.repeat(Math.min(level, 6))} ${inline(text)}`;

const otherNames = (runs: readonly { readonly text: string }[]): string =>
  runs.map(({ text }) => inline(text)).join(' · ');

const labelled = (heading: string, text: string): string => `**${inline(heading)}:** ${paragraphs(text)}`;

const quoted = (text: string): string =>
  paragraphs(text)
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');

/** Paragraphs stay paragraphs, single line ends stay line ends. */
const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(line).join('\\\n'))
    .join('\n\n');

/** A line of a paragraph: a sign that would begin a list or a rule does not. */
const line = (text: string): string =>
  inline(text).replace(/^(?:[-+=]|\d+[.)])/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);

/** Text in one line in which nothing is markup. */
const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
