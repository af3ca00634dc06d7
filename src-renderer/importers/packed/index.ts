import type { ImportFailure, MemberFile } from '../../domain/model/import';
import { message, type Message } from '../../domain/model/message';
import { ok, type Result } from '../../domain/model/result';
import { pageResources } from '../../domain/sources/names/page-resources';
import { openArchive, type RandomAccessFile } from '../archive/archive';
import { ArchiveError, type ArchiveFailure } from '../archive/failure';
import { usualLimits, type ArchiveLimits } from '../archive/limits';
import { decoderFor } from '../decode/decoder';
import { failure } from '../draft';
import { nameEncoding } from './member-names';

const MiB = 1024 * 1024;

/** All members are in memory at once, unlike those of a project. */
const limits: ArchiveLimits = {
  ...usualLimits,
  members: 10_000,
  memberBytes: 512 * MiB,
  totalBytes: 1024 * MiB,
};

export interface Members {
  readonly members: readonly MemberFile[];
  readonly warnings: readonly Message[];
}

/**
 * Unpacks an archive of documents. What systems and programs put into archives for themselves, and the pictures
 * and scripts of saved web pages, is left out and counted.
 * In: the bytes of a ZIP archive. Out: its files in their order, archives in it among them. Fails with
 * `password`, `too-large`, `damaged`, or `empty` where nothing is left.
 */
export async function readArchive(bytes: Uint8Array): Promise<Result<Members, ImportFailure>> {
  const file: RandomAccessFile = {
    name: '',
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
  const label = nameEncoding(await rawNames(file));
  const opened = await openArchive(file, limits, (raw) => decodeName(raw, label));
  if (!opened.ok) return failureOf(opened.error);
  const { names, bytes: unpack } = opened.value;
  const documents = names.filter((name) => !isJunk(name));
  const resources = pageResources(documents);
  const wanted = documents.filter((name) => !resources.has(name));
  if (wanted.length === 0) return failure('empty');
  const members: MemberFile[] = [];
  try {
    for (const path of wanted) members.push({ path, bytes: await unpack(path) });
  } catch (error) {
    if (error instanceof ArchiveError) return failureOf(error.failure);
    throw error;
  }
  const warnings: Message[] = [];
  const junk = names.length - documents.length;
  if (junk > 0) warnings.push(message('system-files-left-out', { count: junk }));
  if (resources.size > 0) warnings.push(message('page-files-left-out', { count: resources.size }));
  return ok({ members, warnings });
}

async function rawNames(file: RandomAccessFile): Promise<Uint8Array[]> {
  const names: Uint8Array[] = [];
  // What is wrong with the archive is told when it is opened for good.
  await openArchive(file, limits, (raw) => {
    names.push(raw);
    return undefined;
  });
  return names;
}

/** Old programs for Windows part folders by backslashes. Without a label the usual code page is meant. */
const decodeName = (raw: Uint8Array, label: string | undefined): string | undefined =>
  label === undefined ? undefined : decoderFor(label).decode(raw).replaceAll('\\', '/');

const JUNK =
  /(^|\/)(__MACOSX\/|\.DS_Store$|\._[^/]*$|~\$[^/]*$|\.~lock\.[^/]*#$|Thumbs\.db$|desktop\.ini$|\.git\/)/i;
const isJunk = (path: string): boolean => JUNK.test(path);

function failureOf({ kind, detail }: ArchiveFailure): Result<never, ImportFailure> {
  switch (kind) {
    case 'encrypted':
      return failure('password', detail);
    case 'bomb':
    case 'too-large':
    case 'too-many-members':
      return failure('too-large', `${kind}: ${detail}`);
    default:
      return failure('damaged', `${kind}: ${detail}`);
  }
}
