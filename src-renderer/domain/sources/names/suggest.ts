import { applyPattern, parsePattern, pathParts, type NamePattern } from '../name-pattern';
import { readValue, variableOf, type NameToken } from './values';

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
 * In: paths or names, and what a variable is to be called that holds a folder which is nothing known and not
 * the same for all; without such a name none is proposed. Out: at most five patterns, most telling first, each with the number of paths it fits:
 * how much a pattern tells is that number times its countries, dates, types and languages. None where no
 * name holds any of these, and no folder is proposed.
 */
export function suggestPatterns(paths: readonly string[], variable?: string): readonly PatternSuggestion[] {
  const candidates = new Map<string, number>();
  const sample = paths.slice(0, SAMPLE);
  const folders = variable === undefined ? undefined : { variable, levels: levelsThatDiffer(sample) };
  for (const path of sample)
    for (const text of candidatesFor(path, folders)) candidates.set(text, (candidates.get(text) ?? 0) + 1);
  const tried = [...candidates].sort(([, a], [, b]) => b - a).slice(0, MOST_TRIED);
  return (
    tried
      .flatMap(([text]) => {
        const parsed = parsePattern(text);
        if (!parsed.ok) return [];
        const pattern = parsed.value;
        const matches = paths.filter((path) => applyPattern(pattern, path) !== undefined).length;
        return [{ pattern, matches, telling: matches * toldBy(pattern), variables: variablesIn(pattern) }];
      })
      // A variable is made only for who asks for it, so what makes none comes first.
      .sort((a, b) => b.telling - a.telling || a.variables - b.variables)
      .slice(0, MOST_SUGGESTED)
      .map(({ pattern, matches }) => ({ pattern, matches }))
  );
}

const isRecognised = (token: string): boolean => (recognised as readonly string[]).includes(token);

const toldBy = ({ pieces }: NamePattern): number =>
  pieces.filter((piece) => 'token' in piece && isRecognised(piece.token)).length;

const variablesIn = ({ pieces }: NamePattern): number =>
  pieces.filter((piece) => 'token' in piece && variableOf(piece.token) !== undefined).length;

/** Folders that variables are proposed for: by how far they are above the files. */
interface FolderVariables {
  readonly variable: string;
  readonly levels: ReadonlySet<number>;
}

const foldersOf = (parts: readonly string[]): readonly string[] => parts.slice(0, -1).slice(-FOLDERS);

function levelsThatDiffer(paths: readonly string[]): ReadonlySet<number> {
  const above = paths.map((path) => foldersOf(pathParts(path)).toReversed());
  const levels = Array.from({ length: FOLDERS }, (_, level) => level);
  return new Set(
    levels.filter((level) => {
      const names = new Set(above.map((folders) => folders[level]));
      names.delete(undefined);
      return names.size > 1;
    }),
  );
}

function candidatesFor(path: string, variables: FolderVariables | undefined): Set<string> {
  const parts = pathParts(path);
  const name = parts.at(-1) ?? '';
  const found = new Set<string>();
  for (const separator of separators) {
    if (separator !== '_' && !name.includes(separator)) continue;
    const seen = new Set<NameToken>();
    const folders = foldersOf(parts).map((folder) => tokenFor(folder, seen));
    const own = namePattern(name, separator, seen);
    const isTelling = seen.size > (seen.has('title') ? 1 : 0);
    if (isTelling) found.add(above(folders) + own);
    if (!variables) continue;
    const named = withVariables(folders, variables);
    // What else a name says is not known, and a title stands in the document.
    if (named.some((token, i) => token !== folders[i])) found.add(above(named) + (isTelling ? own : '{*}'));
  }
  return found;
}

/** The folders of a pattern, from the first that says something. */
function above(folders: readonly (string | undefined)[]): string {
  const first = folders.findIndex((token) => token !== undefined);
  const telling = first < 0 ? [] : folders.slice(first);
  return telling.map((token) => `{${token ?? '*'}}/`).join('');
}

function withVariables(
  folders: readonly (NameToken | undefined)[],
  { variable, levels }: FolderVariables,
): readonly (string | undefined)[] {
  let made = 0;
  return folders.map((token, i) => {
    if (token !== undefined || !levels.has(folders.length - 1 - i)) return token;
    made += 1;
    return `variable:${variable}${made > 1 ? ` ${made}` : ''}`;
  });
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
