import { message } from '../../../domain/model/message';
import { dateLine } from '../../dates';
import type { Article } from '../article';
import type { Paragraph } from '../paragraphs';
import { FieldList, placed } from './fields';
import { isCopyright, wordLabelOf } from './labels';

const BODY = /^(?:body|text|volltext|corps|texte|cuerpo|testo|hoofdtekst|full text)$/i;
const CAPTIONS = /^(?:graphic|grafik|graphique|gráfico|grafico|grafiek)$/i;
const CLASSIFICATION =
  /^(?:classification|klassifizierung|klassifikation|clasificación|classificazione|classificatie)$/i;
const LOAD_DATE = /^load-date:/i;
const LONGEST_DATE = 100;
/** Entries, tables and labels of the cover: `1. Title`, `Client/Matter: -None-`. */
const COVER = /^(?:\d+\.\s|\p{L}[\p{L} /-]*:|\p{L}+ \(\d+\)$)/u;

export interface UniArticle {
  readonly article: Article;
  /** What stands before the article and is none of it. */
  readonly cover: readonly Paragraph[];
}

/**
 * Reads one article of the newer layout (Nexis Uni, Lexis Advance): title, source, date, copyright, fields,
 * `Body`, paragraphs, captions, classification. In: its paragraphs up to `End of Document`.
 */
export function uniArticle(paragraphs: readonly Paragraph[]): UniArticle {
  const mark = paragraphs.findIndex(({ text }) => BODY.test(text.trim()));
  const date = paragraphs.findIndex(
    ({ text }, i) => (mark < 0 || i < mark) && text.length <= LONGEST_DATE && dateLine(text),
  );
  const start = startOfArticle(paragraphs, date < 0 ? mark : date - 1);
  const list = new FieldList();
  const fieldsStart = Math.max(date + 1, date < 0 ? start + 2 : 0);
  const bodyStart = mark < 0 ? endOfFields(paragraphs, fieldsStart) : mark + 1;
  for (const { text } of paragraphs.slice(fieldsStart, mark < 0 ? bodyStart : mark)) {
    const label = wordLabelOf(text);
    if (label) list.add(label.name, label.value);
    else if (isCopyright(text)) list.add('copyright', text);
    else list.more(text);
  }
  const hasCopyright = paragraphs.slice(date + 1).some(({ text }) => isCopyright(text));
  const bodyEnd = readTail(paragraphs, bodyStart, list);
  const head = paragraphs.slice(start, date < 0 ? fieldsStart : date).map(({ text }) => text);
  const source = head.length > 1 ? (head.pop() ?? '') : '';
  return {
    cover: paragraphs.slice(0, start),
    article: {
      ...placed(list),
      title: [head.join('\n'), list.take('title') ?? ''].filter(Boolean).join('\n'),
      outlet: source,
      date: paragraphs[date]?.text ?? '',
      body: paragraphs.slice(bodyStart, bodyEnd),
      warnings: hasCopyright ? [] : [message('article-without-copyright')],
    },
  };
}

/** The first article comes right after the cover. */
function startOfArticle(paragraphs: readonly Paragraph[], source: number): number {
  const cover = paragraphs.findLastIndex(
    ({ kind, text }, i) => i < source - 1 && (kind === 'table-row' || COVER.test(text)),
  );
  return cover + 1;
}

function endOfFields(paragraphs: readonly Paragraph[], from: number): number {
  let end = from;
  for (let text = paragraphs[end]?.text; text !== undefined; text = paragraphs[++end]?.text)
    if (!wordLabelOf(text) && !isCopyright(text)) break;
  return end;
}

/** Takes captions and classification off the end. Out: where the body ends. */
function readTail(paragraphs: readonly Paragraph[], from: number, list: FieldList): number {
  const last = (pattern: RegExp, before: number) =>
    paragraphs.findLastIndex(({ text }, i) => i >= from && i < before && pattern.test(text.trim()));
  const classified = last(CLASSIFICATION, paragraphs.length);
  const loaded = last(LOAD_DATE, paragraphs.length);
  const fieldsAt = classified >= 0 ? classified : loaded >= 0 ? loaded : paragraphs.length;
  const captions = last(CAPTIONS, fieldsAt);
  if (captions >= 0)
    list.add(
      'caption',
      paragraphs
        .slice(captions + 1, fieldsAt)
        .map(({ text }) => text)
        .join('\n'),
    );
  for (const { text } of paragraphs.slice(classified >= 0 ? fieldsAt + 1 : fieldsAt)) {
    const label = wordLabelOf(text);
    if (label) list.add(label.name, label.value);
    else list.more(text);
  }
  return captions >= 0 ? captions : fieldsAt;
}
