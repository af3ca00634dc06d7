import type { ImportChoices, SourceField } from '../../domain/model/import';
import { message, type Message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut } from '../../domain/text/canonical';
import { isoDate } from '../dates';
import { detailOf, draftOf, failure, type DraftFileResult } from '../draft';
import { inOrder, pdfBlocks, type PlacedDraft } from './blocks';
import { unmappedCharacters } from './characters';
import { commentsOf } from './comments';
import { drawingOf } from './drawing';
import { openPdf, type OpenPdf } from './engine';
import { readPages, type PageContent } from './pages';
import { recognisePages, type Recognised } from './recognition/recognise';
import type { PdfResources } from './resources';
import { unfoldsTooFar } from './unfolding';

// A page with less text than this, beside what it has in common with others, is most likely a picture.
const FEWEST_CHARACTERS = 8;
// A file with more pages than the longest of gazettes was made to take for ever.
const MOST_PAGES = 20_000;
// Letters without a meaning are those of a font, which most often is in use from the first pages on.
const PAGES_PROBED = 2;

/** Reads the text layer of a PDF: paragraphs put together from lines, headings, table rows, footnotes. */
export async function readPdf(
  bytes: Uint8Array,
  choices: ImportChoices,
  resources: PdfResources,
): Promise<DraftFileResult> {
  if (unfoldsTooFar(bytes)) return failure('too-large', 'a stream unfolds to too many bytes');
  let pdf: OpenPdf | undefined;
  try {
    pdf = await openPdf(bytes, choices.password, resources);
    const { numPages } = pdf.document;
    if (numPages > MOST_PAGES)
      return failure('too-large', `${numPages} pages; at most ${MOST_PAGES} are read`);
    return await readDocument(pdf, choices, resources);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    if (isLocked) return failure(choices.password ? 'wrong-password' : 'password', detailOf(error));
    return failure('damaged', detailOf(error));
  } finally {
    await pdf?.close();
  }
}

async function readDocument(
  pdf: OpenPdf,
  { recognise: languages = [] }: ImportChoices,
  { recogniser, onPage }: PdfResources,
): Promise<DraftFileResult> {
  const { document, missingMaps } = pdf;
  const pages = await readPages(pdf);
  const written = pdfBlocks(pages.map(({ lines }) => lines));
  const pagesWithoutText = await picturesAmong(pagesWithLittleText(written, pages.length), pdf);
  const wanted = languages.length > 0 && pagesWithoutText.length > 0;
  const recognised =
    wanted && recogniser
      ? await recognisePages(pagesWithoutText, languages, pdf, recogniser, onPage)
      : nothingRecognised;
  const drafts = inOrder([...written, ...recognised.drafts]);
  const body = layOut(drafts.map(({ draft }) => draft));
  const unread = pagesWithoutText.filter((page) => !recognised.confidence.has(page));
  const aboutPictures: Message[] = [];
  const { notOnePicture } = recognised;
  const untold = unread.filter((page) => !notOnePicture.includes(page));
  if (untold.length > 0)
    aboutPictures.push(message('pages-without-text', { count: untold.length, pages: ranges(untold) }));
  if (notOnePicture.length > 0)
    aboutPictures.push(
      message('pages-not-one-picture', { count: notOnePicture.length, pages: ranges(notOnePicture) }),
    );
  if (wanted && !recogniser) aboutPictures.push(message('recognition-unavailable', {}));
  if (body.blocks.length === 0) {
    // Pictures and nothing else: there may be a text all the same, once it is recognised.
    if (unread.length > 0)
      return ok({ format: 'pdf', drafts: [], pagesWithoutText, warnings: aboutPictures });
    const missing = [...missingMaps].join(', ');
    return failure('no-text', missing && `missing character maps: ${missing}`);
  }
  const lost = await lostLetters(pages, pdf);
  const unmapped = unmappedCharacters(body.text);
  const furniture = drafts.filter(({ draft }) => draft.kind === 'furniture').length;
  const warnings = [...aboutPictures];
  if (recognised.confidence.size > 0) warnings.push(recognitionMessage(recognised.confidence));
  if (missingMaps.size > 0)
    warnings.push(message('missing-character-map', { names: [...missingMaps].join(', ') }));
  if (unmapped > 0) warnings.push(message('unmapped-characters', { count: unmapped }));
  if (lost > 0) warnings.push(message('letters-missing', { count: lost }));
  if (furniture > 0) warnings.push(message('running-heads-set-apart', { count: furniture }));
  const comments = commentsOf(
    pages.flatMap(({ remarks }) => remarks),
    drafts,
    body,
  );
  const draft = draftOf(body, {
    ...(await propertiesOf(document)),
    fields: recognitionFields(recognised.confidence),
    comments,
    warnings,
  });
  return ok({ format: 'pdf', drafts: [draft], pagesWithoutText });
}

