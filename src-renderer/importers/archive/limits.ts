import type { ArchiveFailure } from './failure';

const MiB = 1024 * 1024;

/** What an archive may hold. Real projects have thousands of members; bombs, millions of bytes in each. */
export interface ArchiveLimits {
  readonly members: number;
  /** Of one member and of all together, unpacked, in bytes. */
  readonly memberBytes: number;
  readonly totalBytes: number;
  /** Up to this size nothing is suspicious, however well it packs. */
  readonly harmlessBytes: number;
  /** Beyond it, text packs to a tenth, and a table of one word to a hundredth, but not to less than this. */
  readonly ratio: number;
}

export const usualLimits: ArchiveLimits = {
  members: 200_000,
  memberBytes: 2047 * MiB,
  totalBytes: 32 * 1024 * MiB,
  harmlessBytes: 64 * MiB,
  ratio: 200,
};

/** What the directory of an archive says of a member. */
export interface DeclaredMember {
  readonly filename: string;
  /** Where its local header begins, in bytes from the start of the archive. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly encrypted: boolean;
}

/** Looks a directory over before anything is unpacked. Out: the first thing wrong with it, or undefined. */
export function faultOf(
  members: readonly DeclaredMember[],
  limits: ArchiveLimits,
): ArchiveFailure | undefined {
  const seen = new Set<string>();
  let packed = 0;
  let unpacked = 0;
  for (const { filename, compressedSize, uncompressedSize, encrypted } of members) {
    if (encrypted) return { kind: 'encrypted', detail: filename };
    if (!isSafeName(filename)) return { kind: 'unsafe-name', detail: filename };
    if (seen.has(memberKey(filename))) return { kind: 'duplicate-name', detail: filename };
    seen.add(memberKey(filename));
    if (uncompressedSize > limits.memberBytes) return { kind: 'too-large', detail: filename };
    if (isBomb(compressedSize, uncompressedSize, limits)) return { kind: 'bomb', detail: filename };
    packed += compressedSize;
    unpacked += uncompressedSize;
  }
  if (unpacked > limits.totalBytes) return { kind: 'too-large', detail: `${unpacked} bytes` };
  if (isBomb(packed, unpacked, limits)) return { kind: 'bomb', detail: `${packed} → ${unpacked} bytes` };
  return overlap(members);
}

/** Names of members are compared so: programs disagree about capitals and about composed letters. */
export const memberKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** Whether so many packed bytes may not unpack to so many. */
export const isBomb = (packed: number, unpacked: number, limits: ArchiveLimits): boolean =>
  unpacked > limits.harmlessBytes && unpacked > packed * limits.ratio;

// eslint-disable-next-line no-control-regex
const unsafe = /^[/~]|^[a-z]:|\\|[\u0000-\u001f]|(^|\/)\.{1,2}(\/|$)|\/\//i;
const isSafeName = (name: string): boolean => name !== '' && !unsafe.test(name);

/** Members that share their bytes unpack to any size from next to none. */
function overlap(members: readonly DeclaredMember[]): ArchiveFailure | undefined {
  let end = 0;
  for (const member of members.toSorted((a, b) => a.offset - b.offset)) {
    if (member.offset < end) return { kind: 'bomb', detail: member.filename };
    end = member.offset + member.compressedSize;
  }
  return undefined;
}
