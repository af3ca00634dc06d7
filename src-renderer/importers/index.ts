import type {
  EncodingSample,
  ImportChoices,
  ImportFailure,
  ParsedSource,
  ReadFile,
} from '../domain/model/import';
import { message, type Message } from '../domain/model/message';
import { ok, type Result } from '../domain/model/result';
import type { SourceFormat } from '../domain/model/source';
import { checkCanonical } from '../domain/text/canonical';
import { encodingSamples } from './decode/samples';
import { decodeText } from './decode/text';
import { detectContainer, detectTextFormat, endingOf, hasWrongEnding } from './detect';
import { asDocument, detailOf, failure, type Draft, type DraftFile, type DraftFileResult } from './draft';
import { sha256 } from './hash';
import { languageTag } from './language/declared';
import { guessLanguage } from './language/guess';
import { noResources, type PdfResources } from './pdf/resources';
import type { Members } from './packed';
import { readPlain } from './plain';
import { titleOf } from './title';

export type { PdfResources };

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Turns a file into sources. Needs no DOM: it runs in a worker and in Node.
 * In: a file, what the person says of how to read it, and where reading PDFs finds its character maps.
 * Out: the sources in it and how else it could be read, or why there are none. Never throws: whatever
 * goes wrong in reading a file is a failure of that file.
 */
export async function parseDocument(
  file: DocumentFile,
  choices: ImportChoices = {},
  resources: PdfResources = noResources,
): Promise<Result<ReadFile, ImportFailure>> {
  try {
    const [hash, read] = await Promise.all([sha256(file.bytes), readBytes(file, choices, resources)]);
    if (!read.ok) return read;
    const { drafts, format, ...rest } = read.value;
    const about = { name: file.name, format, encoding: rest.encodings[0]?.encoding ?? '', hash };
    const sources: ParsedSource[] = [];
    for (const draft of drafts) sources.push(await sourceOf(draft, about));
    return ok({ ...nothingElse, ...rest, sources });
  } catch (error) {
    // Longer than a string or a buffer can be.
    if (error instanceof RangeError && /length|allocation/i.test(error.message))
      return failure('too-large', error.message);
    return failure('damaged', detailOf(error));
  }
}

const nothingElse = {
  readings: ['document'],
  columns: [],
  declared: null,
  pagesWithoutText: [],
  members: [],
  records: [],
  warnings: [],
} as const satisfies Partial<ReadFile>;

interface ReadBytes extends DraftFile {
  readonly encodings: readonly EncodingSample[];
}

async function readBytes(
  { name, bytes }: DocumentFile,
  choices: ImportChoices,
  resources: PdfResources,
): Promise<Result<ReadBytes, ImportFailure>> {
  if (bytes.length === 0) return failure('empty');
  const container = detectContainer(bytes);
  if (!container.ok) return container;
  switch (container.value) {
    case 'pdf':
      return withEncodings(await loadPdf(bytes, choices, resources), []);
    case 'docx':
      return withEncodings(
        await (await loadNews()).articlesIn('docx', await loadDocx(bytes), choices.reading),
        [],
      );
    case 'odt':
      return withEncodings(asDocument('odt', (await loadOdt()).readOdt(bytes)), []);
    case 'fodt':
      return withEncodings(asDocument('odt', (await loadOdt()).readFlatOdt(bytes)), []);
    case 'rtf':
      return withEncodings(
        await (await loadNews()).articlesIn('rtf', (await import('./rtf')).readRtf(bytes), choices.reading),
        [],
      );
    case 'epub':
      return withEncodings(asDocument('epub', await (await import('./epub')).readEpub(bytes)), []);
    case 'xlsx':
      return withEncodings(await (await import('./table')).readWorkbook(bytes, choices), []);
    case 'mhtml':
      return (await import('./mhtml')).readMhtml(bytes, choices, (markup) => readMarkup(markup, choices));
    case 'zip':
      return withMembers(await (await import('./packed')).readArchive(bytes));
    case 'text': {
      const decoded = await decodeText(bytes, choices.encoding);
      if (!decoded.ok) return decoded;
      const { text, encoding, replaced, warnings } = decoded.value;
      if (text.trim() === '') return failure('empty');
      const encodings = encodingSamples(bytes, encoding, replaced);
      return withEncodings(await readTextFile(text, name, choices), encodings, warnings);
    }
  }
}

/** An archive is no document: what is in it is read in its turn. */
const withMembers = (read: Result<Members, ImportFailure>): Result<ReadBytes, ImportFailure> =>
  read.ok ? ok({ format: 'txt', drafts: [], encodings: [], ...read.value }) : read;

function withEncodings(
  read: DraftFileResult,
  encodings: readonly EncodingSample[],
  warnings: readonly Message[] = [],
): Result<ReadBytes, ImportFailure> {
  if (!read.ok) return read;
  const drafts = read.value.drafts.map((draft) => ({ ...draft, warnings: [...warnings, ...draft.warnings] }));
  return ok({ ...read.value, drafts, encodings });
}

// Loaded when first needed: most imports are of plain text, which should not wait for the rest.
const loadPdf = async (bytes: Uint8Array, choices: ImportChoices, resources: PdfResources) =>
  (await import('./pdf')).readPdf(bytes, choices, resources);
const loadDocx = async (bytes: Uint8Array) => (await import('./docx')).readDocx(bytes);
const loadOdt = () => import('./odt');
const loadNews = () => import('./news');

async function readTextFile(text: string, name: string, choices: ImportChoices): Promise<DraftFileResult> {
  const format = detectTextFormat(text, name);
  switch (format) {
    case 'txt':
      return (await loadNews()).articlesOr({ format, text }, choices.reading, () =>
        readPlain(text, name, choices),
      );
    case 'md':
      return asDocument(format, await (await import('./markdown')).readMarkdown(text));
    case 'html':
      return readMarkup(text, choices);
  }
}

const readMarkup = async (markup: string, { reading }: ImportChoices): Promise<DraftFileResult> =>
  (await loadNews()).articlesOr({ format: 'html', markup }, reading, async () =>
    (await import('./html')).readPage(markup, reading),
  );

interface About {
  readonly name: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly hash: string;
}

async function sourceOf(draft: Draft, { name, format, encoding, hash }: About): Promise<ParsedSource> {
  const { text, blocks } = checkCanonical(draft.body);
  const { date, author, outlet, url, identifier, fields, comments } = draft;
  return {
    title: titleOf(draft, name),
    format,
    encoding,
    language: (await guessLanguage(text)) || languageTag(draft.language),
    hash,
    text,
    blocks,
    date,
    author,
    outlet,
    url,
    identifier,
    ...(draft.country && { country: draft.country }),
    fields,
    comments,
    warnings: hasWrongEnding(name, format)
      ? [message('wrong-extension', { extension: endingOf(name), format }), ...draft.warnings]
      : draft.warnings,
  };
}
