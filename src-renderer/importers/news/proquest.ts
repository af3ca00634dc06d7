import { fields, paragraph, visible, type Article, type Bundle } from './article';
import { labelledParagraphs, takeLabelled, type LabelledParagraph } from './labelled';
import { joinedLines } from './paragraphs';

/** The rule between two records. */
const RULE = /^[^\S\n]*(?:_{40,}|\*{40,})[^\S\n]*$/m;
const COUNT = /^[^\S\n]*Document \d+ of (\d+)[^\S\n]*$/im;
const MARK = /^(?:publication title|proquest document id|full text):/im;
const URL_ALONE = /^https?:\/\/\S+$/i;

const labels = new Set(
  (
    'title|alternate title|author|authors|corporate author|publication title|publication date|publication year|' +
    'publication info|publication subject|publisher|place of publication|country of publication|issn|issue|volume|' +
    'pages|first page|section|column|dateline|edition|source type|language of publication|document type|' +
    'document features|document url|proquest document id|accession number|copyright|last updated|database|' +
    'abstract|links|full text|subject|location|people|company / organization|identifier / keyword|identifier|' +
    'classification|credit|notes|source|year|number of pages|illustration|caption'
  ).split('|'),
);

/** Our names for what has one; the others keep their label. */
const names: { readonly [label: string]: string } = {
  'first page': 'page',
  pages: 'page',
  database: 'collection',
};

/** Reads text that ProQuest saved: records parted by a rule, fields with labels, the text among them. */
export function proquestText(text: string): Bundle | undefined {
  if (!RULE.test(text) || !MARK.test(text)) return undefined;
  const parts = text.split(new RegExp(RULE, 'm'));
  const records = parts.filter((part) => MARK.test(part));
  const declared = COUNT.exec(text)?.[1];
  return {
    database: 'ProQuest',
    articles: records.map((record) => articleOf(record.replace(COUNT, ''))),
    declared: declared === undefined ? null : Number(declared),
    outside: visible(parts.filter((part) => !MARK.test(part))),
  };
}

function articleOf(record: string): Article {
  const all = labelledParagraphs(record, (label) => labels.has(label));
  const textAt = all.findIndex(({ label }) => label === 'full text');
  const end = textAt < 0 ? textAt : endOfText(all, textAt + 1);
  const inText = textAt < 0 ? [] : all.slice(textAt, end);
  const around = [...all.slice(0, Math.max(0, textAt)), ...all.slice(Math.max(0, end))];
  const labelled = around.filter(({ label }) => label !== '');
  const loose = around.filter(({ label }) => label === '').map(({ text }) => text);
  const take = (...some: readonly string[]) => takeLabelled(labelled, ...some);
  const [titleAbove = '', ...notes] = loose.filter((text) => !URL_ALONE.test(text));
  // The title stands above the record, and as a field in most.
  const title = take('title') || titleAbove;
  return {
    title,
    outlet: take('publication title'),
    author: take('author', 'authors'),
    date: take('publication date'),
    language: take('language of publication'),
    identifier: take('proquest document id'),
    url: take('document url'),
    body: inText.map(({ value, text }, i) => paragraph(i === 0 ? value : text)),
    fields: [
      ...labelled.flatMap(({ label, value }) => fields({ [names[label] ?? label]: value })),
      ...(joinedLines(title) === joinedLines(titleAbove) ? [] : fields({ notes: titleAbove })),
      ...fields({
        notes: notes.join('\n'),
        links: loose.filter((text) => URL_ALONE.test(text)).join('\n'),
      }),
    ],
  };
}

/** Fields follow each other at the end; the first of them that the database knows ends the text. */
function endOfText(all: readonly LabelledParagraph[], from: number): number {
  const lastOfText = all.findLastIndex(({ label }, i) => i >= from && label === '');
  const known = all.findIndex(({ label }, i) => i > lastOfText && i >= from && labels.has(label));
  return known < 0 ? all.length : known;
}
