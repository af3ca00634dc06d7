import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const inFlight = new Set<Promise<void>>();

/**
 * Writes a file whole or not at all: the new bytes reach the disk under another name first, so that a
 * crash leaves the old file or the new one, never half of one.
 * In: an absolute path in an existing folder; a link is followed. Rejects with the system's error, after
 * which the old file is untouched and no other file is left behind.
 */
export function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const writing = write(path, bytes).finally(() => inFlight.delete(writing));
  inFlight.add(writing);
  return writing;
}

/** Resolves when no write is under way; undefined when none is. The outcome belongs to who started it. */
export function writesUnderWay(): Promise<unknown> | undefined {
  return inFlight.size === 0 ? undefined : Promise.allSettled(inFlight);
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const target = await followLink(path);
  const folder = dirname(target);
  const draft = join(folder, `.${basename(target).slice(0, 40)}.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const mode = await modeOf(target);
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The name of a file survives a power cut only when its folder is flushed too; Windows does so itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function followLink(path: string): Promise<string> {
  return (await unlessAbsent(realpath(path))) ?? path;
}

async function modeOf(path: string): Promise<number | undefined> {
  return (await unlessAbsent(stat(path)))?.mode;
}

async function unlessAbsent<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
