import { applyPattern, parsePattern, pathParts, type NamePattern } from '../name-pattern';
import { readValue, type NameToken } from './values';

/** A pattern that some of the files go by. */
export interface PatternSuggestion {
  readonly pattern: NamePattern;
  /** How many of the paths it fits. */
  readonly matches: number;
}

/** Names of one collection are made alike, so a few hundred show every way of making them. */
const SAMPLE = 300;
const MOST_TRIED = 12;
const MOST_SUGGESTED = 5;
/** Folders above these say where the collection lies and not what is in it. */
const FOLDERS = 2;

const separators = ['_', ' - ', ' ', '-', '.'] as const;
/** A language is told last: `de` is a country as well. */
const recognised = ['date', 'country', 'type', 'language'] as const satisfies readonly NameToken[];

/**
 * Finds patterns that names of files seem to go by.
 * In: paths or names. Out: at most five patterns, most telling first, each with the number of paths it fits:
 * how much a pattern tells is that number times its countries, dates, types and languages. None where no
 * name holds any of these.
 */
export function suggestPatterns(paths: readonly string[]): readonly PatternSuggestion[] {
  const candidates = new Map<string, number>();
  for (const path of paths.slice(0, SAMPLE))
    for (const text of candidatesFor(path)) candidates.set(text, (candidates.get(text) ?? 0) + 1);
  const tried = [...candidates].sort(([, a], [, b]) => b - a).slice(0, MOST_TRIED);
  return tried
    .flatMap(([text]) => {
      const parsed = parsePattern(text);
      if (!parsed.ok) return [];
      const pattern = parsed.value;
      const matches = paths.filter((path) => applyPattern(pattern, path) !== undefined).length;
      return [{ pattern, matches, telling: matches * toldBy(pattern) }];
    })
    .sort((a, b) => b.telling - a.telling)
    .slice(0, MOST_SUGGESTED)
    .map(({ pattern, matches }) => ({ pattern, matches }));
}

const isRecognised = (token: string): boolean => (recognised as readonly string[]).includes(token);

const toldBy = ({ pieces }: NamePattern): number =>
  pieces.filter((piece) => 'token' in piece && isRecognised(piece.token)).length;

function candidatesFor(path: string): Set<string> {
  const parts = pathParts(path);
  const name = parts.at(-1) ?? '';
  const found = new Set<string>();
  for (const separator of separators) {
    if (separator !== '_' && !name.includes(separator)) continue;
    const seen = new Set<NameToken>();
    const folders = parts
      .slice(0, -1)
      .slice(-FOLDERS)
      .map((folder) => tokenFor(folder, seen));
    const first = folders.findIndex((token) => token !== undefined);
    const above = first < 0 ? [] : folders.slice(first).map((token) => `{${token ?? '*'}}/`);
    const own = namePattern(name, separator, seen);
    if (seen.size > (seen.has('title') ? 1 : 0)) found.add(above.join('') + own);
  }
  return found;
}

function namePattern(name: string, separator: string, seen: Set<NameToken>): string {
  const tokens: string[] = [];
  for (const part of name.split(separator)) {
    const token = tokenFor(part, seen);
    if (token !== undefined) tokens.push(token);
    // Words that follow each other are one title; later ones are not of interest.
    else if (tokens.at(-1) === 'title' || tokens.at(-1) === '*') continue;
    else if (seen.has('title')) tokens.push('*');
    else {
      seen.add('title');
      tokens.push('title');
    }
  }
  return tokens.map((token) => `{${token}}`).join(separator);
}

function tokenFor(part: string, seen: Set<NameToken>): NameToken | undefined {
  const token = recognised.find((each) => !seen.has(each) && readValue(each, part) !== undefined);
  if (token) seen.add(token);
  return token;
}
