import type { BlockDraft } from '../../domain/text/canonical';
import type { HtmlElement } from '../html/elements';
import { fields, paragraph, printed, visible, type Article, type Bundle } from './article';
import { blocksIn, findAll, hasClass, rootOf, textIn } from './markup';

const isKikuzoTable = hasClass(/^topic-list$/);
const isKikuzoHead = hasClass(/^font002$/);
const isKikuzoText = hasClass(/^detail001$/);

/** Reads a page of Kikuzo, the database of the Asahi Shimbun: a table, a headline and a text an article. */
export function kikuzoPage(markup: string): Bundle | undefined {
  if (!markup.includes('topic-list') || !markup.includes('detail001')) return undefined;
  return inSequence(markup, {
    database: '聞蔵',
    starts: isKikuzoTable,
    goesOn: (element) => isKikuzoHead(element) || isKikuzoText(element),
    read: ([table, ...rest]) => {
      const cells = cellsOf(table, 'td');
      return {
        title: rest.filter(isKikuzoHead).map(textIn).join(' '),
        outlet: '朝日新聞',
        ...kikuzoHead(cells),
        body: rest.filter(isKikuzoText).flatMap(linesOf),
      };
    },
  });
}

/** The cells are told by what they hold: their number differs between the parts of the database. */
function kikuzoHead(cells: readonly string[]): Pick<Article, 'date' | 'fields'> {
  const found: { [name: string]: string } = {};
  const others: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const name = kikuzoNames.find(([, pattern]) => pattern.test(cell))?.[0];
    if (name !== undefined && found[name] === undefined) found[name] = cell;
    else if (i === 0 && /^\d+\.?$/.test(cell)) found['number'] = cell;
    else others.push(cell);
  }
  const { date = '', ...rest } = found;
  const [section, ...more] = others;
  return { date, fields: [...fields(rest), ...fields({ section, notes: more.join(' ') })] };
}

const kikuzoNames: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['date', /^\d{4}年/],
  ['edition', /^(?:朝|夕)刊|号外/],
  ['length', /^[\d０-９]+文字$/],
  ['page', /^[\d０-９]+(?:ページ|頁|面)$|^0\d\d$/],
];

const isYomidasuTable = hasClass(/^contentsTable$/);
const isYomidasuText = (element: HtmlElement): boolean => element.name === 'p' && hasClass(/^mb10$/)(element);

/** Reads a page of Yomidasu, the database of the Yomiuri Shimbun: a table, and a text if it may be shown. */
export function yomidasuPage(markup: string): Bundle | undefined {
  if (!markup.includes('heiseiDetailArea')) return undefined;
  return inSequence(markup, {
    database: 'ヨミダス',
    starts: isYomidasuTable,
    goesOn: isYomidasuText,
    read: ([table, ...texts]) => {
      const [number, date = '', title = '', edition, section, page, length, ...notes] = cellsOf(table, 'th');
      return {
        title,
        date,
        outlet: '読売新聞',
        body: texts.flatMap(linesOf),
        fields: [
          ...fields({ number, edition, section, page, length }),
          ...fields({ notes: [...notes, ...cellsOf(table, 'td')].join(' ') }),
        ],
      };
    },
  });
}

interface Sequence {
  readonly database: string;
  readonly starts: (element: HtmlElement) => boolean;
  readonly goesOn: (element: HtmlElement) => boolean;
  readonly read: (elements: readonly HtmlElement[]) => Article;
}

/** Articles of which each begins with one kind of element, whatever holds it and those that belong to it. */
function inSequence(markup: string, { database, starts, goesOn, read }: Sequence): Bundle | undefined {
  const root = rootOf(markup);
  const runs: HtmlElement[][] = [];
  for (const element of findAll(root, (each) => starts(each) || goesOn(each))) {
    if (starts(element)) runs.push([element]);
    else runs.at(-1)?.push(element);
  }
  if (runs.length === 0) return undefined;
  const articles = runs.map(read);
  const all = visible(blocksIn(root).map(({ text }) => text));
  return {
    database,
    articles,
    outside: Math.max(0, all - articles.reduce((sum, each) => sum + printed(each), 0)),
  };
}

const cellsOf = (table: HtmlElement | undefined, name: 'td' | 'th'): string[] =>
  table ? findAll(table, (element) => element.name === name).map(textIn) : [];

/** These databases end a line only where a paragraph ends. */
const linesOf = (element: HtmlElement): BlockDraft[] =>
  blocksIn(...element.children).flatMap(({ text }) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(paragraph),
  );
