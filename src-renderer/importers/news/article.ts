import type { Reading, SourceField } from '../../domain/model/import';
import { message, type Message } from '../../domain/model/message';
import type { SourceFormat } from '../../domain/model/source';
import { languageCalled } from '../../domain/sources/names/languages';
import { layOut, type BlockDraft } from '../../domain/text/canonical';
import { dateIn } from '../dates';
import { draftOf, type Draft, type DraftFile } from '../draft';
import { joinedLines } from './paragraphs';

/** An article as a database delivers it. Fields that have a place of their own are not in `fields`. */
export interface Article {
  readonly title: string;
  /** What stands above the text, where that is not the title. */
  readonly headline?: string;
  readonly body: readonly BlockDraft[];
  readonly outlet?: string;
  /** As it is printed, weekday and time and all. */
  readonly date?: string;
  readonly author?: string;
  /** As the database names it. */
  readonly language?: string;
  readonly identifier?: string;
  readonly url?: string;
  /** What a picture shows. */
  readonly caption?: string;
  readonly fields?: readonly SourceField[];
  readonly warnings?: readonly Message[];
}

/** What was found in a file beside its articles. */
export interface Bundle {
  readonly database: string;
  readonly articles: readonly Article[];
  /** How many articles the file says that it holds, or null. */
  readonly declared?: number | null;
  /** Characters of cover pages and other text that is in no article and no field, without white space. */
  readonly outside?: number;
}

/** Nexis puts this where it cannot show a document; the other databases have nothing of the kind. */
const ERROR_STUB = /^\s*we are sorry but there is an error in this document\b/i;

/** The drafts of a bundle, what is to be said of the file, and how else it could be read. */
export function draftFile(
  format: SourceFormat,
  { database, articles, declared = null, outside = 0 }: Bundle,
  others: readonly Reading[] = ['document'],
): DraftFile {
  const warnings: Message[] = [];
  if (outside > 0) warnings.push(message('text-outside-articles', { count: outside }));
  if (declared !== null && declared > articles.length)
    warnings.push(message('articles-missing', { declared, count: articles.length }));
  return {
    format,
    drafts: articles.map((article) => articleDraft(article, database)),
    readings: ['articles', ...others],
    declared,
    warnings,
  };
}

/** The headline is text as well: it frames what follows, and has to be coded with it. */
function articleDraft(article: Article, database: string): Draft {
  const { title, headline = title, body, caption = '', date = '', language = '' } = article;
  const isEmpty = body.every(({ text }) => text.trim() === '');
  const text = isEmpty && caption ? [paragraph(caption)] : body;
  const known = dateIn(date);
  const warnings: Message[] = [...(article.warnings ?? [])];
  if (isEmpty) warnings.push(caption ? message('article-caption-only') : message('article-without-text'));
  if (body.length === 1 && ERROR_STUB.test(body[0]?.text ?? '')) warnings.push(message('article-error-stub'));
  if (date && !known) warnings.push(message('article-date-unclear', { date: joinedLines(date) }));
  return draftOf(layOut([{ kind: 'heading', level: 1, text: joinedLines(headline) }, ...text]), {
    title: joinedLines(title),
    date: known,
    author: joinedLines(article.author ?? ''),
    outlet: joinedLines(article.outlet ?? ''),
    url: joinedLines(article.url ?? ''),
    identifier: joinedLines(article.identifier ?? ''),
    // Nexis names some twice: `GERMAN; DEUTSCH`.
    language: languageCalled(language.split(';')[0] ?? '') ?? language,
    fields: [
      ...fields({ database, date, language }),
      ...fields({ caption: isEmpty ? '' : caption }),
      ...(article.fields ?? []),
    ].map(({ name, value }) => ({ name, value: joinedLines(value) })),
    warnings,
  });
}

export const paragraph = (text: string): BlockDraft => ({ kind: 'paragraph', level: 0, text });

/** Fields of those that have a value. */
export const fields = (values: { readonly [name: string]: string | undefined }): SourceField[] =>
  Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [{ name, value }] : []));

/** Visible characters: what is counted as left out. */
export const visible = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.replace(/\s/g, '').length, 0);

/** Visible characters of an article that stand in its file. The outlet may be known from the database alone. */
export const printed = ({ title, date = '', body, fields: some = [] }: Article): number =>
  visible([title, date, ...body.map(({ text }) => text), ...some.map(({ value }) => value)]);
