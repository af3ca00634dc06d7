import type { HtmlElement } from '../../html/elements';
import { visible, type Article, type Bundle } from '../article';
import { blocksIn, find, findAll, hasClass, rootOf, textIn, without } from '../markup';
import { codedArticle, isCode, type CodedValue } from './codes';
import { uncodedArticle } from './lines';

/** `article frArticle`: only the inner of two nested elements has the second. */
const isArticle = hasClass(/^[a-z]{2}Article$/);
const isHeadline = hasClass(/Headline$/);
const isParagraph = hasClass(/^articleParagraph$/);

/** Reads a page that Factiva saved, with its codes or in its article format. */
export function factivaPage(markup: string): Bundle | undefined {
  if (!/\barticle\s+[a-z]{2}Article\b|class=["']?[a-z]{2}Article\b/.test(markup)) return undefined;
  const root = rootOf(markup);
  const elements = findAll(root, isArticle);
  const articles = elements.map((element) => indexed(element) ?? inArticleFormat(element));
  if (articles.length === 0 || !articles.some(Boolean)) return undefined;
  const all = visible(blocksIn(root).map(({ text }) => text));
  const inside = visible(elements.flatMap((element) => blocksIn(element).map(({ text }) => text)));
  return {
    database: 'Factiva',
    articles: elements.map((element, i) => articles[i] ?? asItIs(element)),
    outside: Math.max(0, all - inside),
  };
}

/** A table with a code in the first column of each row. What stands beside the rows is kept as notes. */
function indexed(element: HtmlElement): Article | undefined {
  const values: CodedValue[] = [];
  const beside: (HtmlElement | string)[] = [];
  for (const part of partsOf(element)) {
    if (typeof part === 'string') {
      beside.push(part);
      continue;
    }
    const [label, ...cells] = part.name === 'tr' ? part.children.filter(isCell) : [];
    const mark = label && find(label, ({ name }) => name === 'b');
    const code = textIn(mark);
    if (mark && cells.length > 0 && isCode(code)) {
      values.push({ code, blocks: cells.flatMap((cell) => blocksIn(...cell.children)) });
      beside.push(without(part, new Set([mark, ...cells])));
    } else beside.push(part);
  }
  if (values.length === 0) return undefined;
  return codedArticle([...values, { code: 'notes', blocks: blocksIn(...beside) }]);
}

/** The rows of an element's own tables, and all else in it. */
const partsOf = (element: HtmlElement): (HtmlElement | string)[] =>
  opened(opened(element.children, /^table$/), /^(?:tbody|thead|tfoot)$/);

const opened = (parts: readonly (HtmlElement | string)[], name: RegExp): (HtmlElement | string)[] =>
  parts.flatMap((part) => (typeof part !== 'string' && name.test(part.name) ? part.children : [part]));

const isCell = (child: HtmlElement | string): child is HtmlElement =>
  typeof child !== 'string' && /^t[dh]$/.test(child.name);

/** Elements in a fixed order, without codes; only the headline and the paragraphs are marked. */
function inArticleFormat(element: HtmlElement): Article | undefined {
  const headline = textIn(find(element, isHeadline));
  const firstText = textIn(find(element, isParagraph));
  const blocks = blocksIn(element).map((block) => ({ ...block, text: block.text.trim() }));
  const bodyAt =
    firstText === '' ? blocks.length : blocks.findIndex(({ text }) => startsLike(text, firstText));
  const end = bodyAt < 0 ? blocks.length : bodyAt;
  const head = blocks.slice(0, end).flatMap(({ text }) => text.split('\n'));
  const at = head.findIndex((line) => startsLike(headline, line));
  return uncodedArticle(head, blocks.slice(end), headline === '' ? -1 : at);
}

/** Both are one text, though perhaps broken or cut otherwise. */
const startsLike = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((text) => text.replace(/\s/g, '').slice(0, 60));
  return one !== '' && one === other;
};

const asItIs = (element: HtmlElement): Article => ({
  title: textIn(find(element, isHeadline)),
  body: blocksIn(element),
});
