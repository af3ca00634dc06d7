import type { ImportFailure } from '../domain/model/import';
import type { SourceFormat } from '../domain/model/source';
import { ok, type Result } from '../domain/model/result';
import { ArchiveTooLarge, listArchive, unpack } from './docx/archive';
import { detailOf, failure } from './draft';

/** What the bytes of a file are; the text formats can only be told apart after decoding. */
export type Container = 'pdf' | 'docx' | 'odt' | 'fodt' | 'rtf' | 'epub' | 'xlsx' | 'mhtml' | 'zip' | 'text';

/** File name endings under which each format goes. */
const endings: { readonly [format in SourceFormat]: readonly string[] } = {
  txt: ['txt', 'text', 'log', 'asc', 'srt', 'vtt', 'csv', 'tsv', 'json', 'jsonl', 'ndjson', 'ris', 'bib'],
  md: ['md', 'markdown', 'mdown', 'mkd'],
  html: ['html', 'htm', 'xhtml', 'xht', 'shtml', 'xml', 'rdf', 'rss'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  pdf: ['pdf'],
  odt: ['odt', 'ott', 'fodt'],
  rtf: ['rtf', 'doc'],
  doc: ['doc', 'dot'],
  epub: ['epub'],
  mhtml: ['mhtml', 'mht'],
  xlsx: ['xlsx', 'xlsm', 'xltx'],
  csv: ['csv', 'tsv', 'tab', 'txt'],
  json: ['json', 'jsonl', 'ndjson'],
  srt: ['srt'],
  vtt: ['vtt'],
  xml: ['xml'],
};

// Other kinds of file, by their first bytes, each with the name a person knows it by.
const signatures: readonly (readonly [name: string, start: string])[] = [
  ['PNG', '\x89PNG\r\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['gzip', '\x1f\x8b'],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ'],
  ['7-Zip', "7z\xbc\xaf'"],
  ['RAR', 'Rar!\x1a'],
  ['PostScript', '%!PS'],
  ['SQLite', 'SQLite format 3\0'],
];

/** Tells what a file is by its bytes; the name plays no part. */
export function detectContainer(bytes: Uint8Array): Result<Container, ImportFailure> {
  const head = latin1(bytes.subarray(0, 1024));
  if (/%PDF-\d/.test(head)) return ok('pdf');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return detectArchive(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return detectCompound(bytes);
  if (/^\s*\{\\rtf/.test(head)) return ok('rtf');
  if (/^(ï»¿)?\s*</.test(head) && isFlatOpenDocument(bytes)) return ok('fodt');
  if (isArchivedPage(head)) return ok('mhtml');
  const known = signatures.find(([, start]) => head.startsWith(start));
  return known ? failure('unsupported', known[0]) : ok('text');
}

/** Browsers save a page with all that belongs to it as a message of mail. */
function isArchivedPage(head: string): boolean {
  const [headers = ''] = head.trimStart().split(/\r?\n\r?\n/, 1);
  return (
    /^[\w-]+:/.test(headers) &&
    /^MIME-Version:/im.test(headers) &&
    /^Content-Type:\s*(multipart\/related|text\/html)/im.test(headers)
  );
}

/** Zip archives: Word documents, and much else that is packed in the same way. */
function detectArchive(bytes: Uint8Array): Result<Container, ImportFailure> {
  let names: string[];
  try {
    names = listArchive(bytes);
  } catch (error) {
    return failure(error instanceof ArchiveTooLarge ? 'too-large' : 'damaged', detailOf(error));
  }
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (holds(/^word\/document\d*\.xml$/)) return ok('docx');
  if (holds(/^xl\//)) return ok('xlsx');
  if (holds(/^ppt\//)) return failure('unsupported', 'PowerPoint');
  if (holds(/^META-INF\/container\.xml$/) && holds(/\.opf$/)) return ok('epub');
  if (holds(/^Contents\/content\.hpf$/)) return failure('unsupported', 'HWPX');
  if (holds(/^content\.xml$/)) return detectOpenDocument(bytes);
  // An Office file without its main part was cut or put together wrongly.
  if (holds(/^\[Content_Types\]\.xml$/)) return failure('damaged', 'main document part missing');
  if (holds(/^(project|[^/]+)\.qde$/i)) return failure('project', 'REFI-QDA');
  return ok('zip');
}

/** A text of OpenDocument in one file says what it is after many namespaces. */
function isFlatOpenDocument(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 8192));
  return /<office:document\s/.test(head) && head.includes('opendocument.text');
}

/** Texts, tables and slides of OpenDocument are packed in the same way, with a file that says which they are. */
function detectOpenDocument(bytes: Uint8Array): Result<Container, ImportFailure> {
  const { mimetype } = unpack(bytes, (name) => name === 'mimetype');
  const type = new TextDecoder().decode(mimetype);
  return type === '' || type.includes('opendocument.text')
    ? ok('odt')
    : failure('unsupported', 'OpenDocument');
}

/** Compound files: Office before 2007, Hangul, and Office files under a password. */
function detectCompound(bytes: Uint8Array): Result<Container, ImportFailure> {
  const content = latin1(bytes);
  const holds = (stream: string) => content.includes([...stream].map((letter) => `${letter}\0`).join(''));
  if (holds('EncryptedPackage')) return failure('password', 'encrypted Office document');
  if (holds('WordDocument')) return failure('unsupported', 'Word 97–2003');
  if (holds('Workbook')) return failure('unsupported', 'Excel 97–2003');
  if (holds('PowerPoint Document')) return failure('unsupported', 'PowerPoint 97–2003');
  if (content.includes('HWP Document File')) return failure('unsupported', 'HWP');
  return failure('unsupported', 'OLE');
}

/** Tells the text formats apart. Markdown has no sign of its own, so there the name decides. */
export function detectTextFormat(text: string, name: string): 'txt' | 'md' | 'html' {
  if (looksLikeHtml(text)) return 'html';
  const ending = endingOf(name);
  if (endings.md.includes(ending)) return 'md';
  return endings.html.includes(ending) && /<[a-z][^>]*>/i.test(text) ? 'html' : 'txt';
}

/** A page says what it is at its start, after comments and processing instructions at most. */
function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^(\s|<!--[\s\S]*?-->|<\?[^>]*>)+/, '');
  return (
    /^<(!doctype\s+html|html|head|body)\b/i.test(start) || /^<\?xml\s/.test(text.slice(0, 64).trimStart())
  );
}

/** Whether a name's ending is one under which another format goes. */
export const hasWrongEnding = (name: string, format: SourceFormat): boolean => {
  const ending = endingOf(name);
  const known = Object.values(endings).some((some) => some.includes(ending));
  return known && !endings[format].includes(ending);
};

/** The ending of a file name in lower case without its dot, or ''. */
export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** One character for each byte. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
