import { existsSync } from 'node:fs';
import process from 'node:process';
import { findChromium } from '../chromium.mjs';
import { run } from './run.mjs';

/** What the browser tests need of the system, by the name of its Debian package. */
const packages = [
  { name: 'chromium', isThere: () => Promise.resolve(findChromium() !== undefined) },
  { name: 'fonts-noto-cjk', isThere: hasJapaneseFont },
];

/**
 * Installs Chromium and fonts for Japanese, Korean and Chinese where they are missing and it may.
 * @returns {Promise<string | undefined>} what keeps browser tests from running; undefined when nothing does
 */
export async function prepareChromium() {
  const states = await Promise.all(
    packages.map(async ({ name, isThere }) => ((await isThere()) ? [] : [name])),
  );
  const missing = states.flat();
  if (missing.length > 0 && mayInstall()) await install(missing);
  if (findChromium()) return undefined;
  return 'Chromium or Chrome is not installed (Debian: apt-get install chromium fonts-noto-cjk; or name one in PARALLAX_CHROMIUM)';
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @param {readonly string[]} names */
async function install(names) {
  console.log(`Installing ${names.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const { code, output } = await run('apt-get', args, { quiet: true, env });
  if (code !== 0) console.log(`apt-get could not install them: ${output.trim().split('\n').at(-1)}`);
}

async function hasJapaneseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=ja', 'family'], { quiet: true });
  return code === 0 && output.trim() !== '';
}
