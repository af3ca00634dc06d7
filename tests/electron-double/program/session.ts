import { EventEmitter } from 'node:events';

type RequestListener = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
type RequestHandler = (
  contents: null,
  permission: string,
  callback: (granted: boolean) => void,
  details: { isMainFrame: boolean; requestingUrl: string },
) => void;

/** Stands in for a `Session`: it holds the program's handlers and lets a test ask them. */
export class SessionDouble extends EventEmitter {
  spellCheckerLanguages: readonly string[] | undefined;
  #onBeforeRequest: RequestListener = (_details, callback) => callback({});
  #check: CheckHandler = () => true;
  #request: RequestHandler = (_contents, _permission, callback) => callback(true);
  #device: (details: object) => boolean = () => true;

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener) => {
      this.#onBeforeRequest = listener;
    },
  };

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setDevicePermissionHandler(handler: (details: object) => boolean): void {
    this.#device = handler;
  }

  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.spellCheckerLanguages = languages;
  }

  /** Whether the program cancels a request for this URL. */
  cancels(url: string): Promise<boolean> {
    return new Promise((resolve) => this.#onBeforeRequest({ url }, ({ cancel }) => resolve(cancel === true)));
  }

  /** What the program answers to a page of this URL that wants a permission, in both of Electron's ways. */
  async permits(permission: string, url: string, isMainFrame = true) {
    const details = { isMainFrame, requestingUrl: url };
    return {
      check: this.#check(null, permission, url, details),
      request: await new Promise<boolean>((resolve) => this.#request(null, permission, resolve, details)),
      device: this.#device(details),
    };
  }
}
