import type { IpcMainInvokeEvent } from 'electron';
import { isOfOrigin, type Origin } from './origin';

/** In: an IPC event. Out: whether it comes from the top frame of one of our own pages. */
export function isTrustedSender(event: IpcMainInvokeEvent, origin: Origin): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOfOrigin(origin, frame.origin);
}
