import { app, BrowserWindow, dialog } from 'electron';
import { writesUnderWay } from '../files/atomic';
import { strings } from './strings';

/** The second start of the program brings the first one to the front. */
export function focusOnSecondStart(): void {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
}

/** One window, one program: closing it ends it, but not before every file is whole. */
export function quitWithTheWindow(): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    const writes = writesUnderWay();
    if (!writes) return;
    event.preventDefault();
    void writes.then(() => app.quit());
  });
}

/** Says so when the page died, and offers to load it again. */
export function offerReloadAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const question = {
      type: 'error' as const,
      message: strings.crashTitle,
      detail: strings.crashDetail,
      buttons: [strings.reload, strings.quit],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    };
    void dialog.showMessageBox(window, question).then(({ response }) => {
      if (response === 0) window.webContents.reload();
      else app.quit();
    });
  });
}
