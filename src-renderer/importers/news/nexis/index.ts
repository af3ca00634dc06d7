import { dateIn } from '../../dates';
import { visible, type Bundle } from '../article';
import { isCount, selected, totalOf } from './counts';
import { paragraphsOf, unwrapper, type Paragraph } from '../paragraphs';
import { classicArticle } from './classic';
import { uniArticle } from './uni';

const DATABASE = 'Nexis';
const COVER_COUNT = /^\p{L}+ \((\d+)\)$/u;
const END =
  /^(?:end of document|ende des dokuments|fin du document|einde van (?:het )?document|fin del documento|fine del documento|fim do documento)$/i;

/** Reads plain text as Nexis UK and LexisNexis Academic saved it, or as Word saves the newer layout. */
export function nexisText(text: string): Bundle | undefined {
  if (!/documen|dokument/i.test(text)) return undefined;
  const { cover, parts, totals } = splitAtCounts(text.split('\n'), (line) => line);
  if (parts.length === 0) return uniBundle(lineParagraphs(text));
  return classicBundle(
    cover.join('\n'),
    parts.map((lines) => paragraphsOf(lines.join('\n'))),
    totals,
  );
}

/** Reads the paragraphs of a Word or RTF file of either layout. */
export function nexisParagraphs(paragraphs: readonly Paragraph[]): Bundle | undefined {
  const { cover, parts, totals } = splitAtCounts(paragraphs, ({ text }) => text);
  if (parts.length === 0) return uniBundle(paragraphs);
  return classicBundle(cover.map(({ text }) => text).join('\n'), parts, totals);
}

const lineParagraphs = (text: string): Paragraph[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', level: 0, text: line.trim(), centred: false }));

function splitAtCounts<T>(items: readonly T[], textOf: (item: T) => string) {
  const parts: T[][] = [[]];
  const totals: number[] = [];
  for (const item of items) {
    const text = textOf(item).trim();
    if (isCount(text)) {
      totals.push(totalOf(text));
      parts.push([]);
    } else parts.at(-1)?.push(item);
  }
  const [cover = [], ...rest] = parts;
  return { cover, parts: rest, totals };
}

function classicBundle(
  cover: string,
  parts: readonly (readonly Paragraph[])[],
  totals: readonly number[],
): Bundle | undefined {
  const articles = parts.map((part) => classicArticle(part, unwrapper(part)));
  // Any document may have a line that counts documents; the articles of Nexis have dates.
  if (!articles.some(({ date = '' }) => dateIn(date))) return undefined;
  return {
    database: DATABASE,
    articles,
    declared: selected(cover) ?? mostCommon(totals),
    outside: visible([cover]),
  };
}

function uniBundle(paragraphs: readonly Paragraph[]): Bundle | undefined {
  const parts = splitAfter(paragraphs, ({ text }) => END.test(text.trim()));
  const rest = parts.pop() ?? [];
  const read = parts.map((part) => uniArticle(part));
  if (!read.some(({ article: { date = '' } }) => dateIn(date))) return undefined;
  const cover = read.flatMap((part) => part.cover);
  const declared = cover.map(({ text }) => COVER_COUNT.exec(text)?.[1]).find(Boolean);
  return {
    database: DATABASE,
    articles: read.map(({ article }) => article),
    declared: declared === undefined ? null : Number(declared),
    outside: visible([...cover, ...rest].map(({ text }) => text)),
  };
}

function mostCommon(totals: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const total of totals) counts.set(total, (counts.get(total) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? most[0] : null;
}

function splitAfter<T>(items: readonly T[], isEnd: (item: T) => boolean): T[][] {
  const parts: T[][] = [[]];
  for (const item of items) {
    if (isEnd(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

const DELIVERY = /^\s*(?:lexis\s?nexis|nexis uni)\b/i;
const SHORTEST_DELIVERY = 200;

/**
 * Whether a text without articles is a delivery of Nexis all the same: it has a cover and nothing else, or
 * is a line or two that names the database.
 */
export function isNexisCover(text: string): boolean {
  const hasCover = /^job number:/im.test(text) && /^\p{L}+ \(\d+\)$/mu.test(text);
  const hasOldCover =
    /^[^\S\n]*(?:download request|printopdracht):/im.test(text) && /^[^\S\n]*terms:/im.test(text);
  return hasCover || hasOldCover || (text.length <= SHORTEST_DELIVERY && DELIVERY.test(text));
}
