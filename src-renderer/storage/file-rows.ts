import type { Body, SourceContent } from '../application/ports/storage';
import { invariant } from '../domain/model/result';
import type { SourceId } from '../domain/model/ids';
import type { SourceFile } from '../domain/model/source';
import { toTextRow, type TextRow } from './text-rows';

/** What turns a text back into the original: what stands before it, and what ends its lines. */
interface Form {
  readonly mark: '' | '\uFEFF';
  readonly lineEnd: '\n' | '\r\n';
}

/** The forms in which editors keep plain text in UTF-8. Names on disk: add some, never change one. */
const forms = {
  'as-text': { mark: '', lineEnd: '\n' },
  'as-text-crlf': { mark: '', lineEnd: '\r\n' },
  'as-text-marked': { mark: '\uFEFF', lineEnd: '\n' },
  'as-text-marked-crlf': { mark: '\uFEFF', lineEnd: '\r\n' },
} as const satisfies { readonly [name: string]: Form };
type FormName = keyof typeof forms;
const formNames = Object.keys(forms) as readonly FormName[];

/**
 * An original file as it is stored: in the cheapest of three places from which it comes back byte for
 * byte. Writing it is what an import spends its time on: beside a text in East Asian script, which
 * takes two bytes a character, it is three bytes more.
 * - a form: the bytes are the UTF-8 of the text in that form, as in most plain texts, and need no writing;
 * - 'beside-text': in the row of the text, since one larger row costs far less than two;
 * - a Blob for a large one, so that reading the text does not read the file.
 * Articles that came in one file share it: all but the first say whose it is.
 */
export interface FileRow {
  readonly sourceId: string;
  readonly name: string;
  readonly bytes: FormName | 'beside-text' | Blob | SharedFile;
}

/** Kept with another source, which has the same bytes. */
interface SharedFile {
  readonly of: SourceId;
}

const largestBesideText = 1 << 20;

/** Packs the bodies of sources for the database. Files that are the same object in memory are kept once. */
export function toRowsOfBodies(bodies: readonly Body[]): {
  readonly texts: readonly TextRow[];
  readonly files: readonly FileRow[];
} {
  const owners = new Map<Uint8Array, SourceId>();
  const texts: TextRow[] = [];
  const files: FileRow[] = [];
  for (const { text, file } of bodies) {
    if (!text) {
      if (file) files.push(toLoneFileRow(file));
      continue;
    }
    // A source may have lost its file.
    const owner = file && owners.get(file.bytes);
    if (!file) texts.push(toTextRow(text, null));
    else if (owner !== undefined) {
      texts.push(toTextRow(text, null));
      files.push({ sourceId: file.sourceId, name: file.name, bytes: { of: owner } });
    } else {
      const rows = toBodyRows({ text, file });
      owners.set(file.bytes, file.sourceId);
      texts.push(rows.text);
      files.push(rows.file);
    }
  }
  return { texts, files };
}

function toBodyRows({ text, file }: SourceContent): { text: TextRow; file: FileRow } {
  const { sourceId, name, bytes } = file;
  const form = formOf(text.text, bytes);
  if (form) return { text: toTextRow(text, null), file: { sourceId, name, bytes: form } };
  // A copy: what is stored of a view is all of the buffer that it looks at.
  const own = bytes.slice();
  return own.length <= largestBesideText
    ? { text: toTextRow(text, own), file: { sourceId, name, bytes: 'beside-text' } }
    : { text: toTextRow(text, null), file: { sourceId, name, bytes: new Blob([own]) } };
}

/** Packs a file that has no text: a picture or recording that is only carried. */
export function toLoneFileRow({ sourceId, name, bytes }: SourceFile): FileRow {
  return { sourceId, name, bytes: new Blob([bytes.slice()]) };
}

/** The source with whose rows a file is kept: its own, unless it is shared. */
export const ownerOf = ({ sourceId, bytes }: FileRow): SourceId =>
  typeof bytes === 'object' && 'of' in bytes ? bytes.of : sourceId;

/** Unpacks a file from the database. In: its owner's row, and that of the owner's text where it has one. */
export async function fromFileRow(
  { sourceId, name, bytes }: FileRow,
  text: TextRow | undefined,
): Promise<SourceFile> {
  if (bytes instanceof Blob) return { sourceId, name, bytes: new Uint8Array(await bytes.arrayBuffer()) };
  invariant(text, `the file ${sourceId} is kept with its text`);
  invariant(typeof bytes === 'string', `the owner of the file ${sourceId} keeps it itself`);
  if (bytes === 'beside-text') {
    invariant(text.original, `the row of the text ${sourceId} holds the original file`);
    return { sourceId, name, bytes: text.original };
  }
  return { sourceId, name, bytes: new TextEncoder().encode(inForm(text.text, forms[bytes])) };
}

/**
 * The form in which encoding the text gives exactly these bytes, if there is one. Decoding answers it,
 * and is faster: strict decoding that keeps the byte order mark is one-to-one, so equal texts mean
 * equal bytes.
 */
function formOf(text: string, bytes: Uint8Array): FormName | undefined {
  // A UTF-16 unit takes one to three bytes, a line's end two at most, and a mark three.
  if (bytes.length < text.length || bytes.length > text.length * 3 + 3) return undefined;
  const original = decodeUtf8(bytes);
  return original === undefined
    ? undefined
    : formNames.find((name) => inForm(text, forms[name]) === original);
}

function inForm(text: string, { mark, lineEnd }: Form): string {
  return mark + (lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd));
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
