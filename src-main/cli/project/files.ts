import { open, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { RandomAccessFile } from '../../../src-renderer/importers/archive/archive';
import { writeAtomically } from '../../files/atomic';
import type { Call } from '../command';
import { detailOf, Failed } from '../failure';
import { say } from '../text';

/** In: the name of a file. Out: all its bytes. Throws Failed when it cannot be read. */
export async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new Failed(say('failure.not-read', { file: path, detail: detailOf(error) }));
  }
}

/** Opens a file of which parts are read, lets it be used, and closes it. */
export async function withFile<T>(path: string, use: (file: RandomAccessFile) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new Failed(say('failure.not-read', { file: path, detail: detailOf(error) }));
  });
  try {
    const { size } = await handle.stat();
    return await use({
      name: basename(path),
      size,
      read: async (start, end) => {
        const target = new Uint8Array(end - start);
        const { bytesRead } = await handle.read(target, 0, target.length, start);
        return target.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

/** Writes a file whole or not at all, and says so. */
export async function writeWhole(call: Call, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(resolve(path), bytes);
  } catch (error) {
    throw new Failed(say('failure.not-written', { file: path, detail: detailOf(error) }));
  }
  call.note(say('note.wrote', { file: path }));
}
