// Renders resources/icons/icon.png, from which the packager makes the icons of every system.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './chromium.mjs';

const folder = join(import.meta.dirname, '../resources/icons');
const side = 1024;
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
const page = await browser.newPage({ viewport: { width: side, height: side } });
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
await page.setContent(
  `<style>body { margin: 0 } svg { display: block; width: ${side}px; height: ${side}px }</style>${svg}`,
);
await page.screenshot({ path: join(folder, 'icon.png'), omitBackground: true });
await browser.close();
