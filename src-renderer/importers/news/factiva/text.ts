import { visible, type Article, type Bundle } from '../article';
import { paragraphsOf, unwrapper, type Paragraph } from '../paragraphs';
import { accessionNumber, codedArticle, isCode, type CodedValue } from './codes';
import { endsHead, isLength, uncodedArticle } from './lines';

/** Reads plain text that Factiva saved: the article format with a last line `Document <number>`. */
export function factivaText(text: string): Bundle | undefined {
  if (!/^[^\S\n]*\p{L}+ [A-Z][A-Z0-9]{5,}\w*[^\S\n]*$/mu.test(text)) return undefined;
  return factivaParagraphs(paragraphsOf(text));
}

/** Reads the paragraphs of an RTF or Word file, with codes in the first column of a table or without. */
export function factivaParagraphs(paragraphs: readonly Paragraph[]): Bundle | undefined {
  const parts: Paragraph[][] = [[]];
  for (const paragraph of paragraphs) {
    parts.at(-1)?.push(paragraph);
    if (accessionNumber(lastLine(paragraph)) !== undefined) parts.push([]);
  }
  const rest = parts.pop() ?? [];
  const articles = parts.map((part) => codedRows(part) ?? fromLines(part));
  if (!articles.some((article) => article !== undefined)) return undefined;
  return {
    database: 'Factiva',
    articles: parts.map((part, i) => articles[i] ?? { title: '', body: part }),
    outside: visible(rest.map(({ text }) => text)),
  };
}

const lastLine = ({ text }: Paragraph): string => text.split(/[\n\t]/).at(-1) ?? '';

/** `HD<tab>Headline`; a row without a code goes on with the row before. */
function codedRows(part: readonly Paragraph[]): Article | undefined {
  const values: { code: string; blocks: Paragraph[] }[] = [];
  const before: Paragraph[] = [];
  for (const paragraph of part) {
    const [code = '', ...cells] = paragraph.text.split('\t');
    if (paragraph.kind === 'table-row' && isCode(code))
      values.push({
        code: code.trim(),
        blocks: [{ ...paragraph, kind: 'paragraph', text: cells.join('\t').trim() }],
      });
    else (values.at(-1)?.blocks ?? before).push(paragraph);
  }
  if (values.length === 0) return undefined;
  const all: CodedValue[] = [...values, { code: 'notes', blocks: before }];
  return codedArticle(all);
}

/**
 * The lines of the head follow each other; a blank line, or the line of rights, ends them.
 * The headline may have a paragraph of its own before.
 */
function fromLines(part: readonly Paragraph[]): Article | undefined {
  const lengthAt = part.findIndex(({ text }) => text.split('\n').some(isLength));
  if (lengthAt < 0) return undefined;
  const isOneLineEach = !part[lengthAt]?.text.includes('\n');
  const endAt = isOneLineEach ? part.findIndex(({ text }, i) => i > lengthAt && endsHead(text)) : lengthAt;
  const head = part.slice(0, endAt + 1).flatMap(({ text }) => text.split('\n'));
  const unwrap = unwrapper(part);
  return uncodedArticle(
    head,
    part.slice(endAt + 1).map((block) => ({ ...block, text: unwrap(block.text) })),
  );
}
