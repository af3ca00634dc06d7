import type {
  FolderFailure,
  InputFile,
  MenuSection,
  OutputFile,
  PlatformPort,
  SaveFailure,
} from '../application/ports/platform';
import { fail, ok, type Result } from '../domain/model/result';
import type { FileHandle, ParallaxBridge, ReadFailure, Reply } from '../../src-main/contract/bridge';
import type { Requests } from '../../src-main/contract/requests';
import { MAX_FILE_BYTES, MAX_LABEL_LENGTH } from '../../src-main/contract/limits';
import { droppedFiles } from './dropped-files';

declare global {
  interface Window {
    /** The preload's functions; absent in a browser. */
    readonly parallax?: ParallaxBridge;
  }
}

/** The window of the Electron shell: dialogs, the native menu and files through the preload. */
export class ElectronPlatform implements PlatformPort {
  readonly kind = 'electron';
  readonly keepsBackups = true;
  readonly #bridge: ParallaxBridge;

  constructor(bridge: ParallaxBridge) {
    this.#bridge = bridge;
  }

  async openFiles(extensions: readonly string[]): Promise<readonly InputFile[]> {
    const handles = await this.#bridge.openFiles({ extensions });
    return handles.map((handle) => this.#inputFile(handle));
  }

  async openFolder(): Promise<Result<readonly InputFile[], FolderFailure>> {
    const reply = await this.#bridge.openFolder({});
    return reply.ok ? ok(reply.value.map((handle) => this.#inputFile(handle))) : fail(reply.error);
  }

  droppedFiles(transfer: DataTransfer): Promise<readonly InputFile[]> {
    return droppedFiles(transfer);
  }

  saveFile({ name, bytes }: OutputFile): Promise<Result<'saved' | 'cancelled', SaveFailure>> {
    return this.#write(bytes, () => this.#bridge.saveFile({ name, bytes }));
  }

  backup(projectId: string, { name, bytes }: OutputFile): Promise<Result<'saved', SaveFailure>> {
    return this.#write(bytes, () => this.#bridge.writeBackup({ projectId, name, bytes }));
  }

  setMenu(sections: readonly MenuSection[]): void {
    const short = sections.map((section) => ({
      ...section,
      label: shorten(section.label),
      items: section.items.map((item) => ({ ...item, label: shorten(item.label) })),
    }));
    void this.#bridge.setMenu({ sections: short });
  }

  onMenuCommand(listener: (id: string) => void): () => void {
    return this.#bridge.onMenuCommand(listener);
  }

  setTitle(title: string): void {
    document.title = title;
  }

  #inputFile({ id, name, path, size }: FileHandle): InputFile {
    const read = async (request: Requests['readFile']) => {
      const reply = await this.#bridge.readFile(request);
      if (reply.ok) return reply.value;
      throw new DOMException(reply.error.detail, readErrors[reply.error.kind]);
    };
    return {
      name,
      path,
      size,
      bytes: () => read({ id }),
      read: (start, end) => read({ id, range: { start, end } }),
    };
  }

  async #write<T>(
    bytes: Uint8Array,
    write: () => Promise<Reply<T, SaveFailure>>,
  ): Promise<Result<T, SaveFailure>> {
    if (bytes.byteLength > MAX_FILE_BYTES) return fail({ kind: 'failed', detail: 'EFBIG' });
    const reply = await write();
    return reply.ok ? ok(reply.value) : fail(reply.error);
  }
}

/** What a browser calls each reason when a file of its own cannot be read. */
const readErrors: Readonly<Record<ReadFailure['kind'], string>> = {
  gone: 'NotFoundError',
  denied: 'NotAllowedError',
  'too-large': 'QuotaExceededError',
  failed: 'NotReadableError',
};

/** A label may quote a passage or a code's name of any length; a native menu has one line. */
function shorten(label: string): string {
  if (label.length <= MAX_LABEL_LENGTH) return label;
  let kept = '';
  for (const character of label) {
    if (kept.length + character.length >= MAX_LABEL_LENGTH) break;
    kept += character;
  }
  return `${kept}…`;
}
