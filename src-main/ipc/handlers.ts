import { Menu } from 'electron';
import { menuTemplate } from '../app/menu';
import type { Replies } from '../contract/bridge';
import { MENU_COMMAND } from '../contract/channels';
import { writeAtomically } from '../files/atomic';
import type { Backups } from '../files/backups';
import { askForFiles, askForFolder, askWhereToSave } from '../files/dialogs';
import { writeFailure } from '../files/failures';
import type { ChosenFiles } from '../files/handles';
import type { Handlers } from './calls';

/** What each call of the renderer does. */
export function handlersFor(files: ChosenFiles, backups: Backups): Handlers {
  return {
    openFiles: async ({ extensions }, window) => files.add(await askForFiles(window, extensions)),
    openFolder: async (_request, window) => {
      const folder = await askForFolder(window);
      return folder === undefined ? { ok: true, value: [] } : files.addFolder(folder);
    },
    readFile: ({ id, range }) => files.read(id, range),
    saveFile: async ({ name, bytes }, window) => {
      const path = await askWhereToSave(window, name);
      if (path === undefined) return { ok: true, value: 'cancelled' };
      return written(writeAtomically(path, bytes));
    },
    writeBackup: ({ projectId, name, bytes }) => written(backups.write(projectId, name, bytes)),
    setMenu: ({ sections }, window) => {
      const template = menuTemplate(sections, process.platform, (id) => {
        if (!window.isDestroyed()) window.webContents.send(MENU_COMMAND, id);
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}

async function written(writing: Promise<void>): Promise<Replies['writeBackup']> {
  try {
    await writing;
    return { ok: true, value: 'saved' };
  } catch (error) {
    return { ok: false, error: writeFailure(error) };
  }
}
