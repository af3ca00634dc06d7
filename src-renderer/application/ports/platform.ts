import type { Result } from '../../domain/model/result';

/** A file the person chose: its bytes are read only when asked for. */
export interface InputFile {
  readonly name: string;
  /** Path inside the dropped or chosen folder, or just the name. */
  readonly path: string;
  readonly size: number;
  /**
   * Rejects, as a browser's own files do, with a DOMException whose name says why: NotFoundError,
   * NotAllowedError, QuotaExceededError (too large to read at once) or NotReadableError.
   */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** Some of its bytes, `[start, end)`, of a file that may be too large to read at once. Rejects likewise. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface OutputFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SaveFailure {
  readonly kind: 'denied' | 'full' | 'failed';
  readonly detail: string;
}

export interface FolderFailure {
  /** It holds more files, or folders lie deeper in it, than one import can take. */
  readonly kind: 'too-large';
}

/**
 * One item of the application menu, made from the same commands as the palette.
 * The ids 'role:cut', 'role:copy', 'role:paste' and 'role:selectAll' give localised labels to what the
 * window does itself; no command arrives for them.
 */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** For example 'Mod+Shift+Z'; '' for none. */
  readonly keys: string;
  readonly enabled: boolean;
}

export interface MenuSection {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** What differs between Electron, a browser, and tests. Nothing else of the world is reached from the renderer. */
export interface PlatformPort {
  readonly kind: 'electron' | 'browser' | 'memory';
  /** Opens the file dialog. `extensions` without dots. An empty list means cancelled. */
  openFiles(extensions: readonly string[]): Promise<readonly InputFile[]>;
  /**
   * Asks for a folder. Out: every file in it and in the folders below, in path order, with paths that begin
   * with its name; none means cancelled or empty. What cannot be read is among them and says so when it is read.
   */
  openFolder(): Promise<Result<readonly InputFile[], FolderFailure>>;
  /** Files and folders of a drop, in path order. */
  droppedFiles(transfer: DataTransfer): Promise<readonly InputFile[]>;
  saveFile(file: OutputFile): Promise<Result<'saved' | 'cancelled', SaveFailure>>;
  /** Whether there is a folder for copies of projects. */
  readonly keepsBackups: boolean;
  /**
   * Keeps a rolling copy of a project outside the database, without asking: the newest ten stay.
   * 'unsupported' where the platform has no folder of its own.
   */
  backup(projectId: string, file: OutputFile): Promise<Result<'saved' | 'unsupported', SaveFailure>>;
  /** Shows the commands in the native menu where there is one. */
  setMenu(sections: readonly MenuSection[]): void;
  /** Calls back with the id of a command chosen in the native menu. Out: unsubscribe. */
  onMenuCommand(listener: (id: string) => void): () => void;
  /** Window title. */
  setTitle(title: string): void;
}
