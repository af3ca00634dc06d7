import { join } from 'node:path';
import { obtainElectron } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Expected, main, requireNode, root, tool } from './lib/run.mjs';

await main(async () => {
  requireNode();
  await ensureInstalled();
  if (await obtainElectron()) {
    const { code } = await tool('electron-vite/bin/electron-vite.js', ['dev', '--watch']);
    return code;
  }
  console.log('Electron is not here and could not be fetched: only the renderer is served, for a browser.');
  return serveRenderer();
});

/** The renderer's part of the configuration, in Vite's own development server. */
async function serveRenderer() {
  const { createServer, loadConfigFromFile } = await import('vite');
  const file = join(root, 'electron.vite.config.ts');
  const loaded = await loadConfigFromFile({ command: 'serve', mode: 'development' }, file);
  const { renderer } = /** @type {import('electron-vite').UserConfig} */ (loaded?.config ?? {});
  if (!renderer) throw new Expected('electron.vite.config.ts has no part for the renderer.');
  const server = await createServer({ ...renderer, configFile: false, server: { host: '127.0.0.1' } });
  await server.listen();
  server.printUrls();
}
