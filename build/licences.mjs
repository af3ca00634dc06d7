import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A plugin of Vite: puts the licences of all packages a bundle was made from next to it, as they ask.
 * @param {string} fileName
 * @returns {import('vite').Plugin}
 */
export function licences(fileName) {
  return {
    name: 'parallax:licences',
    apply: 'build',
    generateBundle() {
      const folders = new Set([...this.getModuleIds()].flatMap((id) => packageOf(id) ?? []));
      const source = [...folders].sort().map(describe).join('\n');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/**
 * @param {string} id a module's path, perhaps with a query or a prefix of the bundler's
 * @returns {string | undefined} the folder of the package it belongs to
 */
function packageOf(id) {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

/** @param {string} folder */
function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `## ${name} ${version} (${license})\n\n${text}\n`;
}
