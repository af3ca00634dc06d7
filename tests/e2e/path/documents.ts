import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Real documents where they lie beside the repository; otherwise look-alikes of our own. */
const real = resolve('../shared/inputs/documents');
const folder = existsSync(real) ? real : resolve('tests/fixtures/documents');

/** Laws, plans, reports and speeches, as files in several languages and formats. */
export const documents: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));

/** How many of them name a country so in their file name: `jp_…`. */
export const documentsOf = (prefix: string): number =>
  documents.filter((path) => path.slice(folder.length + 1).startsWith(`${prefix}_`)).length;
