import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { aliases } from './aliases.mjs';
import { chromiumArguments, findChromium } from './chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Expected, main, requireNode, root } from './lib/run.mjs';
import { prepareChromium } from './lib/system.mjs';
import { build as buildApp } from './lib/bundle.mjs';
import { report, table } from './lib/bench-report.mjs';
import { processFigures, rendererProcesses, residentMegabytes } from './lib/process-memory.mjs';

const names = ['import', 'formats', 'opening', 'coding', 'profiles', 'exchange', 'agreement'];
const PORT = 47391;

await main(async () => {
  requireNode();
  await ensureInstalled();
  const obstacle = await prepareChromium();
  if (obstacle) throw new Expected(obstacle);
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Expected(`There is no bench ${unknown}; there are ${names.join(', ')}.`);

  await buildApp({ quiet: true });
  await buildPage();
  const { serve } = await import(pathToFileURL(join(root, 'out/main/serve.js')).href);
  const server = await serve(join(root, 'out/bench'), PORT);
  if (typeof server === 'string') throw new Expected(`Port ${PORT} is taken.`);
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  try {
    const results = [];
    for (const name of wanted.length > 0 ? wanted : names) {
      // A page of its own for each: none inherits the memory of another.
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.setViewportSize({ width: 1440, height: 900 });
      page.setDefaultTimeout(10 * 60_000);
      await page.goto(`http://127.0.0.1:${PORT}/index.html`);
      await page.waitForFunction('window.benches');
      const processes = await rendererProcesses(browser);
      const before = residentMegabytes(processes);
      results.push(...(await page.evaluate((each) => window.benches[each]?.() ?? [], name)));
      results.push(...processFigures(name, before, processes));
      console.error(`${name}: done`);
      await context.close();
    }
    const whole = report(
      {
        processor: cpus()[0]?.model ?? '',
        cores: cpus().length,
        memoryGB: Math.round(totalmem() / 2 ** 30),
        browser: `Chromium ${browser.version()}`,
        node: process.version,
      },
      results,
    );
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(join(root, 'out/bench.json'), JSON.stringify(whole, null, 2));
    console.log(table(whole));
  } finally {
    await browser.close();
    await server.close();
  }
});

async function buildPage() {
  const { build } = await import('vite');
  rmSync(join(root, 'out/bench'), { recursive: true, force: true });
  await build({
    configFile: false,
    root: join(root, 'tests/bench'),
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: aliases(root) },
    worker: { format: 'es' },
    build: {
      outDir: join(root, 'out/bench'),
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 10_000,
    },
  });
}
