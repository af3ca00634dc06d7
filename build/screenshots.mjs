// Pictures of every view of the sample project, light and dark, for README and guide: docs/images.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './chromium.mjs';
import { ensureBuilt } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Expected, main, requireNode, root } from './lib/run.mjs';

const folder = join(root, 'docs/images');
const viewport = { width: 1440, height: 900 };
/** The same on every day: dates of imports and “opened” depend on the clock. */
const now = new Date('2026-01-15T09:00:00Z');
const themes = /** @type {const} */ (['light', 'dark']);

/**
 * How each view comes to show something worth seeing.
 * @type {{ name: string, show: (page: import('playwright').Page) => Promise<unknown> }[]}
 */
const views = [
  {
    name: 'library',
    show: async (page) => {
      await page.getByRole('row', { name: /Inter-ministerial plan/ }).click();
      await page.getByRole('complementary', { name: 'Details of the selected sources' }).waitFor();
    },
  },
  {
    name: 'codebook',
    show: async (page) => {
      await goTo(page, 'Codebook');
      await page
        .getByRole('row', { name: /Organi[sz]ed crime/ })
        .first()
        .click();
    },
  },
  {
    name: 'segments',
    show: async (page) => {
      await goTo(page, 'Segments');
      await page.getByRole('list', { name: 'Segments' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'profiles',
    show: async (page) => {
      await goTo(page, 'Profiles');
      await page
        .getByRole('button', { name: /^Japan, .*show passages$/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'reader',
    show: async (page) => {
      await page
        .getByRole('button', { name: /^Japan, .*show passages$/ })
        .first()
        .click();
      await page
        .getByRole('complementary', { name: 'Japan' })
        .getByRole('listitem')
        .getByRole('button')
        .first()
        .click();
      await page.getByRole('main').getByRole('heading').first().waitFor();
    },
  },
];

await main(async () => {
  requireNode();
  await ensureInstalled();
  const executablePath = findChromium();
  if (!executablePath) throw new Expected('Pictures need an installed Chromium or Chrome; none was found.');
  await ensureBuilt();
  const { serve } = await import(pathToFileURL(join(root, 'out/main/serve.js')).href);
  const server = await serve(join(root, 'out/renderer'), await freePort());
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  mkdirSync(folder, { recursive: true });
  try {
    for (const theme of themes) await takeAll(browser, `http://127.0.0.1:${server.port}/`, theme);
  } finally {
    await browser.close();
    await server.close();
  }
});

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {(typeof themes)[number]} theme
 */
async function takeAll(browser, address, theme) {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await page.getByRole('grid', { name: 'Sources' }).waitFor();
  for (const { name, show } of views) {
    await show(page);
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
    console.log(`docs/images/${name}-${theme}.png`);
  }
  await context.close();
}

/**
 * @param {import('playwright').Page} page
 * @param {string} view
 */
async function goTo(page, view) {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();
}

/**
 * Fonts are there, nothing is hovered, and what fades has faded.
 * @param {import('playwright').Page} page
 */
async function settle(page) {
  await page.mouse.move(viewport.width / 2, viewport.height - 1);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(300);
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
