import type { CallName } from './channels';
import type { Requests } from './requests';

/** A file the person chose. Where it lies stays in the main process; the id stands for it. */
export interface FileHandle {
  /** GUID, valid until the window loads anew. */
  readonly id: string;
  readonly name: string;
  /** Path that begins with the chosen folder's name; of a file chosen by itself its name. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

export type Reply<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export interface WriteFailure {
  readonly kind: 'denied' | 'full' | 'failed';
  /** The system's error code, for example 'EROFS'. Never a path. */
  readonly detail: string;
}

export interface ReadFailure {
  readonly kind: 'gone' | 'denied' | 'too-large' | 'failed';
  /** The system's error code. Never a path. */
  readonly detail: string;
}

export interface FolderFailure {
  /** It holds more files, or folders lie deeper in it, than are handed out at once. */
  readonly kind: 'too-large';
}

export interface Replies {
  /** Empty when the person cancelled. */
  readonly openFiles: readonly FileHandle[];
  /** In path order. Empty when the person cancelled. */
  readonly openFolder: Reply<readonly FileHandle[], FolderFailure>;
  readonly readFile: Reply<Uint8Array<ArrayBuffer>, ReadFailure>;
  readonly saveFile: Reply<'saved' | 'cancelled', WriteFailure>;
  readonly writeBackup: Reply<'saved', WriteFailure>;
  readonly setMenu: void;
}

type Calls = { readonly [Name in CallName]: (request: Requests[Name]) => Promise<Replies[Name]> };

/** All that the renderer can reach of the main process: `window.parallax`. */
export interface ParallaxBridge extends Calls {
  /** Calls back with the id of a chosen menu command. Out: unsubscribe. */
  readonly onMenuCommand: (listener: (id: string) => void) => () => void;
}
