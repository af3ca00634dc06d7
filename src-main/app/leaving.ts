import type { BrowserWindow } from 'electron';

/** A write takes milliseconds; a window must close all the same when storage does not answer. */
const LONGEST_WAIT = 5000;
const BETWEEN_TRIES = 100;

/**
 * Closes a window whose page asks for a moment, as it does while the last gesture is being written: tries
 * again until the page lets go, and after five seconds closes it whatever the page says.
 */
export function closeWhenWritten(window: BrowserWindow, now: () => number = Date.now): void {
  let since: number | undefined;
  window.webContents.on('will-prevent-unload', (event) => {
    since ??= now();
    if (now() - since >= LONGEST_WAIT) {
      // Preventing the prevention: the page is left.
      event.preventDefault();
      return;
    }
    setTimeout(() => {
      if (!window.isDestroyed()) window.close();
    }, BETWEEN_TRIES);
  });
}
