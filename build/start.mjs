import { spawn } from 'node:child_process';
import process from 'node:process';
import { ensureBuilt } from './lib/bundle.mjs';
import { obtainElectron } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions, readPort } from './lib/options.mjs';
import { main, requireNode, root } from './lib/run.mjs';
import { serveInBrowser } from './lib/serve.mjs';

const usage = 'npm start -- [--browser [--port N] [--no-open]]';

await main(async () => {
  requireNode();
  const options = readOptions(
    { browser: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    usage,
  );
  const inBrowser = { port: readPort(options.port, usage), open: !options['no-open'] };
  await ensureInstalled();
  await ensureBuilt();
  if (options.browser) return serveInBrowser(inBrowser);
  const electron = await obtainElectron();
  if (electron) return startElectron(electron);
  console.log('Electron is not here and could not be fetched: Parallax runs in a browser instead.');
  return serveInBrowser(inBrowser);
});

/**
 * @param {string} electron
 * @returns {Promise<number>} the program's exit code
 */
function startElectron(electron) {
  // The terminal sends Ctrl-C to both; the program ends in its own way, and this one after it.
  process.on('SIGINT', () => undefined);
  const program = spawn(electron, ['.'], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => {
    /** @param {string} reason */
    const failed = (reason) => {
      console.error(`Electron ${reason}; npm start -- --browser runs Parallax without it.`);
      resolve(1);
    };
    program.once('error', (error) => failed(`could not be started (${error.message})`));
    program.once('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') resolve(0);
      else failed(`ended with ${signal ?? `code ${code}`}`);
    });
  });
}
