import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { aliases } from './build/aliases.mjs';
import { chromiumArguments, findChromium } from './build/chromium.mjs';
import { recogniser } from './build/recogniser.mjs';

const alias = aliases(import.meta.dirname);

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 30_000,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/property/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        plugins: [react(), recogniser(import.meta.dirname)],
        // react-aria lays long lists out anew for tests without a browser; here is one, so it does what it always does.
        define: { 'process.env.VIRT_ON': 'true' },
        // Found out only while a test runs, they would be bundled anew, the page reloaded and React be there twice.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react-aria-components',
            'react-i18next',
            'i18next',
            'lucide-react',
            'zustand',
            'zustand/vanilla',
            '@tanstack/react-virtual',
            'd3-scale',
            'd3-shape',
            'lexical',
            '@lexical/list',
            '@lexical/rich-text',
            '@lexical/react/LexicalAutoFocusPlugin',
            '@lexical/react/LexicalComposer',
            '@lexical/react/LexicalComposerContext',
            '@lexical/react/LexicalContentEditable',
            '@lexical/react/LexicalErrorBoundary',
            '@lexical/react/LexicalHistoryPlugin',
            '@lexical/react/LexicalListPlugin',
            '@lexical/react/LexicalRichTextPlugin',
            'axe-core',
            'dexie',
            'fast-check',
            'chardet',
            'eld/small',
            'fflate',
            '@zip.js/zip.js/lib/zip-core-native.js',
            'comlink',
            'docx',
            'papaparse',
            'read-excel-file/universal',
            'saxes',
            'valibot',
            'htmlparser2',
            'dingbat-to-unicode',
            'mdast-util-from-markdown',
            'mdast-util-gfm',
            'micromark-extension-gfm',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
            'tesseract.js',
          ],
        },
        test: {
          name: 'browser',
          // A busy machine is no reason to fail.
          testTimeout: 60_000,
          // Migrations are of IndexedDB: only a browser's own shows what they do.
          include: ['tests/browser/**/*.test.{ts,tsx}', 'tests/migrations/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          server: { deps: { external: [/out\/main/, /electron-double\/loader\/native\.mjs/] } },
        },
      },
    ],
  },
});
