import type { BlockDraft } from '../../domain/text/canonical';
import { cleanText } from '../../domain/text/canonical';
import { findParagraphs } from '../txt/paragraphs';
import { isList, isObject, type JsonObject, type JsonValue } from './parse';

/** Longer ones, and those of several lines, stand under their name and not beside it. */
const LONGEST_BESIDE = 120;
const DEEPEST_HEADING = 6;

/**
 * Writes data out as a text that can be read: every value in its order under the names it has. A name is left
 * out only where its value is the one long text of an item in a list, such as the wording of an article.
 */
export function blocksOf(value: JsonValue, level = 1): BlockDraft[] {
  if (isList(value))
    return value.flatMap((item) => (isObject(item) ? itemBlocks(item, level) : blocksOf(item, level)));
  if (!isObject(value)) return paragraphs(textOf(value));
  return Object.entries(value).flatMap(([key, each]) => {
    if (typeof each === 'object' && each !== null) return under(key, blocksOf(each, level + 1), level);
    const text = textOf(each);
    return isShort(text) ? [beside(key, text)] : under(key, paragraphs(text), level);
  });
}

function itemBlocks(item: JsonObject, level: number): BlockDraft[] {
  const long = Object.entries(item).filter(([, each]) => !isBeside(each));
  return Object.entries(item).flatMap(([key, each]) => {
    const text = textOf(each);
    if (isBeside(each)) return [{ ...beside(key, text), kind: 'heading', level: headingLevel(level) }];
    if (typeof each === 'object' && each !== null) return under(key, blocksOf(each, level + 1), level);
    return long.length === 1 ? paragraphs(text) : under(key, paragraphs(text), level + 1);
  });
}

const isBeside = (value: JsonValue): boolean =>
  (typeof value !== 'object' || value === null) && isShort(textOf(value));

const isShort = (text: string): boolean => text.length <= LONGEST_BESIDE && !text.includes('\n');

/** An empty value says something of its own. */
const textOf = (value: JsonValue): string => (value === null ? '' : cleanText(String(value)).trim());

const beside = (key: string, text: string): BlockDraft => ({
  kind: 'paragraph',
  level: 0,
  text: text === '' ? `${key}:` : `${key}: ${text}`,
});

const under = (key: string, blocks: readonly BlockDraft[], level: number): BlockDraft[] => [
  { kind: 'heading', level: headingLevel(level), text: key },
  ...blocks,
];

const headingLevel = (level: number): number => Math.min(level, DEEPEST_HEADING);

const paragraphs = (text: string): BlockDraft[] =>
  findParagraphs(text).map(({ start, end, kind, level }) => ({ kind, level, text: text.slice(start, end) }));
