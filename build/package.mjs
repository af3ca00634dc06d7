import { dirname } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './lib/bundle.mjs';
import { obtainElectron } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { Expected, main, requireNode, tool } from './lib/run.mjs';

const usage = 'npm run package -- [--dir]';

await main(async () => {
  requireNode();
  const { dir } = readOptions({ dir: { type: 'boolean' } }, usage);
  await ensureInstalled();
  const electron = await obtainElectron();
  if (!electron) {
    throw new Expected(
      'Electron is not here and could not be fetched: without its binary there is nothing to package.',
    );
  }
  await ensureBuilt();
  const args = [
    '--config',
    'build/electron-builder.mjs',
    '--publish',
    'never',
    `-c.electronDist=${folderOf(electron)}`,
  ];
  const { code } = await tool('electron-builder/cli.js', dir ? [...args, '--dir'] : args);
  if (code !== 0) throw new Expected('electron-builder failed; the message above says why.');
});

/** @param {string} electron */
function folderOf(electron) {
  return process.platform === 'darwin' ? dirname(dirname(dirname(dirname(electron)))) : dirname(electron);
}
