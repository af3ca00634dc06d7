import { collapse } from '../../html/run';
import type { HtmlElement } from '../../html/elements';
import { fields, paragraph, visible, type Article, type Bundle } from '../article';
import { find, findAll, rawText, rootOf } from '../markup';

const local = ({ name }: HtmlElement): string => name.replace(/^.*:/, '');
const named =
  (name: string) =>
  (element: HtmlElement): boolean =>
    local(element) === name;

/** Elements that have a place of their own. */
const placed = new Set(
  'headline leadparagraph tailparagraphs publicationdate sourcename accessionno baselanguage byline'.split(
    ' ',
  ),
);
const names: { readonly [element: string]: string } = {
  sectionname: 'section',
  wordcount: 'length',
  sourcecode: 'source-code',
  newssubject: 'subject',
};

/** Reads the XML of Factiva's older interface: `ppsarticle` elements, hits marked as `hlt`. */
export function factivaXml(markup: string): Bundle | undefined {
  if (!/<(?:\w+:)?ppsarticle\b/i.test(markup)) return undefined;
  const root = rootOf(markup, true);
  const elements = findAll(root, named('ppsarticle'));
  if (elements.length === 0) return undefined;
  return {
    database: 'Factiva',
    articles: elements.map(articleOf),
    outside: visible(rawText(root)) - visible(...elements.map(rawText)),
  };
}

function articleOf(element: HtmlElement): Article {
  const article = find(element, named('article')) ?? element;
  const text = (name: string) => collapse(rawText(find(article, named(name))));
  const paragraphs = (name: string) =>
    findAll(article, named(name)).flatMap((part) => {
      const inner = findAll(part, named('paragraph'));
      return (inner.length > 0 ? inner : [part]).map((each) => paragraph(collapse(rawText(each))));
    });
  return {
    title: paragraphs('headline')
      .map((each) => each.text)
      .join(' '),
    body: [...paragraphs('leadparagraph'), ...paragraphs('tailparagraphs')],
    author: text('byline'),
    date: text('publicationdate'),
    outlet: text('sourcename'),
    language: text('baselanguage'),
    identifier: text('accessionno'),
    fields: article.children.flatMap((child) => {
      if (typeof child === 'string' || placed.has(local(child))) return [];
      const value = collapse(rawText(child)) || (child.attributes['code'] ?? '');
      return fields({ [names[local(child)] ?? local(child)]: value });
    }),
  };
}
