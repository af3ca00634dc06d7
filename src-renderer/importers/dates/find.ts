import type { PartialDate } from '../../domain/model/source';
import { isPartialDate } from '../../domain/sources/date';
import { monthNumber, monthPattern, weekdayPattern } from './months';
import { eraPattern, numeral, numeralPattern, yearOfEra } from './numerals';

/** A date and where it stands in the text, `[start, end)` in UTF-16 units. */
export interface FoundDate {
  readonly date: PartialDate;
  readonly start: number;
  readonly end: number;
}

const DAY = '(?<d>\\d{1,2})';
const ORDINAL = '(?:st|nd|rd|th|er|re|\\.?º|ª|\\.)?';
const MONTH = `(?<name>${monthPattern})\\.?`;
const YEAR = '(?<y>\\d{4})(?!\\d)';
const OF = '(?:de[l]?\\s+|di\\s+)?';
const EAST_YEAR = `(?:(?<era>${eraPattern})\\s*)?(?<y>${numeralPattern})\\s*[年년]`;
const EAST_MONTH = `\\s*(?<m>${numeralPattern})\\s*[月월]`;
const EAST_DAY = `\\s*(?<d>${numeralPattern})\\s*[日일号號]`;

/** The more a form says the earlier it comes; of one form, the first in the text. */
const forms: readonly RegExp[] = [
  `${EAST_YEAR}${EAST_MONTH}${EAST_DAY}`,
  // 11 January 2010, 5. Juli 2019, 1er mars 2010, 3 de mayo de 2012, 31-Dec-2018
  `(?<!\\d)${DAY}${ORDINAL}[\\s-]*${OF}${MONTH},?[\\s-]+${OF}${YEAR}`,
  // January 11, 2010; January 11th 2010; Jan. 11, Monday, 2010
  `(?<!\\p{L})${MONTH}\\s+${DAY}${ORDINAL},?\\s+(?:(?:${weekdayPattern}),?\\s+)?${YEAR}`,
  // 2009-12-22, 2009/12/22, 2009. 12. 22.
  '(?<!\\d)(?<y>\\d{4})\\s?[-/.]\\s?(?<m>\\d{1,2})\\s?[-/.]\\s?(?<d>\\d{1,2})(?!\\d)',
  // With dots the day always comes first.
  `(?<!\\d)${DAY}\\.\\s?(?<m>\\d{1,2})\\.\\s?${YEAR}`,
  // 31/12/2018 or 12/31/2018
  `(?<!\\d)(?<a>\\d{1,2})[-/](?<b>\\d{1,2})[-/]${YEAR}`,
  '(?<!\\d)(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)',
  `${EAST_YEAR}${EAST_MONTH}`,
  `(?<!\\p{L})${MONTH},?\\s+${OF}${YEAR}`,
  '^\\s*(?<y>\\d{4})\\s?[-/.]\\s?(?<m>\\d{1,2})\\s*$',
  `^\\s*${EAST_YEAR}\\s*$`,
  '^\\s*(?<y>\\d{4})\\s*$',
].map((pattern) => new RegExp(pattern, 'iu'));

/**
 * Finds the date that a text names, in any language in which databases print one, with or without weekday
 * and time, in full or half width, by the common or a Japanese era or that of the Republic of China.
 * In: a short text such as a line of an article's head. Out: the date with its precision and its place, or
 * undefined where there is none, it is not in the calendar, or day and month could be either (`04/05/2009`).
 */
export function findDate(text: string): FoundDate | undefined {
  const plain = text.replace(/[０-９．／－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  for (const form of forms) {
    const found = form.exec(plain);
    if (!found) continue;
    const date = dateOf(found.groups ?? {});
    // The 31st of February is not to be read as February.
    if (!isPartialDate(date)) return undefined;
    return { date, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** In: as for `findDate`. Out: the date, or ''. */
export const dateIn = (text: string): PartialDate | '' => findDate(text)?.date ?? '';

type Groups = Readonly<Record<string, string | undefined>>;

function dateOf({ era, y = '', m, name, d, a, b }: Groups): string {
  const year = era ? yearOfEra(era, numeral(y)) : numeral(y);
  if (a !== undefined && b !== undefined) {
    const [first, second] = [Number(a), Number(b)];
    if (first <= 12 && second <= 12 && first !== second) return '';
    return first > 12 ? dated(year, second, first) : dated(year, first, second);
  }
  const month = name ? monthNumber(name) : m === undefined ? undefined : numeral(m);
  return dated(year, month, d === undefined ? undefined : numeral(d));
}

/** A year below 1000 is one of an era that is not named: of which, nobody can tell. */
const dated = (year: number, month?: number, day?: number): string =>
  year < 1000
    ? ''
    : [String(year), ...[month, day].filter((part) => part !== undefined).map(twoDigits)].join('-');

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const WEEKDAY = new RegExp(`^[\\s,]*(?:${weekdayPattern})(?!\\p{L})[\\s,.]*`, 'iu');
const TIME =
  /^[\s,]*(?:(?:à|at|um)\s+)?\d{1,2}(?::|\s?h\s?)\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?(?!\p{L}))?(?:\s*(?:[Uu]hr|h)(?!\p{L}))?(?:\s+[A-Z]{2,5}(?!\p{L}))?[\s,]*/u;

/** No date is longer: the rest of a long paragraph need not be looked through. */
const LONGEST = 100;

/**
 * Takes a line apart that begins with a date.
 * In: a line. Out: the date and what else the line says after weekday and time; undefined where the line
 * begins with something other than a date or a weekday and a date.
 */
export function dateLine(line: string): { readonly date: PartialDate; readonly rest: string } | undefined {
  const text = line.trim().replace(WEEKDAY, '');
  const found = findDate(text.slice(0, LONGEST));
  if (found?.start !== 0) return undefined;
  const rest = text.slice(found.end).replace(/^[\s,.]+/, '');
  return { date: found.date, rest: rest.replace(WEEKDAY, '').replace(TIME, '').trim() };
}
