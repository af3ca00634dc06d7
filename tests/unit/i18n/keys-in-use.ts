import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { renderer } from './locales';

/** A key that the source names: where it stands, and what it may be once the open parts are filled. */
export interface KeyInUse {
  readonly at: string;
  readonly text: string;
  readonly matches: RegExp;
}

/** The layers whose messages have no namespace of their own, and where their strings are. */
const homes: readonly (readonly [folder: string, prefix: string])[] = [
  ['domain/agreement/paper', 'paper:'],
  ['domain/codebook', 'change:'],
  ['domain/coders', 'change:'],
  ['domain/coding', 'change:'],
  ['domain/sample', 'change:'],
  ['domain/sources', 'change:'],
  ['domain/exchange', '(exchange-report|exchange|change):'],
  ['importers/codebook', 'exchange-report:'],
  ['importers/qdpx', '(exchange-report:|import-messages:warning\\.)'],
  ['importers', 'import-messages:warning.'],
];

/** Every key that the source writes out, whole (`t('a.b')`) or in part (`` t(`a.${b}`) ``). */
export function keysInUse(): KeyInUse[] {
  const paths = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
  const sources = paths.filter((path) => /\.tsx?$/.test(path)).map((path) => path.replaceAll('\\', '/'));
  return sources.flatMap((path) => {
    const text = readFileSync(join(renderer, path), 'utf8');
    return keysOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  });
}

function keysOf(file: ts.SourceFile): KeyInUse[] {
  const calls = callsIn(file);
  const home = homes.find(([folder]) => dirname(file.fileName).startsWith(folder))?.[1];
  const spaces = calls.filter(({ name }) => name === 'useTranslation').flatMap(({ keys }) => keys);
  const prefixes: Readonly<Record<string, readonly string[] | undefined>> = {
    // A `t` that was handed in may be of any namespace.
    t: spaces.length > 0 ? spaces.map((space) => `${space}:`) : ['.+:'],
    message: home ? [home] : undefined,
    refuse: ['change:failure.'],
  };
  return calls.flatMap(({ name, keys, line }) => {
    const before = Object.hasOwn(prefixes, name) ? prefixes[name] : undefined;
    if (!before) return [];
    return keys.map((key) => ({
      at: `${file.fileName}:${String(line)}`,
      text: key.replaceAll('\\', ''),
      matches: new RegExp(`^(${key.includes(':') ? '' : before.join('|')})${key}$`),
    }));
  });
}

interface Call {
  readonly name: string;
  readonly keys: readonly string[];
  readonly line: number;
}

function callsIn(file: ts.SourceFile): Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.arguments[0]) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      calls.push({ name: node.expression.text, keys: patterns(node.arguments[0]), line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

/** What a key may be, as a regular expression; nothing for one that is worked out elsewhere. */
function patterns(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [literal(node)];
  if (ts.isParenthesizedExpression(node)) return patterns(node.expression);
  if (ts.isConditionalExpression(node)) return [...patterns(node.whenTrue), ...patterns(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return [[node.head, ...node.templateSpans.map((span) => span.literal)].map(literal).join('.+')];
}

const literal = ({ text }: { readonly text: string }): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
