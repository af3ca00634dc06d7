import { describe, expect, test } from 'vitest';
import { droppedFiles } from '../../../src-renderer/platform/dropped-files';

type Tree = { [name: string]: Tree | string | Error };

/** A folder tree as a browser gives it at a drop; entries are read in portions, as Chromium does. */
function entryOf(name: string, node: Tree | string | Error, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  const common = { name, fullPath };
  if (typeof node === 'string') {
    const file = (give: (file: File) => void) => setTimeout(() => give(new File([node], name)));
    return { ...common, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  if (node instanceof Error) {
    const file = (_give: unknown, refuse: (error: Error) => void) => setTimeout(() => refuse(node));
    return { ...common, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(node).map(([child, below]) => entryOf(child, below, fullPath));
    return {
      readEntries: (give: (entries: FileSystemEntry[]) => void) => setTimeout(() => give(left.splice(0, 2))),
    };
  };
  return { ...common, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

/** A transfer that is emptied as soon as its event has been handled. */
function dropOf(entries: (FileSystemEntry | null)[], files: File[] = []): DataTransfer {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  const transfer = { items, files };
  queueMicrotask(() => {
    transfer.items = [];
    transfer.files = [];
  });
  return transfer as unknown as DataTransfer;
}

describe('a drop', () => {
  test('gives every file of every folder below, in path order', async () => {
    const tree: Tree = {
      'b.txt': 'b',
      'a.txt': 'a',
      '.DS_Store': 'hidden',
      '.git': { config: 'hidden' },
      '2009': { 'z.txt': 'z', deep: { deeper: { 'x.txt': 'x' }, empty: {} }, 'c.txt': 'c', 'd.txt': 'd' },
    };
    const files = await droppedFiles(dropOf([entryOf('reports', tree), entryOf('alone.pdf', 'p')]));
    expect(files.map((file) => file.path)).toEqual([
      'alone.pdf',
      'reports/2009/c.txt',
      'reports/2009/d.txt',
      'reports/2009/deep/deeper/x.txt',
      'reports/2009/z.txt',
      'reports/a.txt',
      'reports/b.txt',
    ]);
    expect(files[3]!.name).toBe('x.txt');
    expect(new TextDecoder().decode(await files[3]!.bytes())).toBe('x');
  });

  test('keeps what cannot be read, so that the import can name it', async () => {
    const gone = new DOMException('Gone.', 'NotFoundError');
    const tree: Tree = { 'a.txt': 'a', 'gone.txt': gone };
    const files = await droppedFiles(dropOf([entryOf('reports', tree)]));
    expect(files.map((file) => file.path)).toEqual(['reports/a.txt', 'reports/gone.txt']);
    await expect(files[1]!.bytes()).rejects.toBe(gone);
  });

  test('falls back to its files where there are no entries', async () => {
    const files = await droppedFiles(dropOf([null], [new File(['b'], 'b.txt'), new File(['a'], 'a.txt')]));
    expect(files.map((file) => file.path)).toEqual(['a.txt', 'b.txt']);
  });

  test('of a text gives nothing', async () => {
    expect(await droppedFiles(dropOf([null]))).toEqual([]);
  });

  test('made by the browser itself is read', async () => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['text'], 'plan.txt'));
    transfer.items.add('not a file', 'text/plain');
    const files = await droppedFiles(transfer);
    expect(files.map(({ name, size }) => ({ name, size }))).toEqual([{ name: 'plan.txt', size: 4 }]);
  });
});
