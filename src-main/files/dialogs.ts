import { dialog, type BrowserWindow } from 'electron';
import { strings } from '../app/strings';
import { extensionOf, safeFileName } from './names';

/** In: extensions without dots, the most common first. Out: the chosen paths; empty when cancelled. */
export async function askForFiles(
  window: BrowserWindow,
  extensions: readonly string[],
): Promise<readonly string[]> {
  const any = { name: strings.allFiles, extensions: ['*'] };
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: extensions.length > 0 ? [{ name: strings.documents, extensions: [...extensions] }, any] : [any],
  });
  return canceled ? [] : filePaths;
}

/** Out: the chosen folder; undefined when cancelled. */
export async function askForFolder(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
  return canceled ? undefined : filePaths[0];
}

/** In: the proposed name. Out: the chosen path; undefined when cancelled. */
export async function askWhereToSave(window: BrowserWindow, name: string): Promise<string | undefined> {
  const proposed = safeFileName(name);
  const extension = extensionOf(proposed);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: proposed,
    filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}
