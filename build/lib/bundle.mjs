import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Expected, root, tool } from './run.mjs';

const inputs = [
  'src-main',
  'src-renderer',
  'resources',
  'build/aliases.mjs',
  'build/character-maps.mjs',
  'build/licences.mjs',
  'build/recogniser.mjs',
  'electron.vite.config.ts',
  'package-lock.json',
];
const outputs = [
  'main/index.js',
  'main/serve.js',
  'main/cli.js',
  'main/recogniser.js',
  'preload/index.cjs',
  'renderer/index.html',
];
const out = join(root, 'out');
const stamp = join(out, '.built-from');

/** Builds unless out/ was made from exactly the files there are now. */
export async function ensureBuilt() {
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
  if (built && outputs.every((file) => existsSync(join(out, file)))) return;
  console.log('Building Parallax …');
  await build({ quiet: true });
}

/**
 * Builds main, preload and renderer into out/.
 * @param {{ quiet?: boolean }} [options] quiet shows the tool's output only when it fails
 */
export async function build({ quiet = false } = {}) {
  const source = fingerprint();
  // A build that fails must not pass for the one before it.
  rmSync(stamp, { force: true });
  const { code, output } = await tool('electron-vite/bin/electron-vite.js', ['build'], { quiet });
  if (code !== 0) {
    if (quiet) console.error(withoutStack(output));
    throw new Expected('The build failed; the message above says where.');
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(stamp, source);
}

/** @param {string} output */
function withoutStack(output) {
  return output
    .split('\n')
    .filter((line) => !/^\s+at .+[:)]\d*/.test(line))
    .join('\n')
    .trim();
}

/** Names, sizes and times of all that a build reads: a deleted file counts as much as a changed one. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) describe(join(root, input), (line) => hash.update(line));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @param {(line: string) => void} tell
 */
function describe(path, tell) {
  const found = statSync(path);
  if (!found.isDirectory()) return tell(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  for (const name of readdirSync(path).sort()) describe(join(path, name), tell);
}
