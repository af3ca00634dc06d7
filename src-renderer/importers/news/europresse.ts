import type { BlockDraft } from '../../domain/text/canonical';
import { dateIn } from '../dates';
import type { HtmlElement } from '../html/elements';
import { fields, visible, type Article, type Bundle } from './article';
import { blocksIn, find, findAll, hasClass, holdersOf, rootOf, textIn, without } from './markup';

const isSource = hasClass(/^DocPublicationName$/i);
const isHeader = hasClass(/^DocHeader$/i);
const isTitle = hasClass(/^titreArticleVisu$/i);
const isAuthor = hasClass(/^docAuthors$/i);
const isText = hasClass(/^docOcurrContainer$/i);

const RIGHTS = /^©/;
const NUMBER =
  /^(?:(?:numéro de document|document number|nº de documento|dokumentnummer)\s*:\s*)?([a-z]+·\d{8}·\S+)$/i;
const ISSUE = /^(.*?),?\s+no\.\s*(\S+)$/i;
const PAGE = /^(?:p\.|pp\.|page|pg\.)\s*/i;
const TIME = /^\d{1,2}[:h]\d{2}(?:\s?(?:am|pm))?(?:\s+\(?[A-Z]{2,5}.*)?$/;
const WEEKDAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\p{L}+day)$/iu;
const LONGEST_AUTHOR = 200;

/** Reads a page that Europresse (or Eureka) saved: `<article>` elements, or the table cells of before. */
export function europressePage(markup: string): Bundle | undefined {
  if (!/DocPublicationName/i.test(markup)) return undefined;
  const root = rootOf(markup);
  const holders = holdersOf(root, isSource, holderIn);
  if (holders.length === 0) return undefined;
  const all = visible(blocksIn(root).map(({ text }) => text));
  const inside = visible(holders.flatMap((holder) => blocksIn(holder).map(({ text }) => text)));
  return {
    database: 'Europresse',
    articles: holders.map(articleOf),
    outside: Math.max(0, all - inside),
  };
}

/** In the older layout, the cell that has the headline in it as well. */
const holderIn = (path: readonly HtmlElement[]): HtmlElement | undefined =>
  path.findLast(({ name }) => name === 'article') ??
  path.findLast((element) => element.name === 'td' && holds(element, isTitle)) ??
  path.findLast(({ name }) => name === 'td' || name === 'div');

function articleOf(holder: HtmlElement): Article {
  const sourceText = textIn(find(holder, isSource));
  const [, outlet = sourceText, issue] = ISSUE.exec(sourceText) ?? [];
  const text = find(holder, isText);
  const parts = text ? aroundText(holder, text) : inOrder(holder);
  const header = headerOf(findAll(holder, isHeader).map(textIn));
  return {
    title: textIn(find(holder, isTitle)),
    outlet,
    author: textIn(find(holder, isAuthor)) || parts.author,
    date: header.date,
    identifier: parts.identifier,
    body: parts.body,
    fields: [
      ...fields({ issue, section: header.section, page: header.page, time: header.time }),
      ...fields({ subtitle: parts.subtitle, copyright: parts.rights, notes: parts.notes }),
    ],
  };
}

/** `Politique, jeudi 5 octobre 2013, p. 03`: the parts come in any order, and not always all of them. */
function headerOf(spans: readonly string[]): Record<'section' | 'date' | 'page' | 'time', string> {
  const header = { section: '', date: '', page: '', time: '' };
  const sections: string[] = [];
  const parts: readonly string[] = spans.join(' ').replace(/\s+,/g, ',').split(/,\s*/);
  let weekday = '';
  for (const [i, part] of parts.entries()) {
    const text = part.trim();
    // English has a comma inside its dates: Monday, January 5, 2015.
    const withNext = `${text}, ${parts[i + 1]?.trim() ?? ''}`;
    if (text === '' || header.date.endsWith(`, ${text}`)) continue;
    if (header.date === '' && dateIn(text)) header.date = weekday + text;
    else if (header.date === '' && /\d$/.test(text) && dateIn(withNext)) header.date = weekday + withNext;
    else if (WEEKDAY.test(text)) weekday = `${text}, `;
    else if (PAGE.test(text)) header.page = text;
    else if (TIME.test(text)) header.time = text;
    else sections.push(text);
  }
  header.section = sections.join(', ');
  return header;
}

interface Parts {
  readonly body: readonly BlockDraft[];
  readonly author: string;
  readonly subtitle: string;
  readonly rights: string;
  readonly identifier: string;
  readonly notes: string;
}

/** The newer layout has an element for the text; what else there is comes before or after it. */
function aroundText(holder: HtmlElement, text: HtmlElement): Parts {
  const known = new Set([text, ...findAll(holder, isKnown)]);
  const rest = blocksIn(without(holder, known)).flatMap(({ text: block }) => block.split('\n'));
  return { ...sorted(rest), body: blocksIn(...text.children), author: '', subtitle: '' };
}

const isKnown = (element: HtmlElement): boolean =>
  isSource(element) || isHeader(element) || isTitle(element) || isAuthor(element);

/** The older layout has everything in one cell, parted by line ends and empty paragraphs. */
function inOrder(holder: HtmlElement): Parts {
  const known = new Set(findAll(holder, isKnown));
  const titleAt = holder.children.findIndex((child) => typeof child !== 'string' && holds(child, isTitle));
  const part = (start: number, end?: number): BlockDraft[] =>
    blocksIn(without({ ...holder, children: holder.children.slice(start, end) }, known));
  const before = part(0, titleAt + 1).map(({ text }) => text);
  const blocks = part(titleAt + 1);
  const end = blocks.findIndex(({ text }) => RIGHTS.test(text.trim()) || NUMBER.test(text.trim()));
  const body = end < 0 ? blocks : blocks.slice(0, end);
  // A line end closes the line of the authors, and only an empty paragraph that of a text.
  const [first] = body;
  const hasAuthor = first !== undefined && first.text.endsWith('\n') && first.text.length <= LONGEST_AUTHOR;
  const tail = (end < 0 ? [] : blocks.slice(end)).map(({ text }) => text);
  return {
    ...sorted(tail),
    subtitle: before.filter((text) => /[\p{L}\p{N}]/u.test(text)).join('\n'),
    author: hasAuthor ? first.text : '',
    body: hasAuthor ? body.slice(1) : body,
  };
}

const holds = (element: HtmlElement, fits: (element: HtmlElement) => boolean): boolean =>
  findAll({ name: '', attributes: {}, children: [element] }, fits).length > 0;

/** Takes the line of rights and the number of the document out of lines; the number stands there twice. */
function sorted(lines: readonly string[]): Pick<Parts, 'rights' | 'identifier' | 'notes'> {
  const texts = lines.map((line) => line.trim()).filter(Boolean);
  const [identifier = '', ...others] = new Set(
    texts.map((text) => NUMBER.exec(text)?.[1]).filter((number) => number !== undefined),
  );
  return {
    rights: texts.filter((text) => RIGHTS.test(text)).join('\n'),
    identifier,
    notes: [...others, ...texts.filter((text) => !RIGHTS.test(text) && !NUMBER.test(text))].join('\n'),
  };
}
