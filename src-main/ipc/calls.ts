import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import type { Replies } from '../contract/bridge';
import { channels, type CallName } from '../contract/channels';
import { requests, type Requests } from '../contract/requests';
import type { Origin } from '../security/origin';
import { isTrustedSender } from '../security/sender';

export type Handlers = {
  readonly [Name in CallName]: (
    request: Requests[Name],
    window: BrowserWindow,
  ) => Replies[Name] | Promise<Replies[Name]>;
};

/** Answers the renderer's calls. A call of the wrong sender or shape is refused and reaches no handler. */
export function answerCalls(handlers: Handlers, origin: Origin): void {
  for (const name of Object.keys(channels) as CallName[]) answer(name, handlers, origin);
}

function answer<Name extends CallName>(name: Name, handlers: Handlers, origin: Origin): void {
  ipcMain.handle(channels[name], async (event, ...payload: unknown[]) => {
    const window = trustedWindow(event, origin);
    if (!window) throw new Error(`${name} refused: not the sender it answers`);
    const request = v.safeParse(requests[name], payload[0]);
    if (payload.length !== 1 || !request.success) throw new Error(`${name} refused: not the shape it takes`);
    try {
      return await handlers[name](request.output as Requests[Name], window);
    } catch (error) {
      console.error(`${name} failed:`, error);
    }
    // The cause stays here: it may name paths, and the renderer gets none of them.
    throw new Error(`${name} failed`);
  });
}

function trustedWindow(event: IpcMainInvokeEvent, origin: Origin): BrowserWindow | undefined {
  if (!isTrustedSender(event, origin)) return undefined;
  return BrowserWindow.fromWebContents(event.sender) ?? undefined;
}
