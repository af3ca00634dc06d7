import type {
  FolderFailure,
  InputFile,
  OutputFile,
  PlatformPort,
  SaveFailure,
} from '../application/ports/platform';
import { fail, ok, type Result } from '../domain/model/result';
import { droppedFiles, inFolders, toInputFile } from './dropped-files';

/** The part of the File System Access API that saving needs; Chromium has it, others do not yet. */
interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types?: { accept: { [mime: string]: string[] } }[];
  }): Promise<FileSystemFileHandle>;
}

/** How long a download may take to begin before its address is given back. */
const downloadStart = 60_000;

/** Parallax in a plain browser: no native menu, no folder of its own, files through the browser's dialogs. */
export class BrowserPlatform implements PlatformPort {
  readonly kind = 'browser';
  readonly keepsBackups = false;

  async openFiles(extensions: readonly string[]): Promise<readonly InputFile[]> {
    const accept = extensions.map((extension) => `.${extension}`).join(',');
    const files = await ask({ multiple: true, accept });
    return files.map((file) => toInputFile(file));
  }

  async openFolder(): Promise<Result<readonly InputFile[], FolderFailure>> {
    const files = await ask({ webkitdirectory: true });
    return ok(inFolders(files.map((file) => toInputFile(file, file.webkitRelativePath))));
  }

  droppedFiles(transfer: DataTransfer): Promise<readonly InputFile[]> {
    return droppedFiles(transfer);
  }

  async saveFile(file: OutputFile): Promise<Result<'saved' | 'cancelled', SaveFailure>> {
    try {
      const target = await pickTarget(file);
      if (target === 'cancelled') return ok('cancelled');
      if (target) await write(target, file);
      else download(file);
      return ok('saved');
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return fail({ kind: failureKinds[error.name] ?? 'failed', detail: `${error.name}: ${error.message}` });
    }
  }

  backup(): Promise<Result<'unsupported', SaveFailure>> {
    return Promise.resolve(ok('unsupported'));
  }

  /** The palette and the keys offer every command; a page has no menu to put them in. */
  setMenu(): void {}

  onMenuCommand(): () => void {
    return () => undefined;
  }

  setTitle(title: string): void {
    document.title = title;
  }
}

/** The browser's dialog for files or a folder. Out: the files; none when cancelled. */
function ask(
  options: Partial<Pick<HTMLInputElement, 'multiple' | 'accept' | 'webkitdirectory'>>,
): Promise<readonly File[]> {
  const input = Object.assign(document.createElement('input'), { type: 'file', ...options });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

const failureKinds: { readonly [errorName: string]: SaveFailure['kind'] } = {
  NotAllowedError: 'denied',
  NoModificationAllowedError: 'denied',
  QuotaExceededError: 'full',
};

/** Asks where to save. Out: undefined where the browser does not let us ask. */
async function pickTarget({
  name,
  type,
}: OutputFile): Promise<FileSystemFileHandle | 'cancelled' | undefined> {
  const extension = /\.[a-z0-9]+$/i.exec(name)?.[0];
  const mime = type.split(';')[0]?.trim();
  try {
    return await (window as SavePicker).showSaveFilePicker?.({
      suggestedName: name,
      ...(extension && mime ? { types: [{ accept: { [mime]: [extension] } }] } : {}),
    });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'AbortError') return 'cancelled';
    // The click that asked for it was too long ago, or we are inside a frame: a download needs no leave.
    if (error.name === 'SecurityError') return undefined;
    throw error;
  }
}

/** Writes beside the target and exchanges the two at the end: a failure leaves the old file as it was. */
async function write(handle: FileSystemFileHandle, file: OutputFile): Promise<void> {
  const target = await handle.createWritable();
  try {
    await target.write(file.bytes);
    await target.close();
  } catch (error) {
    // A stream that failed by itself is gone already; only its first error says why.
    await target.abort().catch(() => undefined);
    throw error;
  }
}

function download({ name, type, bytes }: OutputFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), downloadStart);
}
