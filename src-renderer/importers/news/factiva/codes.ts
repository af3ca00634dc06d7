import type { SourceField } from '../../../domain/model/import';
import type { BlockDraft } from '../../../domain/text/canonical';
import { fields, type Article } from '../article';

/** What Factiva's two- and three-letter codes are called here; the others keep their code. */
const names: { readonly [code: string]: string } = {
  SE: 'section',
  CLM: 'column',
  CR: 'credit',
  WC: 'length',
  ET: 'time',
  SC: 'source-code',
  ED: 'edition',
  PG: 'page',
  VOL: 'volume',
  CY: 'copyright',
  ART: 'caption',
  CO: 'company',
  IN: 'industry',
  NS: 'subject',
  RE: 'region',
  PUB: 'publisher',
};

/** Which codes stand for the text itself. */
export const isTextCode = (code: string): boolean => code === 'LP' || code === 'TD';

/** `HD`, `IPC`, `PG` — as they stand in the first column. */
export const isCode = (text: string): boolean => /^[A-Z]{2,3}$/.test(text.trim());

export interface CodedValue {
  readonly code: string;
  readonly blocks: readonly BlockDraft[];
}

/** In: the rows of one article, in order. Out: the article; a code without a place of its own is a field. */
export function codedArticle(values: readonly CodedValue[]): Article {
  const text = (code: string) =>
    values
      .filter((value) => value.code === code)
      .flatMap(({ blocks }) => blocks.map((block) => block.text))
      .join('\n');
  const known = new Set(['HD', 'BY', 'PD', 'SN', 'LA', 'AN', 'ART', 'LP', 'TD']);
  const others = values
    .filter(({ code }) => !known.has(code))
    .flatMap(({ code, blocks }): SourceField[] =>
      fields({ [names[code] ?? code]: blocks.map((block) => block.text).join('\n') }),
    );
  return {
    title: text('HD'),
    author: text('BY'),
    date: text('PD'),
    outlet: text('SN'),
    language: text('LA'),
    identifier: accessionNumber(text('AN')) ?? text('AN'),
    caption: text('ART'),
    body: values.filter(({ code }) => isTextCode(code)).flatMap(({ blocks }) => blocks),
    fields: others,
  };
}

const ACCESSION =
  /^(?:document|dokument|documento|文档|文件|文書|ドキュメント|문서|документ)\s+([A-Z][A-Z0-9]{5,}[a-z0-9]*)$/iu;

/** In: the last line of an article, `Document LEMOND0020111229e7ct0001r`. Out: the number, or undefined. */
export const accessionNumber = (line: string): string | undefined => {
  const found = ACCESSION.exec(line.trim())?.[1];
  // A date stands in every number; "Document JUSTICE" is somebody's line.
  return found && /\d{8}/.test(found) ? found : undefined;
};
