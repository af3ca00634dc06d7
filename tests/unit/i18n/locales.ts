import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const renderer = join(import.meta.dirname, '../../../src-renderer');
const locales = join(renderer, 'i18n/locales');

/** The strings of a language: "namespace:path.to.key" → string. */
export type Strings = ReadonlyMap<string, string>;

export function stringsOf(language: string): Strings {
  const strings = new Map<string, string>();
  for (const file of readdirSync(join(locales, language))) {
    const tree: unknown = JSON.parse(readFileSync(join(locales, language, file), 'utf8'));
    collect(tree, `${file.replace('.json', '')}:`, strings);
  }
  return strings;
}

function collect(tree: unknown, path: string, into: Map<string, string>): void {
  if (typeof tree === 'string') into.set(path, tree);
  else if (typeof tree === 'object' && tree !== null) {
    const joint = path.endsWith(':') ? '' : '.';
    for (const [key, value] of Object.entries(tree)) collect(value, path + joint + key, into);
  } else throw new Error(`${path} is neither a string nor an object`);
}

const pluralForm = /_(zero|one|two|few|many|other)$/;

/** A key without its plural form. */
export const stem = (key: string): string => key.replace(pluralForm, '');

/**
 * The keys a language must have for what English has: a string with a plural in each of the forms the
 * language has. `_zero` is no form of these languages; i18next takes it for a count of none in any language.
 */
export function keysFor(language: string, english: Strings): Set<string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = new Set<string>();
  for (const key of english.keys()) {
    if (!english.has(`${stem(key)}_other`)) keys.add(key);
    else if (key.endsWith('_zero')) keys.add(key);
    else for (const form of forms) keys.add(`${stem(key)}_${form}`);
  }
  return keys;
}

/** What a string leaves open: "{{count, number}} of {{total}}" → ["count, number", "total"]. */
export const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)].map(([, name = '']) => name);

/**
 * What a string of any language must and may leave open, by the English one. A form for a count of one or
 * none may do without the number; a language with fewer forms may need what English says in one of them.
 */
export function openIn(english: Strings, key: string): { needed: string[]; allowed: string[] } {
  const forms = [key, `${stem(key)}_zero`, `${stem(key)}_one`, `${stem(key)}_other`];
  const allowed = forms.flatMap((form) => placeholders(english.get(form) ?? ''));
  const model = /_(zero|one)$/.test(key) ? '' : (english.get(key) ?? english.get(`${stem(key)}_other`) ?? '');
  return { needed: placeholders(model), allowed };
}
