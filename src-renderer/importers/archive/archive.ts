import {
  configure,
  Reader,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { fail, invariant, ok, type Result } from '../../domain/model/result';
import { detailOf } from '../draft';
import { ArchiveError, type ArchiveFailure } from './failure';
import { faultOf, isBomb, memberKey, usualLimits, type ArchiveLimits } from './limits';

// Workers made of strings are against the content security policy, and we are in a worker already.
configure({ useWebWorkers: false });

/** A file of which parts can be read, so that it need not be in memory: a Blob, or a handle in Node. */
export interface RandomAccessFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes `[start, end)`; never asked for beyond the size. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** An archive whose directory has been read and found harmless. Names are found without regard to case. */
export interface Archive {
  /** Names of the members as they are written, folders apart. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Unpacked size in bytes as the directory has it; 0 for a member that is not there. */
  readonly size: (name: string) => number;
  /** Unpacks a member and checks it. Throws an ArchiveError where it is not what the directory says. */
  readonly bytes: (name: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads the name of a member, or says undefined where it is to be read as usual. */
export type DecodeName = (raw: Uint8Array) => string | undefined;

/**
 * Opens a ZIP archive.
 * In: the file, what it may hold, and what reads names that are not marked as UTF-8, where the usual reading of
 * them (also where it says undefined) is not wanted. Out: the archive, or why it is not opened: it is none, it is cut off,
 * it is under a password, or it is made to do harm. Nothing is unpacked yet.
 */
export async function openArchive(
  file: RandomAccessFile,
  limits: ArchiveLimits = usualLimits,
  decodeName?: DecodeName,
): Promise<Result<Archive, ArchiveFailure>> {
  const head = await file.read(0, Math.min(4, file.size));
  if (head[0] !== 0x50 || head[1] !== 0x4b) return fail({ kind: 'not-a-zip', detail: file.name });
  const directory = await readDirectory(file, limits, decodeName);
  if (!directory.ok) return directory;
  const fault = faultOf(directory.value, limits);
  if (fault) return fail(fault);
  return ok(archiveOf(directory.value.filter(isFile), limits));
}

class PartReader extends Reader<RandomAccessFile> {
  readonly #file: RandomAccessFile;
  constructor(file: RandomAccessFile) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }
  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#file.read(index, Math.min(this.size, index + length));
  }
}

async function readDirectory(
  file: RandomAccessFile,
  limits: ArchiveLimits,
  decodeName?: DecodeName,
): Promise<Result<readonly Entry[], ArchiveFailure>> {
  // Names are looked over by ourselves, which tells what is wrong with them.
  const reader = new ZipReader(new PartReader(file), {
    filenameValidation: 'tolerant',
    ...(decodeName && {
      decodeText: (raw: Uint8Array, encoding: string, type: string) =>
        type === 'filename' && encoding !== 'utf-8' ? decodeName(raw) : undefined,
    }),
  });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > limits.members)
        return fail({ kind: 'too-many-members', detail: `more than ${limits.members}` });
    }
    return ok(entries);
  } catch (error) {
    // Its beginning is that of an archive and its end, where the directory stands, is not.
    return fail({ kind: 'truncated', detail: detailOf(error) });
  }
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory;

function archiveOf(entries: readonly FileEntry[], limits: ArchiveLimits): Archive {
  const members = new Map(entries.map((entry) => [memberKey(entry.filename), entry]));
  return {
    names: entries.map(({ filename }) => filename),
    has: (name) => members.has(memberKey(name)),
    size: (name) => members.get(memberKey(name))?.uncompressedSize ?? 0,
    bytes: (name, signal) => {
      const entry = members.get(memberKey(name));
      invariant(entry, `the archive has a member ${name}`);
      return unpack(entry, limits, signal);
    },
  };
}

/** Sizes in a directory can lie, so what comes out is counted. */
async function unpack(
  entry: FileEntry,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { filename, uncompressedSize, compressedSize } = entry;
  let length = 0;
  let target = new Uint8Array(Math.min(uncompressedSize, limits.harmlessBytes));
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      const needed = length + chunk.length;
      if (isBomb(compressedSize, needed, limits)) throw new ArchiveError('bomb', filename);
      if (needed > uncompressedSize) throw new ArchiveError('damaged', `${filename} is longer than it says`);
      if (needed > target.length) {
        const wider = new Uint8Array(Math.min(uncompressedSize, Math.max(needed, 2 * target.length)));
        wider.set(target.subarray(0, length));
        target = wider;
      }
      target.set(chunk, length);
      length = needed;
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true, ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof ArchiveError || signal?.aborted) throw error;
    throw new ArchiveError('damaged', `${filename}: ${detailOf(error)}`);
  }
  if (length !== uncompressedSize) throw new ArchiveError('damaged', `${filename} is shorter than it says`);
  return target;
}
