import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src-renderer/domain/model/source';
import { blockAt, blocksIn } from '../../../../src-renderer/domain/text/blocks';

const block = (start: number, end: number): Block => ({ start, end, kind: 'paragraph', level: 0 });
const blocks = [block(0, 3), block(5, 9), block(10, 12)];

describe('blocks', () => {
  it('are found by position; a caret may stand at an end', () => {
    expect([0, 3, 4, 5, 9, 10, 12, 13].map((p) => blockAt(blocks, p))).toEqual([0, 0, -1, 1, 1, 2, 2, -1]);
    expect(blockAt([], 0)).toBe(-1);
  });

  it('are found by range', () => {
    expect(blocksIn(blocks, 2, 6)).toEqual({ from: 0, to: 2 });
    expect(blocksIn(blocks, 3, 5)).toEqual({ from: 1, to: 1 });
    expect(blocksIn(blocks, 0, 100)).toEqual({ from: 0, to: 3 });
    expect(blocksIn(blocks, 20, 30)).toEqual({ from: 3, to: 3 });
    expect(blocksIn([], 0, 9)).toEqual({ from: 0, to: 0 });
  });
});
