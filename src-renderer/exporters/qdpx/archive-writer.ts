import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

// Workers made of strings are against the content security policy, and we are in a worker already.
configure({ useWebWorkers: false });

export const QDPX_TYPE = 'application/zip';

/** Larger files the standard does not let into the archive (REFI-QDA 1.5, section 8.5). */
export const LARGEST_MEMBER = 2_147_483_647;

/** The first of January 1980, where the clock of ZIP begins: the same project makes the same archive. */
const ORIGIN_OF_TIME = ((1 << 5) | 1) << 16;

/** Thrown when a member is larger than the standard allows; never leaves this folder. */
export class MemberTooLarge extends Error {
  readonly member: string;
  readonly bytes: number;
  constructor(member: string, bytes: number) {
    super(`${member} has ${bytes} bytes`);
    this.member = member;
    this.bytes = bytes;
  }
}

/** Writes a ZIP archive, one member after the other, in the plainest form that every reader knows. */
export class ArchiveWriter {
  readonly #zip = new ZipWriter(new BlobWriter(QDPX_TYPE), {
    keepOrder: true,
    rawLastModDate: ORIGIN_OF_TIME,
    extendedTimestamp: false,
    dataDescriptor: false,
  });
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /**
   * Adds a member.
   * In: its name, its bytes, whether to pack them: files that are packed already gain nothing by it.
   * Rejects when the signal is raised, and with MemberTooLarge.
   */
  async add(name: string, bytes: Blob | Uint8Array, pack = true): Promise<void> {
    this.#signal?.throwIfAborted();
    // Bytes that share memory between threads make no Blob; no file comes as such.
    const blob = bytes instanceof Blob ? bytes : new Blob([bytes as Uint8Array<ArrayBuffer>]);
    if (blob.size > LARGEST_MEMBER) throw new MemberTooLarge(name, blob.size);
    await this.#zip.add(name, new BlobReader(blob), {
      ...(pack ? {} : { level: 0 }),
      ...(this.#signal && { signal: this.#signal }),
    });
  }

  /** Ends the archive. Out: all of it. */
  close(): Promise<Blob> {
    return this.#zip.close();
  }
}
