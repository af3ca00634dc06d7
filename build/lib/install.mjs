import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Expected, root, run } from './run.mjs';

/** Installs from the lockfile, unless what it names is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing what Parallax is built with (once; about a minute) …');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Another package manager that runs our scripts is not the one to read npm's lockfile.
  const { code, output } = npm?.endsWith('npm-cli.js')
    ? await run(process.execPath, [npm, ...args], { quiet: true })
    : await run('npm', args, { quiet: true });
  if (code !== 0) throw new Expected(`npm ci failed: ${reasonIn(output)}`);
}

/**
 * npm leaves a copy of the lockfile in node_modules when it has finished. Packages for other systems
 * stand in the lockfile alone.
 */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const found = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted) throw new Expected('package-lock.json is missing or damaged; git checkout brings it back.');
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const there = found[path];
    return path === '' || (there ? there.version === version : optional === true);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} output what npm printed */
function reasonIn(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const sentences = lines.map((line) => line.replace(/^npm (error|ERR!) ?/, ''));
  const telling = sentences.filter((line) => line && !/^(code|errno|syscall|A complete log) ?/.test(line));
  return telling[0] ?? 'npm gave no reason';
}
