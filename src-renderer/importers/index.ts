import type { ImportFailure, ParsedSource } from '../domain/model/import';
import { message, type Message } from '../domain/model/message';
import { ok, type Result } from '../domain/model/result';
import type { SourceFormat } from '../domain/model/source';
import { checkCanonical } from '../domain/text/canonical';
import { decodeText } from './decode/text';
import { detectContainer, detectTextFormat, endingOf, hasWrongEnding } from './detect';
import { detailOf, failure, type Draft, type DraftResult } from './draft';
import { sha256 } from './hash';
import { languageTag } from './language/declared';
import { guessLanguage } from './language/guess';
import { noResources, type PdfResources } from './pdf/resources';
import { readText } from './txt';
import { titleOf } from './title';

export type { PdfResources };

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Turns a file into sources. Needs no DOM: it runs in a worker and in Node.
 * In: a file, and where reading PDFs finds its character maps. Out: the sources in it (one, so far), or
 * why there are none. Never throws: whatever goes wrong in reading a file is a failure of that file.
 */
export async function parseDocument(
  file: DocumentFile,
  resources: PdfResources = noResources,
): Promise<Result<ParsedSource[], ImportFailure>> {
  try {
    const [hash, read] = await Promise.all([sha256(file.bytes), readDocument(file, resources)]);
    if (!read.ok) return read;
    return ok([await sourceOf(file.name, read.value, hash)]);
  } catch (error) {
    // Longer than a string or a buffer can be.
    if (error instanceof RangeError && /length|allocation/i.test(error.message))
      return failure('too-large', error.message);
    return failure('damaged', detailOf(error));
  }
}

interface ReadDocument {
  readonly draft: Draft;
  readonly format: SourceFormat;
  /** '' where the format fixes it. */
  readonly encoding: string;
}

async function readDocument(
  file: DocumentFile,
  resources: PdfResources,
): Promise<Result<ReadDocument, ImportFailure>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return failure('empty');
  const container = detectContainer(bytes);
  if (!container.ok) return container;
  switch (container.value) {
    case 'pdf':
      return asRead('pdf', '', await loadPdf(bytes, resources));
    case 'docx':
      return asRead('docx', '', await loadDocx(bytes));
    case 'text': {
      const decoded = await decodeText(bytes);
      if (!decoded.ok) return decoded;
      const { text, encoding, warnings } = decoded.value;
      if (text.trim() === '') return failure('empty');
      const format = detectTextFormat(text, name);
      return asRead(format, encoding, await readTextFormat(format, text), warnings);
    }
  }
}

function asRead(format: SourceFormat, encoding: string, read: DraftResult, earlier: readonly Message[] = []) {
  if (!read.ok) return read;
  return ok({ format, encoding, draft: { ...read.value, warnings: [...earlier, ...read.value.warnings] } });
}

// Loaded when first needed: most imports are of plain text, which should not wait for the rest.
const loadPdf = async (bytes: Uint8Array, resources: PdfResources) =>
  (await import('./pdf')).readPdf(bytes, resources);
const loadDocx = async (bytes: Uint8Array) => (await import('./docx')).readDocx(bytes);

async function readTextFormat(format: 'txt' | 'md' | 'html', text: string): Promise<DraftResult> {
  switch (format) {
    case 'txt':
      return readText(text);
    case 'md':
      return (await import('./markdown')).readMarkdown(text);
    case 'html':
      return (await import('./html')).readHtml(text);
  }
}

async function sourceOf(name: string, read: ReadDocument, hash: string): Promise<ParsedSource> {
  const { draft, format, encoding } = read;
  const { text, blocks } = checkCanonical(draft.body);
  const wrongEnding = hasWrongEnding(name, format);
  return {
    title: titleOf(draft, name),
    format,
    encoding,
    language: (await guessLanguage(text)) || languageTag(draft.language),
    hash,
    text,
    blocks,
    date: draft.date,
    author: draft.author,
    url: draft.url,
    warnings: wrongEnding
      ? [message('wrong-extension', { extension: endingOf(name), format }), ...draft.warnings]
      : draft.warnings,
  };
}
