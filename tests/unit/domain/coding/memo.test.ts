import { describe, expect, it } from 'vitest';
import { memoOn, setMemo, type MemoInput } from '../../../../src-renderer/domain/coding/memo';
import type { MemoTarget } from '../../../../src-renderer/domain/model/segment';
import { done, drafted, only, refusal, segment, stamp, TEXT, world } from '../build';

const base = world({ segments: [segment('one', 's', TEXT, [0, 5], ['crime'])] });
const write = (target: MemoTarget | null, plainText: string, more: Partial<MemoInput> = {}): MemoInput => ({
  target,
  title: '',
  body: `{"text":"${plainText}"}`,
  plainText,
  coderId: 'ann',
  ...more,
});
const targets: readonly (MemoTarget | null)[] = [
  { table: 'segments', id: 'one' },
  { table: 'sources', id: 's' },
  { table: 'codes', id: 'crime' },
  null,
];

describe('memos', () => {
  it.each(targets)('are written, changed and removed on %j', (target) => {
    let state = done(base, setMemo(base, write(target, 'first'), stamp()));
    expect(memoOn(state, target)).toMatchObject({ id: 'n1', plainText: 'first', coderId: 'ann' });
    const change = setMemo(state, write(target, 'second', { coderId: 'bob' }), stamp());
    expect(drafted(change).label).toEqual({ key: 'edit-memo', params: { memo: 'second' } });
    state = done(state, change);
    expect(only(state.memos)).toMatchObject({ plainText: 'second', coderId: 'ann' });
    const removal = setMemo(state, write(target, ' \n', { title: ' ' }), stamp());
    expect(drafted(removal).label).toEqual({ key: 'remove-memo', params: { memo: 'second' } });
    state = done(state, removal);
    expect(memoOn(state, target)).toBeUndefined();
    expect(state.segments).toEqual(base.segments);
  });

  it('are linked from their segment', () => {
    const state = done(base, setMemo(base, write(targets[0]!, 'x'), stamp()));
    expect(state.segments.get('one')?.memoId).toBe('n1');
  });

  it('do nothing where nothing is said', () => {
    expect(drafted(setMemo(base, write(null, ''), stamp())).changes).toEqual([]);
    const state = done(base, setMemo(base, write(null, 'x'), stamp()));
    expect(drafted(setMemo(state, write(null, 'x'), stamp())).changes).toEqual([]);
  });

  it('refuse what is not there', () => {
    expect(refusal(setMemo(base, write({ table: 'codes', id: 'x' }, 'a'), stamp()))).toBe('target-missing');
    expect(refusal(setMemo(base, write(null, 'a', { coderId: 'x' }), stamp()))).toBe('coder-missing');
  });
});
