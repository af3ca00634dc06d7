import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { openWindow } from './browser.mjs';
import { Expected, root } from './run.mjs';

/** Always the same unless taken: a browser keeps projects under the address they were made at. */
const USUAL_PORT = 47293;
const TRIES = 20;

/**
 * Serves the built renderer to a browser until Ctrl-C.
 * @param {{ port: number | undefined, open: boolean }} options
 */
export async function serveInBrowser({ port, open }) {
  const running = port === undefined ? await serveNear(USUAL_PORT) : await serveAt(port);
  const url = `http://127.0.0.1:${running.port}/`;
  console.log(`Parallax is at ${url}`);
  console.log('Ctrl-C stops it.');
  if (open) openWindow(url);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await running.close();
}

/** @param {number} port */
async function serveAt(port) {
  const running = await start(port);
  if (running === 'taken') throw new Expected(`Port ${port} is taken; --port names another.`);
  if (running === 'denied') throw new Expected(`Port ${port} may not be used; --port names another.`);
  return running;
}

/** @param {number} first */
async function serveNear(first) {
  for (let port = first; port < first + TRIES; port += 1) {
    const running = await start(port);
    if (typeof running === 'string') continue;
    if (port !== first) {
      console.log(`Port ${first} is taken. Projects made there are not shown at another port.`);
    }
    return running;
  }
  throw new Expected(`The ports ${first}–${first + TRIES - 1} are taken; --port names another.`);
}

/**
 * @param {number} port
 * @returns {Promise<'taken' | 'denied' | { port: number, close: () => Promise<void> }>}
 */
async function start(port) {
  const { serve } = await import(pathToFileURL(join(root, 'out/main/serve.js')).href);
  return serve(join(root, 'out/renderer'), port);
}
