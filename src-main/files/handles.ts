import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileHandle, FolderFailure, ReadFailure, Reply } from '../contract/bridge';
import { MAX_FILE_BYTES } from '../contract/limits';
import { readFailure } from './failures';
import { filesBelow } from './folder';

/** The files the person chose: the renderer holds ids, the paths never leave this class. */
export class ChosenFiles {
  readonly #paths = new Map<string, string>();

  /** In: absolute paths from a dialog. Out: a handle for each; one that cannot be looked at has size 0. */
  async add(paths: readonly string[]): Promise<readonly FileHandle[]> {
    return Promise.all(paths.map((path) => this.#handle(path, basename(path))));
  }

  /**
   * In: the absolute path of a folder. Out: a handle for each file in it and in the folders below, in path
   * order, or that it is too large. What cannot be looked at has a handle too, and says why when it is read.
   */
  async addFolder(folder: string): Promise<Reply<readonly FileHandle[], FolderFailure>> {
    const found = await filesBelow(folder);
    if (!found) return { ok: false, error: { kind: 'too-large' } };
    const handles: FileHandle[] = [];
    for (const { path, shown } of found) handles.push(await this.#handle(path, shown));
    return { ok: true, value: handles };
  }

  async #handle(path: string, shown: string): Promise<FileHandle> {
    const id = randomUUID();
    this.#paths.set(id, path);
    return { id, name: basename(path), path: shown, size: await sizeOf(path) };
  }

  /**
   * In: an id handed out by `add`, and which bytes are wanted, all of them by default.
   * Out: the bytes, fewer than wanted where the file ends before, or why there are none.
   */
  async read(
    id: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Reply<Uint8Array<ArrayBuffer>, ReadFailure>> {
    const path = this.#paths.get(id);
    if (path === undefined) return { ok: false, error: { kind: 'gone', detail: 'ENOENT' } };
    try {
      return range ? await readPart(path, range) : await readWhole(path);
    } catch (error) {
      return { ok: false, error: readFailure(error) };
    }
  }

  /** Forgets every file: the page that held the ids is gone. */
  clear(): void {
    this.#paths.clear();
  }
}

async function readWhole(path: string): Promise<Reply<Uint8Array<ArrayBuffer>, ReadFailure>> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size > MAX_FILE_BYTES) {
      return { ok: false, error: { kind: 'too-large', detail: 'EFBIG' } };
    }
    // A copy of its own: Node's small buffers share one block of memory, which must not travel along.
    return { ok: true, value: new Uint8Array(await file.readFile()) };
  } finally {
    await file.close();
  }
}

async function readPart(
  path: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<Reply<Uint8Array<ArrayBuffer>, ReadFailure>> {
  const file = await open(path, 'r');
  try {
    const length = Math.max(0, Math.min(end, (await file.stat()).size) - start);
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { ok: true, value: bytes.slice(0, filled) };
  } finally {
    await file.close();
  }
}

/** A file that vanished since the dialog is reported when it is read, with the reason. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.size,
    () => 0,
  );
}
