import type { BibliographicRecord } from '../../domain/model/import';
import { isPartialDate } from '../../domain/sources/date';
import { languageCalled } from '../../domain/sources/names/languages';
import { dateIn } from '../dates';
import type { BibtexEntry } from './bibtex';
import { filesIn } from './files';
import { plainText } from './latex';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What has a place of its own in a record; everything else is kept under its name. */
const titles = ['title'];
const outlets = ['journaltitle', 'journal', 'booktitle', 'newspaper'];
const placed = new Set([
  'author',
  'date',
  'year',
  'month',
  'day',
  'url',
  'doi',
  'file',
  'langid',
  'language',
]);

/** In: an entry. Out: what it says of a document, accents and all. */
export function recordOfEntry({ type, key, values }: BibtexEntry): BibliographicRecord {
  const text = (name: string): string => plainText(values.get(name) ?? '');
  const nameOf = (names: readonly string[]) => names.find((name) => text(name) !== '') ?? '';
  const [title, outlet] = [nameOf(titles), nameOf(outlets)];
  const language = text('langid') || text('language');
  const used = (name: string) => name === title || name === outlet || placed.has(name);
  return {
    title: text(title),
    date: dateOf(text('date'), text('year'), text('month'), text('day')),
    author: (values.get('author') ?? '')
      .split(/\s+and\s+/i)
      .map(plainText)
      .filter(Boolean)
      .join('; '),
    outlet: text(outlet),
    url: (values.get('url') ?? '').replace(/\\([%#&_~])/g, '$1').replace(/[{}\s]|\\url/g, ''),
    identifier: text('doi'),
    language: languageCalled(language) ?? language,
    files: filesIn(values.get('file') ?? ''),
    fields: [
      { name: 'Type', value: type },
      ...(key ? [{ name: 'Key', value: key }] : []),
      ...[...values.keys()]
        .filter((name) => !used(name) && text(name) !== '')
        .map((name) => ({ name: name.charAt(0).toUpperCase() + name.slice(1), value: text(name) })),
    ],
  };
}

function dateOf(date: string, year: string, month: string, day: string): string {
  // Of a span, its beginning.
  const [first = ''] = date.split('/');
  if (isPartialDate(first)) return first;
  if (!/^\d{4}$/.test(year)) return dateIn(date || year);
  const number = /^\d+$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const parts = [year, ...(number > 0 ? [number, ...(/^\d+$/.test(day) ? [Number(day)] : [])] : [])];
  const full = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return isPartialDate(full) ? full : year;
}
