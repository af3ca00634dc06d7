import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A plugin of Vite: puts the licences of all packages a bundle was made from next to it, as they ask.
 * @param {string} fileName
 * @returns {import('vite').Plugin}
 */
export function licences(fileName) {
  let root = '';
  return {
    name: 'parallax:licences',
    apply: 'build',
    configResolved(configuration) {
      root = configuration.root;
    },
    generateBundle(_options, bundle) {
      // Fonts come through style sheets, which are no modules.
      const assets = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' ? file.originalFileNames : [],
      );
      const files = [...this.getModuleIds(), ...assets.map((name) => resolve(root, name))];
      const packages = new Set(files.flatMap((file) => packageOf(file) ?? []));
      this.emitFile({ type: 'asset', fileName, source: [...packages].sort().map(describe).join('\n') });
    },
  };
}

/**
 * @param {string} file a module's path, perhaps with a query or a prefix of the bundler's
 * @returns {string | undefined} the folder of the package it belongs to
 */
function packageOf(file) {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
}

/** @param {string} folder */
function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `## ${name} ${version} (${license})\n\n${text}\n`;
}
