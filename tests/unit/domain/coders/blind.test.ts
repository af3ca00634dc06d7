import { describe, expect, it } from 'vitest';
import { withoutOthers } from '../../../../src-renderer/domain/coders/blind';
import { code, segment, TEXT, world } from '../build';

const memo = (id: string, segmentId: string) => ({
  id,
  target: { table: 'segments' as const, id: segmentId },
});
const state = world({
  codes: [code('border', { examples: ['a', 'b'] }), code('crime', { examples: ['a'] })],
  segments: [
    segment('a', 's', TEXT, [0, 5], ['border'], { coderId: 'ann' }),
    segment('b', 's', TEXT, [0, 8], ['border'], { coderId: 'bob' }),
  ],
  memos: [memo('of-a', 'a'), memo('of-b', 'b')],
});

describe('coding blind', () => {
  it('hides the segments of others wherever they would show', () => {
    const seen = withoutOthers(state, 'ann');
    expect([...seen.segments.keys()]).toEqual(['a']);
    expect(seen.segmentsBySource.get('s')?.map(({ id }) => id)).toEqual(['a']);
    expect(seen.codes.get('border')?.examples).toEqual(['a']);
    expect(seen.codes.get('crime')).toBe(state.codes.get('crime'));
    expect([...seen.memos.keys()]).toEqual(['of-a']);
  });

  it('leaves no source that only others coded', () => {
    expect(withoutOthers(state, 'nobody').segmentsBySource.size).toBe(0);
  });

  it('is the project itself where there is nothing to hide', () => {
    const own = world({ segments: [segment('a', 's', TEXT, [0, 5], ['border'], { coderId: 'ann' })] });
    expect(withoutOthers(own, 'ann')).toBe(own);
  });
});
