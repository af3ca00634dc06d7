import type { ParseProgress } from '../application/ports/parser';
import type { ImportChoices, ImportFailure, ParsedSource, ReadFile } from '../domain/model/import';
import type { Result } from '../domain/model/result';
import { blockKinds, type Block } from '../domain/model/source';

/** To the worker: one file. Its bytes move, and come back with the answer. */
export interface ParseRequest {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly choices: ImportChoices;
}

/** From the worker. Anything else that a library posts from there has no such `id` and is not ours. */
export interface ParseAnswer {
  readonly id: number;
  readonly result: Result<PackedFile, ImportFailure>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** From the worker while it is busy with a file that takes long. */
export interface ProgressMessage extends ParseProgress {
  readonly id: number;
}

/**
 * A source on its way between threads. Thousands of block objects take longer to copy than the text they
 * stand for; as one array of numbers they are moved.
 */
export interface PackedSource extends Omit<ParsedSource, 'blocks'> {
  readonly blocks: Int32Array<ArrayBuffer>;
}

export interface PackedFile extends Omit<ReadFile, 'sources'> {
  readonly sources: readonly PackedSource[];
}

const FIELDS = 5;
const NO_PAGE = 0;

/** In: a source. Out: the same with its blocks as rows of start, end, kind, level, page. */
export function pack(source: ParsedSource): PackedSource {
  const blocks = new Int32Array(source.blocks.length * FIELDS);
  source.blocks.forEach(({ start, end, kind, level, page }, i) => {
    blocks.set([start, end, blockKinds.indexOf(kind), level, page ?? NO_PAGE], i * FIELDS);
  });
  return { ...source, blocks };
}

/** The inverse of `pack`. */
export function unpack(source: PackedSource): ParsedSource {
  const rows = source.blocks;
  const blocks: Block[] = [];
  for (let i = 0; i < rows.length; i += FIELDS) {
    const [start = 0, end = 0, kind = 1, level = 0, page = NO_PAGE] = rows.subarray(i, i + FIELDS);
    const block = { start, end, kind: blockKinds[kind] ?? 'paragraph', level };
    blocks.push(page === NO_PAGE ? block : { ...block, page });
  }
  return { ...source, blocks };
}

/** In: what a file came to. Out: the same, fit to be sent. */
export const packFile = (file: ReadFile): PackedFile => ({ ...file, sources: file.sources.map(pack) });

/** The inverse of `packFile`. */
export const unpackFile = (file: PackedFile): ReadFile => ({ ...file, sources: file.sources.map(unpack) });

/** What can be moved instead of copied. A buffer is moved once, though several members may look at it. */
export const buffersOf = ({ sources, members }: PackedFile): ArrayBuffer[] => [
  ...new Set([...sources.map(({ blocks }) => blocks.buffer), ...members.map(({ bytes }) => bytes.buffer)]),
];

/** Whether a message is the answer to a request. */
export const isAnswer = (data: unknown, id: number): data is ParseAnswer =>
  typeof data === 'object' && data !== null && 'id' in data && data.id === id && 'result' in data;

/** Whether a message tells how far a request has got. */
export const isProgress = (data: unknown, id: number): data is ProgressMessage =>
  typeof data === 'object' && data !== null && 'id' in data && data.id === id && 'page' in data;
