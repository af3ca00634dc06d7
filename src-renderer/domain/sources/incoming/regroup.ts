import type { ParsedSource, SourceComment, SourceField } from '../../model/import';
import type { Message } from '../../model/message';
import { oneLine } from '../../text/one-line';

/** The part of a source that moves when documents are parted otherwise. */
type Body = Pick<ParsedSource, 'text' | 'blocks' | 'comments'>;

const BLANK_LINE = '\n\n';
const LONGEST_TITLE = 300;

/**
 * Makes one source of two that belong together.
 * In: two sources in their order. Out: the text of the first, one blank line, the text of the second, with
 * blocks and comments where their passages are now. The head is that of the first; what the head of the
 * second says otherwise is kept as fields, except a title that stands in its text. Line feeds
 * and byte order marks at the seam are the only characters that go.
 */
export function mergeSources(first: ParsedSource, second: ParsedSource): ParsedSource {
  return {
    ...first,
    ...join(first, second),
    fields: [...first.fields, ...second.fields, ...otherwise(first, second)],
    warnings: union(first.warnings, second.warnings),
  };
}

/**
 * Makes two sources of one.
 * In: a source and a position in UTF-16 units of its text. Out: the source up to the block that holds the
 * position, and the rest (the end of a block is after it), or undefined where either would be without a
 * block. The first keeps the head. The second has its heading or first line as title, and nothing that
 * would be a guess; what was warned of may concern either. A comment stays with the part it begins in, and
 * ends where that ends.
 */
export function splitSource(
  source: ParsedSource,
  position: number,
): readonly [ParsedSource, ParsedSource] | undefined {
  const parts = cut(source, position);
  if (!parts) return undefined;
  const [before, after] = parts;
  const unknown = { date: '', author: '', outlet: '', url: '', identifier: '', fields: [] } as const;
  return [
    { ...source, ...before },
    { ...source, ...unknown, ...after, title: titleOf(after) },
  ];
}

/**
 * Moves the boundary between two sources that follow each other.
 * In: both, and a position in UTF-16 units of the text that `mergeSources` gives. Out: both, each with its
 * own head, parted where `splitSource` would, or undefined where one would be without a block.
 */
export function moveBoundary(
  first: ParsedSource,
  second: ParsedSource,
  position: number,
): readonly [ParsedSource, ParsedSource] | undefined {
  const parts = cut(join(first, second), position);
  if (!parts) return undefined;
  const warnings = union(first.warnings, second.warnings);
  return [
    { ...first, ...parts[0], warnings },
    { ...second, ...parts[1], warnings },
  ];
}

function join(first: Body, second: Body): Body {
  const before = first.text.replace(/\n+$/, '');
  const after = second.text.replace(/^\n+/, '');
  const seam = before && after ? BLANK_LINE : '';
  const start = before.length + seam.length;
  const shift = start - (second.text.length - after.length);
  return {
    text: before + seam + after,
    blocks: [...first.blocks, ...second.blocks.map((block) => shifted(block, shift))],
    comments: [
      ...first.comments.map((comment) => within(comment, before.length)),
      ...second.comments.map((comment) => shifted(comment, shift, start)),
    ],
  };
}

function cut({ text, blocks, comments }: Body, position: number): readonly [Body, Body] | undefined {
  const index = blocks.findIndex(({ end }) => end > position);
  const start = blocks[index]?.start;
  if (index < 1 || start === undefined) return undefined;
  const before = text.slice(0, start).replace(/\n+$/, '');
  // A byte order mark that comes to stand at the start has nothing to mark.
  const after = text.slice(start).replace(/^\uFEFF+/, '');
  const shift = after.length - text.length;
  return [
    {
      text: before,
      blocks: blocks.slice(0, index),
      comments: comments
        .filter((comment) => comment.start < start)
        .map((comment) => within(comment, before.length)),
    },
    {
      text: after,
      blocks: blocks.slice(index).map((block) => shifted(block, shift)),
      comments: comments
        .filter((comment) => comment.start >= start)
        .map((comment) => shifted(comment, shift)),
    },
  ];
}

const shifted = <T extends { readonly start: number; readonly end: number }>(
  range: T,
  by: number,
  least = 0,
): T => ({ ...range, start: Math.max(least, range.start + by), end: Math.max(least, range.end + by) });

const within = (comment: SourceComment, length: number): SourceComment => ({
  ...comment,
  start: Math.min(comment.start, length),
  end: Math.min(comment.end, length),
});

function otherwise(first: ParsedSource, second: ParsedSource): SourceField[] {
  const names = ['title', 'date', 'author', 'outlet', 'url', 'identifier'] as const;
  return names
    .filter((name) => second[name] !== '' && second[name] !== first[name])
    .filter((name) => name !== 'title' || !oneLine(second.text).includes(oneLine(second.title)))
    .map((name) => ({ name, value: second[name] }));
}

function titleOf({ text, blocks }: Body): string {
  const block = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0];
  const [line = ''] = block ? text.slice(block.start, block.end).trim().split('\n') : [];
  return [...oneLine(line)].slice(0, LONGEST_TITLE).join('').trim();
}

function union(some: readonly Message[], others: readonly Message[]): Message[] {
  const known = new Set(some.map((warning) => JSON.stringify(warning)));
  return [...some, ...others.filter((warning) => !known.has(JSON.stringify(warning)))];
}
