import type { BlockDraft } from '../../../domain/text/canonical';
import { collapse } from '../../html/run';
import type { HtmlElement } from '../../html/elements';
import { fields, paragraph, visible, type Article, type Bundle } from '../article';
import { find, findAll, rawText, rootOf, without } from '../markup';

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
    outside: visible([rawText(root)]) - visible(elements.map(rawText)),
  };
}

function articleOf(element: HtmlElement): Article {
  const article = find(element, named('article')) ?? element;
  const children = article.children.filter((child) => typeof child !== 'string');
  const all = (name: string) => children.filter(named(name));
  const text = (name: string) => all(name).map(textOf).join('\n');
  const paragraphs = (name: string) => all(name).flatMap(paragraphsOf);
  const beside = article === element ? [] : [without(element, new Set([article]))];
  const loose = [...beside.map(textOf), ...article.children.filter((child) => typeof child === 'string')];
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
    fields: [
      ...children
        .filter((child) => !placed.has(local(child)))
        .flatMap((child) =>
          fields({
            [names[local(child)] ?? local(child)]: coded(child),
          }),
        ),
      ...fields({ notes: loose.join(' ') }),
    ],
  };
}

/** As Factiva's pages have it: `fra : France`. */
const coded = (element: HtmlElement): string =>
  [element.attributes['code'] ?? '', textOf(element)].filter(Boolean).join(' : ');

const textOf = (element: HtmlElement): string => collapse(rawText(element));

/** Its `paragraph` elements, or all of it as one; text beside them is a paragraph as well. */
function paragraphsOf(element: HtmlElement): BlockDraft[] {
  const isParagraph = named('paragraph');
  if (!element.children.some((child) => typeof child !== 'string' && isParagraph(child)))
    return [paragraph(textOf(element))];
  return element.children.map((child) =>
    paragraph(typeof child === 'string' ? collapse(child) : textOf(child)),
  );
}
