import type { PartialDate } from '../model/source';

const partial = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** In: any text. Out: whether it is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and stands in the calendar. */
export function isPartialDate(text: string): boolean {
  const found = partial.exec(text);
  if (!found) return false;
  const [year = 0, month, day] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return exists(year, month, day);
}

/** Gregorian calendar, extended to every year from 1. */
function exists(year: number, month: number | undefined, day: number | undefined): boolean {
  if (year < 1) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';

/** What people write; the groups are named, so that their order does not matter. */
const forms: readonly { readonly pattern: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  // 2009-12-22, 2009/12/22, 2009.12.22, 2009. 12. 22., with or without day and month
  { pattern: /^(\d{4})(?:\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?)?\s*\.?$/, order: ['y', 'm', 'd'] },
  // 2009-12-22T10:00:00Z
  { pattern: /^(\d{4})-(\d{2})-(\d{2})t\d{2}:\d{2}.*$/, order: ['y', 'm', 'd'] },
  // 2009年12月22日, 2009년 12월 22일
  {
    pattern: /^(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?$/,
    order: ['y', 'm', 'd'],
  },
  // 22 December 2009, Dec 2009
  { pattern: new RegExp(`^(?:${ordinal}\\s+)?${monthWord},?\\s+(\\d{4})$`), order: ['d', 'm', 'y'] },
  // December 22, 2009
  { pattern: new RegExp(`^${monthWord}\\s+${ordinal},?\\s+(\\d{4})$`), order: ['m', 'd', 'y'] },
];

/**
 * Reads a date as people write it.
 * In: such as '2009', '2009/12', '2009年12月22日', '2009년 12월', 'Dec 2009', '22 December 2009',
 * 'December 22, 2009', in full or half width. Out: the partial date, or undefined when it is none, is not
 * in the calendar, or could be read in two ways ('04/05/2009').
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  for (const { pattern, order } of forms) {
    const groups = pattern.exec(plain);
    if (!groups) continue;
    const part = (name: 'y' | 'm' | 'd'): string | undefined => groups[order.indexOf(name) + 1];
    const month = part('m');
    const number = month && /^\D/.test(month) ? String(months.indexOf(month.slice(0, 3)) + 1) : month;
    const date = [part('y'), number, part('d')]
      .filter((value) => value !== undefined)
      .map((value) => value.padStart(2, '0'))
      .join('-');
    return isPartialDate(date) ? date : undefined;
  }
  return undefined;
}
