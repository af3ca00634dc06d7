import { join } from 'node:path';
import { app, dialog, Menu, session } from 'electron';
import { environmentOf } from './app/environment';
import { focusOnSecondStart, offerReloadAfterCrash, quitWithTheWindow } from './app/lifecycle';
import { menuTemplate } from './app/menu';
import { declareScheme, serveFolder } from './app/protocol';
import { strings } from './app/strings';
import { openWindow } from './app/window';
import { Backups } from './files/backups';
import { ChosenFiles } from './files/handles';
import { answerCalls } from './ipc/calls';
import { handlersFor } from './ipc/handlers';
import { guardNavigation } from './security/navigation';
import { lockDown } from './security/session';

// A built program knows no development server: the whole expression is folded away.
const developmentUrl = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
const environment = environmentOf(import.meta.dirname, developmentUrl);
const { origin, isInside } = environment;

app.enableSandbox();
// Nothing inside needs a name server; what asks for one is stopped before it leaves the machine.
if (!environment.development) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
declareScheme();

if (app.requestSingleInstanceLock()) {
  focusOnSecondStart();
  quitWithTheWindow();
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, origin));
  app.on('session-created', (created) => lockDown(created, origin, isInside));
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const data = app.getPath('userData');
  const files = new ChosenFiles();
  lockDown(session.defaultSession, origin, isInside);
  if (!environment.development) serveFolder(environment.rendererFolder);
  answerCalls(handlersFor(files, new Backups(join(data, 'backups'))), origin);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate([], process.platform, () => undefined)));
  const window = openWindow(environment, join(data, 'window.json'));
  window.webContents.on('did-navigate', () => files.clear());
  offerReloadAfterCrash(window);
  await window.loadURL(environment.startUrl);
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(strings.cannotStart, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
