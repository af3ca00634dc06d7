import type { BibliographicRecord, SourceField } from '../../domain/model/import';
import { isPartialDate } from '../../domain/sources/date';
import { languageCalled } from '../../domain/sources/names/languages';
import { dateIn } from '../dates';
import { filesIn } from './files';

const LINE = /^([A-Z][A-Z0-9]) {0,2}-(?: (.*)|)$/;

/** Whether a text is RIS: it begins with the type of a reference. */
export const isRis = (text: string): boolean => /^\s*TY {0,2}- ?\S/.test(text);

/** Names for what has no place of its own in a record; other tags are kept as they are. */
const names: { readonly [tag: string]: string } = {
  TY: 'Type',
  AB: 'Abstract',
  N2: 'Abstract',
  KW: 'Keywords',
  N1: 'Notes',
  PB: 'Publisher',
  CY: 'Place',
  VL: 'Volume',
  IS: 'Issue',
  SP: 'First page',
  EP: 'Last page',
  SN: 'ISSN',
  DB: 'Database',
  DO: 'DOI',
  DP: 'Database provider',
  ED: 'Editor',
  A2: 'Editor',
};

/** Reads RIS. Lines without a tag go on with the one before; a record that is not closed is one. */
export function readRis(text: string): BibliographicRecord[] {
  const records: SourceField[][] = [];
  let open: SourceField[] | undefined;
  for (const line of text.split('\n')) {
    const [, tag, value = ''] = LINE.exec(line.trimEnd()) ?? [];
    if (tag === 'ER') open = undefined;
    else if (tag === 'TY' || (tag && !open)) records.push((open = [{ name: tag, value: value.trim() }]));
    else if (tag) open?.push({ name: tag, value: value.trim() });
    else {
      const last = open?.pop();
      if (last) open?.push({ name: last.name, value: `${last.value}\n${line.trim()}`.trim() });
    }
  }
  return records.map(recordOf);
}

function recordOf(tags: readonly SourceField[]): BibliographicRecord {
  const used = new Set<SourceField>();
  /** The first of some tags that has a value; what is left of the others stays among the fields. */
  const first = (...wanted: string[]): string => {
    const found = wanted.flatMap((tag) => tags.filter(({ name, value }) => name === tag && value !== ''))[0];
    if (found) used.add(found);
    return found?.value.replace(/\s+/g, ' ') ?? '';
  };
  const all = (...wanted: string[]): string[] => {
    const found = tags.filter(({ name, value }) => wanted.includes(name) && value !== '');
    found.forEach((each) => used.add(each));
    return found.map(({ value }) => value);
  };
  const title = first('TI', 'T1', 'CT', 'BT');
  const outlet = first('T2', 'JF', 'JO', 'JA', 'BT');
  const date = [first('DA'), first('PY', 'Y1')].map(dateOf).sort((a, b) => b.length - a.length)[0] ?? '';
  const language = first('LA');
  return {
    title,
    date,
    author: all('AU', 'A1').join('; '),
    outlet,
    url: first('UR', 'LK'),
    identifier: first('AN', 'DO', 'ID'),
    language: languageCalled(language) ?? language,
    files: all('L1', 'L2', 'L3', 'L4').flatMap(filesIn),
    fields: tags
      .filter((each) => !used.has(each) && each.value !== '')
      .map(({ name, value }) => ({ name: names[name] ?? name, value })),
  };
}

/** `2010/01/11/Monday`, with parts left empty where they are not known. */
function dateOf(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:\/(\d{1,2})?)?(?:\/(\d{1,2})?)?(?:\/.*)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return dateIn(text);
  const parts = [year, ...(month ? [month, ...(day ? [day] : [])] : [])];
  const date = parts.map((part) => part.padStart(2, '0')).join('-');
  return isPartialDate(date) ? date : year;
}
