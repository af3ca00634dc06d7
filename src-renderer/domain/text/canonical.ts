import type { Block, BlockKind } from '../model/source';
import { invariant } from '../model/result';

/** A block before it has a place in the text. `level` as in Block; `page` is 1-based. */
export interface BlockDraft {
  readonly kind: BlockKind;
  readonly level: number;
  readonly text: string;
  readonly page?: number;
}

/** Canonical text and the table of its blocks, in order. */
export interface CanonicalText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * One blank line stands between blocks, not a single line feed: a block may hold line feeds of its own
 * (verse, addresses, code), and another program that is given the plain text can tell the two apart only
 * by a blank line.
 */
const SEPARATOR = '\n\n';

const REPLACEMENT = '\uFFFD';

// Most texts hold no surrogate at all, and finding that out is many times faster than telling lone ones.
const ANY_SURROGATE = /[\uD800-\uDFFF]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Makes a string fit to be canonical text.
 * In: any string. Out: the string with CR and CRLF as LF, byte order marks at its start removed,
 * NUL and lone surrogates replaced by U+FFFD one for one; otherwise unchanged, not Unicode-normalised.
 * Idempotent.
 */
export function cleanText(raw: string): string {
  let text = raw.replace(/^\uFEFF+/, '');
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) text = text.replaceAll('\0', REPLACEMENT);
  return ANY_SURROGATE.test(text) ? text.replace(LONE_SURROGATES, REPLACEMENT) : text;
}

/**
 * Lays blocks out as one text.
 * In: drafts in reading order; their texts need not be clean. Out: the canonical text, blocks parted by
 * one blank line, and each draft's `[start, end)` in UTF-16 units. Line feeds at either end of a draft are
 * dropped, and a draft that holds only white space is left out.
 */
export function layOut(drafts: readonly BlockDraft[]): CanonicalText {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let end = 0;
  for (const { kind, level, text: raw, page } of drafts) {
    const text = trimLineFeeds(cleanText(raw));
    if (text.trim() === '') continue;
    const start = parts.length === 0 ? 0 : end + SEPARATOR.length;
    end = start + text.length;
    parts.push(text);
    blocks.push(page === undefined ? { start, end, kind, level } : { start, end, kind, level, page });
  }
  return { text: parts.join(SEPARATOR), blocks };
}

/** A byte order mark that comes to stand at the start by this has nothing to mark either. */
const trimLineFeeds = (text: string): string => text.replace(/^[\n\uFEFF]+|\n+$/g, '');

/**
 * States what every canonical text must be, and throws an Error when it is not: no CR, no NUL, no byte
 * order mark at the start, no lone surrogate; blocks in order, not empty, not overlapping, inside the
 * text, not starting or ending with a line feed, and nothing but line feeds outside them.
 * In: a canonical text. Out: the same, so that it can stand in an expression.
 */
export function checkCanonical(body: CanonicalText): CanonicalText {
  const { text, blocks } = body;
  invariant(!text.includes('\r') && !text.includes('\0'), 'canonical text holds neither CR nor NUL');
  invariant(!text.startsWith('\uFEFF'), 'canonical text has no byte order mark');
  const wellFormed = !ANY_SURROGATE.test(text) || text.search(LONE_SURROGATES) < 0;
  invariant(wellFormed, 'canonical text has no lone surrogate');
  let before = 0;
  for (const { start, end } of blocks) {
    invariant(start >= before && end > start && end <= text.length, 'blocks are ordered, whole and apart');
    invariant(isLineFeeds(text, before, start), 'only line feeds stand between blocks');
    invariant(text[start] !== '\n' && text[end - 1] !== '\n', 'line feeds at its ends are not of a block');
    before = end;
  }
  invariant(isLineFeeds(text, before, text.length), 'only line feeds follow the last block');
  return body;
}

function isLineFeeds(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== 10) return false;
  return true;
}
