import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { ParallaxBridge, Replies } from '../contract/bridge';
import { channels, MENU_COMMAND, type CallName } from '../contract/channels';
import type { Requests } from '../contract/requests';

function call<Name extends CallName>(name: Name): (request: Requests[Name]) => Promise<Replies[Name]> {
  return (request) => ipcRenderer.invoke(channels[name], request);
}

function onMenuCommand(listener: (id: string) => void): () => void {
  // The event object stays here: it would hand the page the sender, and with it the whole of IPC.
  const forward = (_event: IpcRendererEvent, id: string) => listener(id);
  ipcRenderer.on(MENU_COMMAND, forward);
  return () => {
    ipcRenderer.off(MENU_COMMAND, forward);
  };
}

const bridge: ParallaxBridge = {
  openFiles: call('openFiles'),
  openFolder: call('openFolder'),
  readFile: call('readFile'),
  saveFile: call('saveFile'),
  writeBackup: call('writeBackup'),
  setMenu: call('setMenu'),
  onMenuCommand,
};

contextBridge.exposeInMainWorld('parallax', bridge);
