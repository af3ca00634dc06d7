import { labelLanguages, type LabelLanguage, type Labels } from '../model/language';

/** Thrown by the readers below where a codebook document is not what it should be; callers catch it. */
export class Fault extends Error {
  /** Where, such as `codes[3].color`. */
  readonly path: string;
  constructor(path: string) {
    super(`malformed codebook at ${path}`);
    this.path = path;
  }
}

/** In: parsed JSON, unchecked, and its place. Out: it as an object. Throws a `Fault` for anything else. */
export function record(json: unknown, path: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Fault(path);
  return json as Record<string, unknown>;
}

/** In: parsed JSON and its place. Out: it as a list. Throws a `Fault` for anything else. */
export function list(json: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new Fault(path);
  return json;
}

/** In: parsed JSON and its place. Out: it as a text. Throws a `Fault` for anything else. */
export function text(json: unknown, path: string): string {
  if (typeof json !== 'string') throw new Fault(path);
  return json;
}

/** In: parsed JSON and its place. Out: it as a truth value. Throws a `Fault` for anything else. */
export function flag(json: unknown, path: string): boolean {
  if (typeof json !== 'boolean') throw new Fault(path);
  return json;
}

/** In: parsed JSON and its place. Out: it as a whole number. Throws a `Fault` for anything else. */
export function integer(json: unknown, path: string): number {
  if (typeof json !== 'number' || !Number.isInteger(json)) throw new Fault(path);
  return json;
}

/** In: parsed JSON, what it may be, its place. Out: it. Throws a `Fault` for anything else. */
export function oneOf<T extends string>(json: unknown, allowed: readonly T[], path: string): T {
  const found = allowed.find((value) => value === json);
  if (found === undefined) throw new Fault(path);
  return found;
}

/** In: parsed JSON and its place. Out: labels by language. Throws a `Fault` where one is not a text. */
export function labelsFrom(json: unknown, path: string): Labels {
  const row = record(json, path);
  const labels: { [language in LabelLanguage]?: string } = {};
  for (const language of labelLanguages) {
    if (row[language] !== undefined) labels[language] = text(row[language], `${path}.${language}`);
  }
  return labels;
}

/** In: parsed JSON and its place. Out: words by language. Throws a `Fault` where they are not lists of texts. */
export function wordsByLanguage(
  json: unknown,
  path: string,
): { readonly [language in LabelLanguage]?: readonly string[] } {
  const row = record(json, path);
  const words: { [language in LabelLanguage]?: readonly string[] } = {};
  for (const language of labelLanguages) {
    if (row[language] === undefined) continue;
    const found = list(row[language], `${path}.${language}`);
    words[language] = found.map((word, i) => text(word, `${path}.${language}[${i}]`));
  }
  return words;
}
