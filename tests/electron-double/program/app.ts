import { EventEmitter } from 'node:events';
import { join } from 'node:path';

/** An Electron event: `preventDefault` is all that a listener can do with it. */
export function preventable<T extends object>(details: T) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

export interface ClosableWindow {
  close(): Promise<void>;
}

/** Stands in for `app`. Ending is seen from outside through `ended`, which gives the exit code. */
export class AppDouble extends EventEmitter {
  readonly isPackaged = false;
  readonly switches = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.set(name, value),
  };
  readonly ended: Promise<number>;
  sandboxed = false;
  readonly windows = new Set<ClosableWindow>();
  #end: (code: number) => void = () => undefined;
  #quitting = false;
  readonly #userData: string;
  readonly #firstInstance: boolean;

  constructor(userData: string, firstInstance: boolean) {
    super();
    this.#userData = userData;
    this.#firstInstance = firstInstance;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  enableSandbox(): void {
    this.sandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return this.#firstInstance;
  }

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  getPath(name: string): string {
    return name === 'userData' ? this.#userData : join(this.#userData, name);
  }

  quit(): void {
    void this.#quit();
  }

  exit(code = 0): void {
    this.#end(code);
  }

  async #quit(): Promise<void> {
    if (this.#quitting) return;
    this.#quitting = true;
    for (const window of this.windows) await window.close();
    this.#quitting = false;
    if (this.windows.size > 0) return;
    const event = preventable({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.#end(0);
  }

  /** Called by a window that is gone. */
  async windowClosed(window: ClosableWindow): Promise<void> {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.#quitting) return;
    this.emit('window-all-closed');
  }
}
