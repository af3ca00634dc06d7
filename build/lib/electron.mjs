import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, tool } from './run.mjs';

const home = join(root, 'node_modules/electron');
/** A download of some 110 MB on a slow line should not keep anyone waiting without a word. */
const PATIENCE = 60_000;

/** @returns {string | undefined} Electron's program, if it is there */
export function findElectron() {
  const executable = nameOfProgram();
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(home, 'dist');
  const path = join(folder, executable);
  return existsSync(path) ? path : undefined;
}

/** @returns {Promise<string | undefined>} Electron's program, fetched if need be; undefined when it cannot be had */
export async function obtainElectron() {
  const there = findElectron();
  if (there) return there;
  console.log('Fetching Electron (once; for at most a minute) …');
  await tool('electron/install.js', [], { quiet: true, timeout: PATIENCE });
  return findElectron();
}

function nameOfProgram() {
  const pathFile = join(home, 'path.txt');
  if (existsSync(pathFile)) return readFileSync(pathFile, 'utf8').trim();
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
