import type { InputFile } from '../application/ports/platform';

/** In: a file and its path, by default its name. Out: the same, with its bytes read when asked for. */
export function toInputFile(file: File, path = file.name): InputFile {
  return {
    name: file.name,
    path,
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

/**
 * Files and folders of a drop, in path order.
 * In: the transfer of a drop event; it is emptied when the event ends, so call this in its handler.
 * Out: the files. What cannot be read is among them and says so when its bytes are asked for, so that
 * the import can name it.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly InputFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  const files =
    entries.length > 0
      ? (await Promise.all(entries.map(readEntry))).flat()
      : Array.from(transfer.files, (file) => toInputFile(file));
  return inFolders(files);
}

/** In: files. Out: the same by their paths, without those that systems hide in folders. */
export function inFolders(files: readonly InputFile[]): readonly InputFile[] {
  return inPathOrder(files.filter(({ path }) => !path.split('/').slice(1).some(isHidden)));
}

const isHidden = (name: string): boolean => name.startsWith('.');

const inPathOrder = (files: readonly InputFile[]): readonly InputFile[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

async function readEntry(entry: FileSystemEntry): Promise<InputFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      return [toInputFile(file, path)];
    }
    if (isFolder(entry)) return (await Promise.all((await children(entry)).map(readEntry))).flat();
    return [];
  } catch (error) {
    const refuse = () => Promise.reject(error);
    return [{ name: entry.name, path, size: 0, bytes: refuse, read: refuse }];
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives its entries in portions, and an empty one at the end. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}
