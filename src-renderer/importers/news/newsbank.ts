import { findDate } from '../dates';
import { fields, paragraph, visible, type Article, type Bundle } from './article';
import { labelledParagraphs, RIGHTS, takeLabelled, type LabelledParagraph } from './labelled';

/** Closes a record; a line of rights may follow. */
const END =
  /^[^\S\n]*(?:Record Number|Document ID|Accession Number):[^\n]*(?:\n\s*(?:Copyright|©|\(c\))[^\n]*)*/gim;
const MARK = /^[^\S\n]*(?:Record Number):\s*\S/im;
const OTHER_MARKS =
  /^[^\S\n]*(?:Paper|Author|Byline|Section|Page|Edition|Headline|Readability|Article Type|Column):/im;

const head = new Set(
  'paper source publication title headline date author byline section page edition column'.split(' '),
);
const labels = new Set([
  ...head,
  ...(
    'length|readability|article type|caption|memo|index terms|record number|document id|accession number|' +
    'openurl link|dateline|city|state|zone|series|correction|edition|subhead|illustration|day'
  ).split('|'),
]);

/** Reads text as NewsBank and services like it save it: a headline, labelled lines, text, `Record Number:`. */
export function newsbankText(text: string): Bundle | undefined {
  if (!MARK.test(text) || !OTHER_MARKS.test(text)) return undefined;
  const records: string[] = [];
  let start = 0;
  for (const end of text.matchAll(END)) {
    records.push(text.slice(start, end.index + end[0].length));
    start = end.index + end[0].length;
  }
  return { database: 'NewsBank', articles: records.map(articleOf), outside: visible([text.slice(start)]) };
}

function articleOf(record: string): Article {
  const paragraphs = labelledParagraphs(record, (label) => labels.has(label));
  const isRights = ({ text }: LabelledParagraph) => RIGHTS.test(text);
  const all = paragraphs.filter((each) => !isRights(each));
  const rights = paragraphs.filter(isRights);
  const firstHead = Math.max(
    0,
    all.findIndex(({ label }) => head.has(label)),
  );
  const isText = ({ label }: LabelledParagraph, i: number) => i > firstHead && !labels.has(label);
  const bodyEnd = all.findLastIndex(isText) + 1;
  const bodyAt = bodyEnd > 0 ? all.findIndex(isText) : firstHead;
  const opening = all.slice(0, firstHead).map(({ text }) => text);
  const labelled = [...all.slice(firstHead, bodyAt), ...all.slice(bodyEnd || bodyAt)];
  const take = (...names: readonly string[]) => takeLabelled(labelled, ...names);
  const above = openingOf(opening);
  const title = take('title', 'headline') || above.title;
  const outlet = take('paper', 'source', 'publication') || above.outlet;
  const date = take('date') || above.date;
  return {
    title,
    outlet,
    date,
    author: take('author', 'byline'),
    identifier: take('record number', 'document id', 'accession number'),
    caption: take('caption'),
    body: all.slice(bodyAt, bodyEnd).map(({ text }) => paragraph(text)),
    fields: [
      ...labelled.flatMap(({ label, value }) => fields({ [label || 'notes']: value })),
      ...(title === above.title ? [] : fields({ notes: above.title })),
      ...(outlet === above.outlet ? [] : fields({ notes: above.outlet })),
      ...(date === above.date ? [] : fields({ notes: above.date })),
      ...fields({ copyright: rights.map(({ text }) => text).join('\n') }),
    ],
  };
}

/** `Headline`, then `Paper (City) - January 5, 2015` or `January 5, 2015 | Paper`. */
function openingOf(paragraphs: readonly string[]): Record<'title' | 'outlet' | 'date', string> {
  const lines = paragraphs.flatMap((text) => text.split('\n'));
  const at = lines.findIndex((line, i) => i > 0 && findDate(line));
  const line = lines[at] ?? '';
  const found = findDate(line);
  if (!found) return { title: lines.join('\n'), outlet: '', date: '' };
  const outlet = `${line.slice(0, found.start)} ${line.slice(found.end)}`.replace(
    /^[\s|,–-]+|[\s|,–-]+$/g,
    '',
  );
  return {
    title: lines.filter((_, i) => i !== at).join('\n'),
    outlet,
    date: line.slice(found.start, found.end),
  };
}
