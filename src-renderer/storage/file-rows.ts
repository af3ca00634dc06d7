import type { SourceFile } from '../domain/model/source';

/**
 * An original file as it is stored. `bytes` is null where they are the UTF-8 form of the source's text:
 * most plain texts are, and writing them twice would double the time of an import.
 */
export interface FileRow {
  readonly sourceId: string;
  readonly name: string;
  readonly bytes: Blob | null;
}

/** Packs a file for the database. In: the file and the canonical text of its source. */
export function toFileRow({ sourceId, name, bytes }: SourceFile, text: string): FileRow {
  return { sourceId, name, bytes: isUtf8Of(text, bytes) ? null : new Blob([bytes.slice()]) };
}

/** Unpacks a file from the database. In: the row and the canonical text of its source. */
export async function fromFileRow({ sourceId, name, bytes }: FileRow, text: string): Promise<SourceFile> {
  return {
    sourceId,
    name,
    bytes: bytes ? new Uint8Array(await bytes.arrayBuffer()) : new TextEncoder().encode(text),
  };
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
