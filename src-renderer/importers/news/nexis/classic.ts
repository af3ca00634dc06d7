import { message } from '../../../domain/model/message';
import { dateLine } from '../../dates';
import type { Article } from '../article';
import type { Paragraph } from '../paragraphs';
import { FieldList, placed } from './fields';
import { isCopyright, labelOf } from './labels';

// Fields come soon after the date; a line in capitals far down is somebody speaking.
const HEAD_WITHIN = 14;
// So many paragraphs of a caption or a correction may stand between two fields at the end.
const LONGEST_TAIL_FIELD = 3;
const LONGEST_TAIL_VALUE = 200;
const LENGTH_ALONE = /^\d[\d.,]*\s+(?:words?|mots|wörter|woorden|palabras|parole|palavras)$/i;
const URL_ALONE = /^https?:\/\/\S+$/i;

/**
 * Reads one article of the older layout: source, date, edition, headline, fields in capitals, body, more
 * fields, copyright. In: its paragraphs without the line that counts it; what undoes broken lines.
 */
export function classicArticle(
  paragraphs: readonly Paragraph[],
  unwrap: (text: string) => string = (text) => text,
): Article {
  const labels = paragraphs.map(({ text }) => labelOf(text));
  const list = new FieldList();
  const first = labels.findIndex((label, i) => i < HEAD_WITHIN && label?.place === 'head');
  const headEnd = first < 0 ? 0 : endOfHead(labels, first);
  const rights = startOfRights(paragraphs, headEnd);
  const tail = startOfTail(labels, headEnd, rights);

  const opening = first < 0 ? paragraphs.slice(0, bareHead(paragraphs, tail)) : paragraphs.slice(0, first);
  const head = headOf(opening, list);
  for (let i = first; i >= 0 && i < headEnd; i++) addField(list, labels[i], paragraphs[i]);
  const body = paragraphs.slice(first < 0 ? opening.length : headEnd, tail);
  for (let i = tail; i < rights; i++) addField(list, labels[i], paragraphs[i]);
  const copyright = paragraphs.slice(rights).map(({ text }) => text);
  if (copyright.length > 0) list.add('copyright', copyright.join('\n'));
  const hasCopyright = copyright.length > 0 || opening.some(({ text }) => isCopyright(text));
  const title = [head.title, list.take('title') ?? ''].filter(Boolean).join('\n');
  return {
    ...placed(list),
    title,
    outlet: head.outlet,
    date: head.date,
    body: body.map((block) => ({ ...block, text: unwrap(block.text) })),
    warnings: hasCopyright ? [] : [message('article-without-copyright')],
  };
}

type Labels = readonly (ReturnType<typeof labelOf> | undefined)[];

/** After LENGTH only fields that are known are fields: the next may be a speaker in a transcript. */
function endOfHead(labels: Labels, first: number): number {
  const length = labels.findIndex((label, i) => i < HEAD_WITHIN && label?.name === 'length');
  let end = Math.max(first, length) + 1;
  while (labels[end] && labels[end]?.place !== 'unknown') end++;
  return end;
}

function startOfRights(paragraphs: readonly Paragraph[], from: number): number {
  const last = paragraphs.findLastIndex(({ text }) => isCopyright(text));
  if (last < Math.max(from, 1) || paragraphs.length - last > LONGEST_TAIL_FIELD) return paragraphs.length;
  return last > from && isCopyright(paragraphs[last - 1]?.text ?? '') ? last - 1 : last;
}

/** From the first field that can only be at the end, or one near it that may be. */
function startOfTail(labels: Labels, from: number, end: number): number {
  const sure = labels.findIndex(
    (label, i) => i >= Math.max(from, 1) && i < end && label?.place === 'tail' && isShort(label.value),
  );
  let start = sure < 0 ? end : sure;
  for (let i = start - 1; i >= Math.max(from, 1) && start - i <= LONGEST_TAIL_FIELD + 1; i--)
    if (labels[i]?.place === 'unsure') start = i;
  return start;
}

const isShort = (value: string): boolean => value.length <= LONGEST_TAIL_VALUE;

function addField(list: FieldList, label: Labels[number], paragraph: Paragraph | undefined): void {
  if (label) list.add(label.name, label.value);
  else if (paragraph) list.more(paragraph.text);
}

/** Where an article without fields goes over from head to body: after date, headline, length and address. */
function bareHead(paragraphs: readonly Paragraph[], end: number): number {
  const date = paragraphs.findIndex(({ text }, i) => i < Math.min(end, 4) && dateLine(firstLine(text)));
  if (date < 0) return 0;
  let last = date + 1;
  while (
    last < end &&
    (last === date + 1 ||
      LENGTH_ALONE.test(paragraphs[last]?.text ?? '') ||
      URL_ALONE.test(paragraphs[last]?.text ?? ''))
  )
    last++;
  return last;
}

interface Head {
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
}

/** Source, date with edition, headline. The date may come before the headline or after it. */
function headOf(opening: readonly Paragraph[], list: FieldList): Head {
  const rest = opening.filter(({ text }) => {
    const name = isCopyright(text)
      ? 'copyright'
      : LENGTH_ALONE.test(text)
        ? 'length'
        : URL_ALONE.test(text)
          ? 'url'
          : undefined;
    if (name) list.add(name, text);
    return name === undefined;
  });
  const at = rest.findIndex(({ text }) => dateLine(firstLine(text)));
  const [dateText = '', ...editions] = at < 0 ? [] : (rest[at]?.text.split('\n') ?? []);
  const before = at < 0 ? rest : rest.slice(0, at);
  const below = at < 0 ? [] : rest.slice(at + 1);
  // Like the date, the edition stands in the middle, and the headline does not.
  const isInMiddle = (paragraph: Paragraph) => paragraph.centred && below.some(({ centred }) => !centred);
  const after = below.filter((paragraph) => !isInMiddle(paragraph));
  const edition = [
    dateLine(dateText)?.rest ?? '',
    ...editions,
    ...below.filter(isInMiddle).map(({ text }) => text),
  ];
  if (edition.some(Boolean)) list.add('edition', edition.filter(Boolean).join('\n'));

  // Plain text has only the source in the middle. Without that sign it is all before the date, or where
  // the headline comes before the date, the first paragraph.
  const centred = before.findLastIndex((paragraph) => paragraph.centred) + 1;
  const sources = centred > 0 ? centred : after.length > 0 ? before.length : 1;
  return {
    outlet: textOf(before.slice(0, sources)),
    date: dateText,
    title: textOf([...before.slice(sources), ...after]),
  };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
const textOf = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ text }) => text).join('\n');
