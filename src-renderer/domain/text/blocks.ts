import type { Block } from '../model/source';

/** Index of the first block for which the condition holds; it must fail for a first part and then hold. */
function firstWhere(blocks: readonly Block[], holds: (block: Block) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block && !holds(block)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The block at a position.
 * In: ordered blocks and a position in UTF-16 units. Out: the index of the block that holds it, where
 * the end of a block still belongs to it (a caret may stand there); −1 between blocks.
 */
export function blockAt(blocks: readonly Block[], position: number): number {
  const index = firstWhere(blocks, (block) => block.start > position) - 1;
  const block = blocks[index];
  return block && position <= block.end ? index : -1;
}

/**
 * The blocks that a range touches.
 * In: ordered blocks and a range `[start, end)` in UTF-16 units. Out: half-open range `[from, to)` of
 * block indexes; empty where the range lies between blocks.
 */
export function blocksIn(
  blocks: readonly Block[],
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  const from = firstWhere(blocks, (block) => block.end > start);
  const to = firstWhere(blocks, (block) => block.start >= end);
  return { from, to: Math.max(from, to) };
}
