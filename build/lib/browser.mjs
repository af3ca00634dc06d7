import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findChromium } from '../chromium.mjs';

/**
 * Opens an address in a window of its own in an installed Chromium or Chrome. Without one, or without a
 * screen, the address on the terminal has to do.
 * @param {string} url
 */
export function openWindow(url) {
  const chromium = findChromium();
  if (!chromium)
    return console.log('No Chromium or Chrome was found: open this address in a browser of yours.');
  if (!hasScreen()) return console.log('There is no screen here: open this address in a browser of yours.');
  const profile = join(dataFolder(), 'Parallax Browser');
  const args = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  const window = spawn(chromium, args, { stdio: 'ignore' });
  const instead = () => console.log(`The window could not be opened: open ${url} in a browser of yours.`);
  window.once('error', instead);
  window.once('exit', (code) => {
    if (code !== 0 && code !== null) instead();
  });
}

function hasScreen() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Where this system keeps the data of programs. */
function dataFolder() {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library/Application Support');
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? join(home, 'AppData/Local');
  return process.env['XDG_DATA_HOME'] ?? join(home, '.local/share');
}
