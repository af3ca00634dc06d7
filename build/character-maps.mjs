import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A plugin of Vite: puts the character maps of pdf.js next to a bundle for Node, which reads them as files.
 * @param {string} root the folder of the project
 * @returns {import('vite').Plugin}
 */
export function characterMaps(root) {
  const folder = join(root, 'node_modules/pdfjs-dist/cmaps');
  return {
    name: 'parallax:character-maps',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.bcmap'))) {
        const source = readFileSync(join(folder, name));
        this.emitFile({ type: 'asset', fileName: `character-maps/${name}`, source });
      }
    },
  };
}
