import type {
  FolderFailure,
  InputFile,
  MenuSection,
  OutputFile,
  PlatformPort,
  SaveFailure,
} from '../application/ports/platform';
import { ok, type Result } from '../domain/model/result';
import { toInputFile } from './dropped-files';

/** Makes a file to be chosen or dropped. In: its path (the name is its last part) and content. */
export function memoryFile(path: string, content: string | Uint8Array<ArrayBuffer>): InputFile {
  return toInputFile(new File([content], path.slice(path.lastIndexOf('/') + 1)), path);
}

/** A platform for tests: what the person would do is queued, what the application does is kept. */
export class MemoryPlatform implements PlatformPort {
  readonly kind = 'memory';
  keepsBackups = false;
  /** What each file dialog to come will give; an empty queue means cancelled. */
  readonly chosen: InputFile[][] = [];
  /** What each dialog for a folder to come will give; no files, when the queue is empty. */
  readonly folders: Result<InputFile[], FolderFailure>[] = [];
  /** What each drop to come will give. */
  readonly dropped: InputFile[][] = [];
  /** What each save dialog to come will end with; saved, when the queue is empty. */
  readonly saveOutcomes: Result<'saved' | 'cancelled', SaveFailure>[] = [];
  readonly saved: OutputFile[] = [];
  readonly backups: { readonly projectId: string; readonly file: OutputFile }[] = [];
  menu: readonly MenuSection[] = [];
  title = '';
  readonly #listeners = new Set<(id: string) => void>();

  openFiles(): Promise<readonly InputFile[]> {
    return Promise.resolve(this.chosen.shift() ?? []);
  }

  openFolder(): Promise<Result<readonly InputFile[], FolderFailure>> {
    return Promise.resolve(this.folders.shift() ?? ok([]));
  }

  droppedFiles(): Promise<readonly InputFile[]> {
    return Promise.resolve(this.dropped.shift() ?? []);
  }

  saveFile(file: OutputFile): Promise<Result<'saved' | 'cancelled', SaveFailure>> {
    const outcome = this.saveOutcomes.shift() ?? ok('saved');
    if (outcome.ok && outcome.value === 'saved') this.saved.push(file);
    return Promise.resolve(outcome);
  }

  backup(projectId: string, file: OutputFile): Promise<Result<'saved', SaveFailure>> {
    this.backups.push({ projectId, file });
    return Promise.resolve(ok('saved'));
  }

  setMenu(sections: readonly MenuSection[]): void {
    this.menu = sections;
  }

  onMenuCommand(listener: (id: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Does what the native menu does when an item is chosen. */
  chooseFromMenu(id: string): void {
    for (const listener of this.#listeners) listener(id);
  }

  setTitle(title: string): void {
    this.title = title;
  }
}
