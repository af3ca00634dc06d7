/** The binding through which a page reaches the double's ipcMain. */
export const INVOKE = '__electronInvoke';
/** The function through which the double reaches the preload's listeners. */
export const RECEIVE = '__electronReceive';

/**
 * In: the text of the built preload. Out: a script for every new document, in which it runs as Electron
 * would run it: in the top frame alone, with `require('electron')`, and with everything that crosses the
 * bridge copied.
 */
export function preloadScript(preload: string): string {
  return `(${install.toString()})((require, module, exports) => {${preload}\n}, ${JSON.stringify(INVOKE)}, ${JSON.stringify(RECEIVE)});`;
}

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;
type Listener = (event: object, ...payload: unknown[]) => void;

/** Runs in the page: it may use nothing from outside itself. */
function install(preload: Preload, invokeName: string, receiveName: string): void {
  if (window.top !== window) return;
  const scope = window as unknown as Record<string, unknown>;
  const listeners = new Map<string, Set<Listener>>();
  const invoke = scope[invokeName] as (
    channel: string,
    payload: unknown[],
  ) => Promise<{ value?: unknown; error?: string }>;

  const listenersOf = (channel: string): Set<Listener> => {
    const known = listeners.get(channel) ?? new Set<Listener>();
    listeners.set(channel, known);
    return known;
  };
  scope[receiveName] = (channel: string, payload: unknown[]) => {
    for (const listener of listenersOf(channel)) listener({}, ...payload);
  };

  const across = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...given: unknown[]) => across((value as (...all: unknown[]) => unknown)(...given.map(across)));
    }
    if (value instanceof Promise) return value.then(across);
    return structuredClone(value);
  };
  const electron = {
    ipcRenderer: {
      async invoke(channel: string, ...payload: unknown[]) {
        const reply = await invoke(channel, structuredClone(payload));
        if (reply.error !== undefined)
          throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
        return reply.value;
      },
      on: (channel: string, listener: Listener) => void listenersOf(channel).add(listener),
      off: (channel: string, listener: Listener) => void listenersOf(channel).delete(listener),
    },
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, unknown>) {
        const copies = Object.entries(api).map(([key, value]) => [key, across(value)] as const);
        const value = Object.freeze(Object.fromEntries(copies));
        Object.defineProperty(window, name, { value, enumerable: true });
      },
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`);
    return electron;
  };
  preload(require, { exports: {} }, {});
}
