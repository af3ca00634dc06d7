// What `import … from 'electron'` yields in a run. A name that is missing here stops the run at once.
const run = new URL(import.meta.url).searchParams.get('run');
/** @type {{ [key: symbol]: Map<string | null, Record<string, unknown>> }} */
const { [Symbol.for('parallax.electron-double')]: runs } = globalThis;
const double = runs?.get(run);
if (!double) throw new Error(`No run ${run} of the electron double`);

export const { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session } = double;
