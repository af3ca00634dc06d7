/** The names of every call the renderer can make. The preload and the main process share them. */
export const channels = {
  openFiles: 'parallax:open-files',
  openFolder: 'parallax:open-folder',
  readFile: 'parallax:read-file',
  saveFile: 'parallax:save-file',
  writeBackup: 'parallax:write-backup',
  setMenu: 'parallax:set-menu',
} as const;

export type CallName = keyof typeof channels;

/** The one message that travels the other way: the id of a command chosen in the native menu. */
export const MENU_COMMAND = 'parallax:menu-command';
