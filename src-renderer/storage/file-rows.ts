import type { SourceContent } from '../application/ports/storage';
import { invariant } from '../domain/model/result';
import type { SourceFile } from '../domain/model/source';
import { toTextRow, type TextRow } from './text-rows';

/**
 * An original file as it is stored: in the cheapest of three places from which it comes back byte for
 * byte. Writing it is what an import spends its time on.
 * - 'as-text': the bytes are the UTF-8 form of the text, as in most plain texts, and need no writing;
 * - 'beside-text': in the row of the text, since one larger row costs far less than two;
 * - a Blob for a large one, so that reading the text does not read the file.
 */
export interface FileRow {
  readonly sourceId: string;
  readonly name: string;
  readonly bytes: 'as-text' | 'beside-text' | Blob;
}

const largestBesideText = 1 << 20;

/** Packs the bodies of a source for the database. */
export function toBodyRows({ text, file }: SourceContent): { text: TextRow; file: FileRow } {
  const { sourceId, name, bytes } = file;
  if (isUtf8Of(text.text, bytes)) {
    return { text: toTextRow(text, null), file: { sourceId, name, bytes: 'as-text' } };
  }
  // A copy: what is stored of a view is all of the buffer that it looks at.
  const own = bytes.slice();
  return own.length <= largestBesideText
    ? { text: toTextRow(text, own), file: { sourceId, name, bytes: 'beside-text' } }
    : { text: toTextRow(text, null), file: { sourceId, name, bytes: new Blob([own]) } };
}

/** Unpacks a file from the database. In: its row and that of its text. */
export async function fromFileRow({ sourceId, name, bytes }: FileRow, text: TextRow): Promise<SourceFile> {
  if (bytes instanceof Blob) return { sourceId, name, bytes: new Uint8Array(await bytes.arrayBuffer()) };
  if (bytes === 'as-text') return { sourceId, name, bytes: new TextEncoder().encode(text.text) };
  invariant(text.original, `the row of the text ${sourceId} holds the original file`);
  return { sourceId, name, bytes: text.original };
}

/**
 * Whether encoding the text gives exactly these bytes. Decoding answers it, and is faster: strict
 * decoding that keeps the byte order mark is one-to-one, so equal texts mean equal bytes.
 */
function isUtf8Of(text: string, bytes: Uint8Array): boolean {
  if (bytes.length < text.length || bytes.length > text.length * 3) return false;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) === text;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