const nothingRecognised: Recognised = { drafts: [], confidence: new Map(), notOnePicture: [] };

function recognitionMessage(confidence: Recognised['confidence']): Message {
  const values = [...confidence.values()];
  return message('pages-recognised', {
    count: confidence.size,
    pages: ranges([...confidence.keys()]),
    mean: Math.round(values.reduce((sum, value) => sum + value, 0) / values.length),
    lowest: Math.min(...values),
  });
}

const recognitionFields = (confidence: Recognised['confidence']): SourceField[] =>
  confidence.size === 0
    ? []
    : [
        {
          name: 'OCR confidence',
          value: [...confidence].map(([page, percent]) => `${page}: ${percent}`).join(', '),
        },
      ];

/** 1-based. Text of which no letter is known does not count: it is a picture all the same. */
function pagesWithLittleText(drafts: readonly PlacedDraft[], pages: number): number[] {
  const lengths = new Array<number>(pages).fill(0);
  for (const { draft, lines } of drafts) {
    if (draft.kind === 'furniture') continue;
    for (const { page, text } of lines) lengths[page - 1] = (lengths[page - 1] ?? 0) + text.length;
  }
  return lengths.flatMap((length, i) => (length < FEWEST_CHARACTERS ? [i + 1] : []));
}

async function picturesAmong(
  numbers: readonly number[],
  { document, operators }: OpenPdf,
): Promise<number[]> {
  const pictures: number[] = [];
  for (const number of numbers) {
    const page = await document.getPage(number);
    if ((await drawingOf(page, operators)).picture) pictures.push(number);
    page.cleanup();
  }
  return pictures;
}

/** Counts drawn letters that have no meaning; on all pages where the first ones with text have any. */
async function lostLetters(pages: readonly PageContent[], { document, operators }: OpenPdf): Promise<number> {
  let lost = 0;
  let probed = 0;
  for (const [i, { lines }] of pages.entries()) {
    if (lines.length === 0) continue;
    if (++probed > PAGES_PROBED && lost === 0) break;
    const page = await document.getPage(i + 1);
    lost += (await drawingOf(page, operators)).lost;
    page.cleanup();
  }
  return lost;
}

async function propertiesOf(document: OpenPdf['document']) {
  const { info } = await document.getMetadata();
  const value = (name: string): string => {
    const found = (info as Record<string, unknown>)[name];
    return typeof found === 'string' && isReadable(found) ? found.trim() : '';
  };
  return {
    title: value('Title').replace(/^Microsoft (Word|PowerPoint) - /, ''),
    author: value('Author'),
    date: isoDate(value('CreationDate')),
    language: value('Language'),
  };
}

/** Old East Asian programs wrote their own encodings into properties, which come out as nonsense. */
const isReadable = (text: string): boolean => !/[\x80-\x9F\uFFFD]/.test(text);

/** Page numbers as `1, 3–5`. */
function ranges(pages: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const page of pages) {
    const last = parts.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else parts.push([page, page]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
