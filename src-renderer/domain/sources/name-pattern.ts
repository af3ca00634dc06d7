import { fail, ok, type Result } from '../model/result';
import type { SourceField } from '../model/import';
import type { DocumentType, PartialDate } from '../model/source';
import { fold } from '../text/fold';
import type { SourceAbout } from './add-sources';
import { isFree, readValue, tokenCalled, variableOf, type PatternToken } from './names/values';

/** Text that stands in names as it is, or what a token stands for. */
export type PatternPiece = { readonly literal: string } | { readonly token: PatternToken };

/** How the names of files say what the files are, such as `{country}_{date}_{type}`. */
export interface NamePattern {
  readonly text: string;
  readonly pieces: readonly PatternPiece[];
}

export type PatternFault =
  | { readonly kind: 'no-token' }
  | { readonly kind: 'unknown-token'; readonly token: string }
  | { readonly kind: 'token-twice'; readonly token: string }
  /** Nothing tells where one of two texts ends and the other begins. */
  | { readonly kind: 'nothing-between'; readonly token: string }
  | { readonly kind: 'brace' };

/** What a name says; absent where the pattern has no such token. */
export interface NameMetadata {
  readonly country?: string;
  readonly date?: PartialDate;
  readonly title?: string;
  readonly type?: DocumentType;
  readonly outlet?: string;
  readonly language?: string;
  readonly actor?: string;
  /** Values of variables by their names, in the order of the pattern. */
  readonly variables?: readonly SourceField[];
}

/** What the name of a file says of a source, and for variables of the researcher's own. */
export interface SaidByName {
  readonly about: Partial<SourceAbout>;
  readonly fields: readonly SourceField[];
}

/**
 * Reads a pattern that a person has written.
 * In: tokens in braces and what stands between them; slashes part folders, and `{variable:ministry}` is a
 * variable of the researcher's own. Out: the pattern, or what is wrong
 * with it: a brace without its other, a token that is none or comes twice (other than `{*}`), two texts with
 * nothing between, or no token at all.
 */
export function parsePattern(text: string): Result<NamePattern, PatternFault> {
  const pieces: PatternPiece[] = [];
  const seen = new Set<string>();
  let last: PatternToken | undefined;
  for (const [, named, literal] of text.normalize('NFC').matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    if (literal !== undefined) {
      if (literal === '{' || literal === '}') return fail({ kind: 'brace' });
      pieces.push({ literal });
      last = undefined;
      continue;
    }
    const token = tokenCalled(named ?? '');
    if (token === undefined) return fail({ kind: 'unknown-token', token: named ?? '' });
    if (seen.has(fold(token)) && token !== '*') return fail({ kind: 'token-twice', token });
    if (last !== undefined && isFree(last) && isFree(token)) return fail({ kind: 'nothing-between', token });
    seen.add(fold(token));
    pieces.push({ token });
    last = token;
  }
  return seen.size === 0 ? fail({ kind: 'no-token' }) : ok({ text, pieces });
}

/**
 * Reads a path by a pattern. A pattern with n slashes is held against the last n + 1 parts of the path, the
 * ending of the file's name left out. Countries, dates, types and languages must be such, and are as long as
 * they can be; other texts are as short as they can be. Tokens take no slash, and at least one character.
 * In: a pattern and a path or name. Out: what the tokens stand for, or undefined where the path does not fit.
 */
export function applyPattern(pattern: NamePattern, path: string): NameMetadata | undefined {
  const parts = pathParts(path);
  const slashes = pattern.pieces.map((piece) =>
    'literal' in piece ? piece.literal.split('/').length - 1 : 0,
  );
  const depth = 1 + slashes.reduce((sum, count) => sum + count, 0);
  if (parts.length < depth) return undefined;
  const name = parts.slice(-depth).join('/');
  const values = new Map<PatternToken, string>();
  if (!fits(pattern.pieces, name, values)) return undefined;
  const variables: SourceField[] = [];
  for (const piece of pattern.pieces) {
    const variable = 'token' in piece ? variableOf(piece.token) : undefined;
    if (!('token' in piece) || variable === undefined) continue;
    variables.push({ name: variable, value: values.get(piece.token) ?? '' });
    values.delete(piece.token);
  }
  const metadata = Object.fromEntries(values) as NameMetadata;
  return variables.length > 0 ? { ...metadata, variables } : metadata;
}

/**
 * What the name of a file says of a source.
 * In: a pattern and a path or name. Out: the fields of a source that it fills and the values of variables, or
 * undefined where the path does not fit.
 */
export function saidByName(pattern: NamePattern, path: string): SaidByName | undefined {
  const metadata = applyPattern(pattern, path);
  if (!metadata) return undefined;
  const { type, variables = [], ...rest } = metadata;
  return { about: type === undefined ? rest : { ...rest, documentType: type }, fields: variables };
}

/** In: a path. Out: its parts, composed, without empty ones and without the ending of the last. */
export function pathParts(path: string): string[] {
  const parts = path
    .normalize('NFC')
    .split(/[/\\]/)
    .filter((part) => part !== '');
  const name = parts.pop();
  return name === undefined ? [] : [...parts, name.replace(/(?<=.)\.(?=[a-z\d]*[a-z])[a-z\d]{1,8}$/i, '')];
}

/** Tries pieces from the left; what failed once at a place fails there again, so it is not tried again. */
function fits(pieces: readonly PatternPiece[], name: string, values: Map<PatternToken, string>): boolean {
  const failed = new Set<number>();
  const from = (piece: number, at: number): boolean => {
    const here = pieces[piece];
    if (here === undefined) return at === name.length;
    const state = piece * (name.length + 1) + at;
    if (failed.has(state)) return false;
    const found = 'literal' in here ? literalAt(here.literal, piece, at) : tokenAt(here.token, piece, at);
    if (!found) failed.add(state);
    return found;
  };
  const literalAt = (literal: string, piece: number, at: number): boolean =>
    name.slice(at, at + literal.length).toLowerCase() === literal.toLowerCase() &&
    from(piece + 1, at + literal.length);
  const tokenAt = (token: PatternToken, piece: number, at: number): boolean => {
    const slash = name.indexOf('/', at);
    const end = slash < 0 ? name.length : slash;
    const ends = Array.from({ length: end - at }, (_, i) => (isFree(token) ? at + 1 + i : end - i));
    return ends.some((stop) => {
      // What follows is cheaper to hold against the name than a value is to read.
      if (!from(piece + 1, stop)) return false;
      if (token === '*') return true;
      const value = readValue(token, name.slice(at, stop));
      if (value === undefined) return false;
      values.set(token, value);
      return true;
    });
  };
  return from(0, 0);
}
