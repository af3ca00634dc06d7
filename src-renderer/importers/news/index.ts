import type { Reading } from '../../domain/model/import';
import { ok } from '../../domain/model/result';
import type { SourceFormat } from '../../domain/model/source';
import { asDocument, failure, type Draft, type DraftFileResult, type DraftResult } from '../draft';
import { draftFile, type Bundle } from './article';
import { factivaPage } from './factiva/page';
import { isNexisCover, nexisParagraphs, nexisText } from './nexis';
import { nexisPage } from './nexis/page';
import type { Paragraph } from './paragraphs';

/** What a reader of a format has of a file when it looks whether it is a bundle. */
export type NewsInput =
  | { readonly format: 'txt'; readonly text: string }
  | { readonly format: 'html'; readonly markup: string }
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
    if (bundle) return ok(draftFile(input.format, bundle));
    const isEmpty =
      !('markup' in input) && isNexisCover('text' in input ? input.text : input.draft.body.text);
    return reading === 'articles' || isEmpty ? failure('no-articles') : whole();
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

/** The first database whose marks are in the file. */
function bundleOf(input: NewsInput): Bundle | undefined {
  if ('text' in input) return nexisText(input.text);
  if ('markup' in input) return nexisPage(input.markup) ?? factivaPage(input.markup);
  return nexisParagraphs(paragraphsOfDraft(input.draft));
}

/** Page numbers and running heads are of the file and not of its articles. */
const paragraphsOfDraft = ({ body: { text, blocks } }: Draft): Paragraph[] =>
  blocks
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ start, end, kind, level }) => ({
      kind,
      level,
      text: text.slice(start, end).trim(),
      centred: false,
    }));
