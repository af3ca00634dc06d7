import { message, type Message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut } from '../../domain/text/canonical';
import { isoDate } from '../dates';
import { detailOf, draftOf, failure, type DraftResult } from '../draft';
import { pdfBlocks } from './blocks';
import { unmappedCharacters } from './characters';
import { openPdf, type OpenPdf } from './engine';
import { linesOf, type Line, type TextItem } from './lines';
import type { PdfResources } from './resources';

// A page with less text than this is most likely a picture of a page.
const FEWEST_CHARACTERS = 8;

/** Reads the text layer of a PDF: paragraphs put together from lines, headings, table rows, footnotes. */
export async function readPdf(bytes: Uint8Array, resources: PdfResources): Promise<DraftResult> {
  let pdf: OpenPdf | undefined;
  try {
    pdf = await openPdf(bytes, resources);
    return await readPages(pdf);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return failure(isLocked ? 'password' : 'damaged', detailOf(error));
  } finally {
    await pdf?.close();
  }
}

async function readPages({ document, missingMaps }: OpenPdf): Promise<DraftResult> {
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter(isTextItem), number));
    page.cleanup();
  }
  const { drafts, furniture } = pdfBlocks(pages);
  const body = layOut(drafts);
  if (body.blocks.length === 0) {
    return failure(
      'no-text',
      missingMaps.size > 0 ? `missing character maps: ${[...missingMaps].join(', ')}` : '',
    );
  }
  const empty = pages.flatMap((lines, i) => (lengthOf(lines) < FEWEST_CHARACTERS ? [i + 1] : []));
  const unmapped = unmappedCharacters(body.text);
  const warnings: Message[] = [];
  if (empty.length > 0)
    warnings.push(message('pages-without-text', { count: empty.length, pages: ranges(empty) }));
  if (missingMaps.size > 0)
    warnings.push(message('missing-character-map', { names: [...missingMaps].join(', ') }));
  if (unmapped > 0) warnings.push(message('unmapped-characters', { count: unmapped }));
  if (furniture > 0) warnings.push(message('running-heads-left-out', { count: furniture }));
  return ok(draftOf(body, { ...(await propertiesOf(document)), warnings }));
}

const isTextItem = <T extends object>(item: T): item is Extract<T, TextItem> => 'str' in item;

const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

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
