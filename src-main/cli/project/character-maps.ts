import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PdfResources } from '../../../src-renderer/importers/pdf/resources';

/** The maps lie beside the built program, all pieces of which lie in one folder. */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'character-maps');

/** Adobe's character maps as the program ships them. */
export const characterMaps: PdfResources = {
  characterMap: async (name) => new Uint8Array(await readFile(join(folder, `${name}.bcmap`))),
};
