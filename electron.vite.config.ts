import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { aliases } from './build/aliases.mjs';
import { characterMaps } from './build/character-maps.mjs';
import { licences } from './build/licences.mjs';
import { recogniser } from './build/recogniser.mjs';

const root = import.meta.dirname;

export default defineConfig({
  main: {
    plugins: [licences('third-party-licences.md'), characterMaps(root)],
    resolve: {
      alias: {
        ...aliases(root),
        // Its build for Node declares a `require` of its own beside the one that electron-vite puts in.
        fflate: resolve(root, 'node_modules/fflate/esm/browser.js'),
      },
    },
    build: {
      outDir: 'out/main',
      lib: {
        // The server shares the security headers and path checks of app://; it runs without Electron.
        entry: {
          index: resolve(root, 'src-main/index.ts'),
          serve: resolve(root, 'src-main/serve/index.ts'),
          cli: resolve(root, 'src-main/cli/index.ts'),
          recogniser: resolve(root, 'src-main/cli/recognition/worker.ts'),
        },
        formats: ['es'],
      },
      rollupOptions: { external: ['electron'], output: { entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      lib: { entry: resolve(root, 'src-main/preload/index.ts'), formats: ['cjs'] },
      // A sandboxed preload must be CommonJS although the package is ESM.
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    publicDir: false,
    plugins: [react(), recogniser(root), licences('third-party-licences.md')],
    resolve: { alias: aliases(root) },
    worker: { format: 'es', plugins: () => [licences('third-party-licences-of-workers.md')] },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      // data: URLs are forbidden by the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve(root, 'src-renderer/index.html') },
    },
  },
});
