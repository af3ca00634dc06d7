import type { Cell } from '../../domain/exchange/tables/csv';
import type { Reading } from '../../domain/model/import';
import { ok } from '../../domain/model/result';
import type { Block, SourceFormat } from '../../domain/model/source';
import { asDocument, failure, type Draft, type DraftFileResult, type DraftResult } from '../draft';
import { draftFile, visible, type Bundle } from './article';
import { alceste } from './alceste';
import { bigKinds } from './bigkinds';
import { europressePage } from './europresse';
import { factivaPage } from './factiva/page';
import { factivaParagraphs, factivaText } from './factiva/text';
import { factivaXml } from './factiva/xml';
import { kikuzoPage, yomidasuPage } from './japanese';
import { newsbankText } from './newsbank';
import { isNexisCover, nexisParagraphs, nexisText } from './nexis';
import { nexisPage } from './nexis/page';
import { proquestText } from './proquest';
import type { Paragraph } from './paragraphs';

/** What a reader of a format has of a file when it looks whether it is a bundle. */
export type NewsInput =
  | { readonly format: 'txt'; readonly text: string }
  | { readonly format: 'html'; readonly markup: string }
  | { readonly format: SourceFormat; readonly rows: readonly (readonly Cell[])[] }
  | { readonly format: SourceFormat; readonly draft: Draft };

/**
 * Reads a file as its articles where it is the export of a news database, unless the person wants it
 * otherwise.
 * In: what is known of the file; the reading that was chosen, if any; what reads it as a whole. Out: its
 * articles, or the whole. Fails with `no-articles` where articles were asked for, or where a delivery is
 * nothing but its cover.
 */
export async function articlesOr(
  input: NewsInput,
  reading: Reading | undefined,
  whole: () => DraftFileResult | Promise<DraftFileResult>,
): Promise<DraftFileResult> {
  const bundle = bundleOf(input);
  if (reading === undefined || reading === 'articles') {
    if (bundle)
      return ok(draftFile(input.format, bundle, 'rows' in input ? ['rows', 'document'] : ['document']));
    if (isNexisCover(textOf(input))) return failure('no-articles');
    if (reading === undefined) return whole();
    // A text may be a table of articles, which is found out on the way.
    const read = 'text' in input ? await whole() : undefined;
    return read?.ok && read.value.readings?.[0] === 'articles' ? read : failure('no-articles');
  }
  const read = await whole();
  if (!read.ok || !bundle) return read;
  return ok({ ...read.value, readings: [...(read.value.readings ?? ['document']), 'articles'] });
}

/** As `articlesOr`, for a file of a word processor that was read already. */
export async function articlesIn(
  format: SourceFormat,
  read: DraftResult,
  reading: Reading | undefined,
): Promise<DraftFileResult> {
  return read.ok ? articlesOr({ format, draft: read.value }, reading, () => asDocument(format, read)) : read;
}

/** The text of an input that can be a cover without articles. */
const textOf = (input: NewsInput): string =>
  'text' in input ? input.text : 'draft' in input ? input.draft.body.text : '';

/** The first database whose marks are in the file. */
function bundleOf(input: NewsInput): Bundle | undefined {
  if ('text' in input)
    return firstOf(input.text, [proquestText, factivaText, nexisText, newsbankText, alceste]);
  if ('rows' in input) return bigKinds(input.rows);
  if ('markup' in input)
    return firstOf(input.markup, [
      nexisPage,
      factivaPage,
      europressePage,
      kikuzoPage,
      yomidasuPage,
      factivaXml,
    ]);
  return bundleIn(input.draft);
}

function firstOf<T>(
  content: T,
  readers: readonly ((content: T) => Bundle | undefined)[],
): Bundle | undefined {
  for (const read of readers) {
    const bundle = read(content);
    if (bundle) return bundle;
  }
  return undefined;
}

/** Page numbers and running heads are of the file and not of its articles. */
function bundleIn({ body: { text, blocks } }: Draft): Bundle | undefined {
  const paragraphs = (some: readonly Block[]): Paragraph[] =>
    some.map(({ start, end, kind, level }) => ({
      kind,
      level,
      text: text.slice(start, end).trim(),
      centred: false,
    }));
  const content = blocks.filter(({ kind }) => kind !== 'furniture');
  const bundle = firstOf(paragraphs(content), [factivaParagraphs, nexisParagraphs]);
  if (!bundle) return undefined;
  const furniture = paragraphs(blocks.filter(({ kind }) => kind === 'furniture'));
  return { ...bundle, outside: (bundle.outside ?? 0) + visible(furniture.map((block) => block.text)) };
}
