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
  /** The original file, where it is kept here. */
  readonly original: Uint8Array<ArrayBuffer> | null;
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
  furniture: 7,
  hidden: 8,
};
const kindsByNumber = new Map(
  Object.entries(kindNumbers).map(([kind, number]) => [number, kind as BlockKind]),
);

/** Packs a text for the database. In: the text, and the original file if it is to be kept with it. */
export function toTextRow(
  { sourceId, text, blocks }: SourceText,
  original: Uint8Array<ArrayBuffer> | null,
): TextRow {
  const packed = new Uint32Array(blocks.length * width);
  blocks.forEach(({ start, end, kind, level, page = 0 }, index) => {
    const offset = index * width;
    packed[offset] = start;
    packed[offset + 1] = end;
    packed[offset + 2] = kindNumbers[kind] | (level << levelShift);
    packed[offset + 3] = page;
  });
  return { sourceId, text, blocks: packed, original };
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
  const at = (index: number) => packed[offset + index] ?? 0;
  const number = at(2) & kindMask;
  const kind = kindsByNumber.get(number);
  invariant(kind, `${number} is the number of a kind of block`);
  const block = { start: at(0), end: at(1), kind, level: at(2) >>> levelShift };
  const page = at(3);
  return page === 0 ? block : { ...block, page };
}
