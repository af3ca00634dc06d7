import { unzipSync, zipSync } from 'fflate';
import { crc32, declaredChecksums } from './checksum';

export type Files = Record<string, Uint8Array>;

export class ArchiveTooLarge extends Error {}
export class ArchiveDamaged extends Error {}

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
// What packing can add to an entry that does not get smaller by it.
const MOST_OVERHEAD = 1024;

/** Lists the names in a zip archive without unpacking it. Throws where its directory cannot be read. */
export function listArchive(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter({ name }) {
      if (names.push(name) > MOST_ENTRIES) throw new ArchiveTooLarge(`more than ${MOST_ENTRIES} entries`);
      return false;
    },
  });
  return names;
}

/**
 * Unpacks some entries and checks them against their checksums. Throws ArchiveTooLarge where they declare
 * more than a document can hold, ArchiveDamaged where an entry is not what it was. An entry that declares
 * less than it holds cannot get past that: the space it is unpacked into is fixed beforehand.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Files {
  let total = 0;
  const files = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      if (!wanted(name)) return false;
      if (size > originalSize + MOST_OVERHEAD) throw new ArchiveDamaged(`${name} declares too small a size`);
      total += originalSize;
      if (total > MOST_UNPACKED_BYTES) throw new ArchiveTooLarge(`${total} bytes unpacked`);
      return true;
    },
  });
  const checksums = declaredChecksums(bytes);
  for (const [name, data] of Object.entries(files)) {
    const declared = checksums.get(name);
    if (declared !== undefined && declared !== crc32(data)) throw new ArchiveDamaged(`${name} is damaged`);
  }
  return files;
}

/** Packs files without compressing them. */
export const pack = (files: Files): Uint8Array<ArrayBuffer> => zipSync(files, { level: 0 });
