import type { Block, BlockKind, SourceText } from '../domain/model/source';
import { invariant } from '../domain/model/result';

/**
 * A text as it is stored. Blocks are packed as four numbers each (start, end, kind and level, page):
 * a book has tens of thousands, and cloning one array is far cheaper than cloning that many objects.
 */
export interface TextRow {
  readonly sourceId: string;
  readonly text: string;
  readonly blocks: Uint32Array<ArrayBuffer>;
}

const width = 4;
const levelShift = 8;
const kindMask = (1 << levelShift) - 1;

/** Numbers on disk: add at the end, never renumber. */
const kindNumbers: { readonly [kind in BlockKind]: number } = {
  heading: 0,
  paragraph: 1,
  'list-item': 2,
  'table-row': 3,
  quote: 4,
  preformatted: 5,
  note: 6,
};
const kindsByNumber = new Map(
  Object.entries(kindNumbers).map(([kind, number]) => [number, kind as BlockKind]),
);

/** Packs a text for the database. */
export function toTextRow({ sourceId, text, blocks }: SourceText): TextRow {
  const packed = new Uint32Array(blocks.length * width);
  blocks.forEach((block, index) => {
    packed.set(
      [block.start, block.end, kindNumbers[block.kind] | (block.level << levelShift), block.page ?? 0],
      index * width,
    );
  });
  return { sourceId, text, blocks: packed };
}

/** Unpacks a text from the database. */
export function fromTextRow({ sourceId, text, blocks }: TextRow): SourceText {
  return {
    sourceId,
    text,
    blocks: Array.from({ length: blocks.length / width }, (_, index) => unpack(blocks, index * width)),
  };
}

function unpack(packed: Uint32Array, offset: number): Block {
  const [start = 0, end = 0, kindAndLevel = 0, page = 0] = packed.subarray(offset, offset + width);
  const kind = kindsByNumber.get(kindAndLevel & kindMask);
  invariant(kind, `${kindAndLevel & kindMask} is the number of a kind of block`);
  const block = { start, end, kind, level: kindAndLevel >>> levelShift };
  return page === 0 ? block : { ...block, page };
}
