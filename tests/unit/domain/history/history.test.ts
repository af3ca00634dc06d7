import { describe, expect, it } from 'vitest';
import { Draft } from '../../../../src-renderer/domain/history/draft';
import { patched } from '../../../../src-renderer/domain/history/patch';
import { applyChanges, emptyState, invert } from '../../../../src-renderer/domain/history/state';
import { advance, emptyStacks, stacksFromLog } from '../../../../src-renderer/domain/history/undo';
import type { ChangeSetHeader } from '../../../../src-renderer/domain/model/change';
import { message } from '../../../../src-renderer/domain/model/message';
import { coder, segment, source, TEXT, world } from '../build';

describe('a draft', () => {
  it('holds each row once, from what the state has to what it becomes', () => {
    const state = world();
    const draft = new Draft(state);
    draft.put('coders', { ...coder('ann'), name: 'A' });
    draft.edit('coders', 'ann', (row) => ({ ...row, initials: row.name }));
    draft.edit('coders', 'nobody', (row) => ({ ...row, name: 'x' }));
    draft.remove('coders', 'bob');
    expect(draft.row('coders', 'ann')?.initials).toBe('A');
    expect(draft.row('coders', 'bob')).toBeUndefined();
    expect(draft.finish(message('x')).changes).toEqual([
      {
        table: 'coders',
        id: 'ann',
        before: coder('ann'),
        after: { ...coder('ann'), name: 'A', initials: 'A' },
      },
      { table: 'coders', id: 'bob', before: coder('bob'), after: null },
    ]);
  });

  it('forgets rows that came back to what they were', () => {
    const state = world();
    const draft = new Draft(state);
    draft.remove('coders', 'ann');
    draft.put('coders', state.coders.get('ann')!);
    draft.put('coders', coder('new'));
    draft.remove('coders', 'new');
    expect(draft.finish(message('x')).changes).toEqual([]);
  });
});

describe('patching', () => {
  const row = { a: 1, b: ['x'], c: { d: 1 } };

  it('keeps the row when its values stay', () => {
    expect(patched(row, { a: 1, b: ['x'], c: undefined })).toBe(row);
    expect(patched(row, { b: ['y'] })).toEqual({ ...row, b: ['y'] });
  });
});

describe('applying changes', () => {
  it('shares the tables it does not touch and counts revisions', () => {
    const state = world();
    const next = applyChanges(state, [{ table: 'coders', id: 'c', before: null, after: coder('c') }]);
    expect(next.revision).toBe(state.revision + 1);
    expect(next.sources).toBe(state.sources);
    expect(next.segmentsBySource).toBe(state.segmentsBySource);
    expect(state.coders.has('c')).toBe(false);
  });

  it('keeps the segments of each source in reading order and drops empty lists', () => {
    const rows = [segment('b', 's', TEXT, [5, 9], ['crime']), segment('a', 's', TEXT, [5, 9], ['crime'])];
    const first = segment('z', 's', TEXT, [0, 9], ['crime']);
    let state = world({ segments: rows });
    state = applyChanges(state, [{ table: 'segments', id: 'z', before: null, after: first }]);
    expect(state.segmentsBySource.get('s')?.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
    const all = [...state.segments.values()].map(
      (row) => ({ table: 'segments', id: row.id, before: row, after: null }) as const,
    );
    expect(applyChanges(state, all).segmentsBySource.size).toBe(0);
  });

  it('moves a segment between sources', () => {
    const row = segment('a', 's', TEXT, [5, 9], ['crime']);
    const state = world({ sources: [source('s', TEXT), source('t', TEXT)], segments: [row] });
    const next = applyChanges(state, [
      { table: 'segments', id: 'a', before: row, after: { ...row, sourceId: 't' } },
    ]);
    expect([...next.segmentsBySource.keys()]).toEqual(['t']);
  });

  it('is undone by the inverse, in reverse', () => {
    const changes = [
      { table: 'coders', id: 'c', before: null, after: coder('c') },
      { table: 'coders', id: 'c', before: coder('c'), after: { ...coder('c'), name: 'd' } },
    ] as const;
    const back = applyChanges(applyChanges(emptyState(), changes), invert(changes));
    expect({ ...back, revision: 0 }).toEqual(emptyState());
  });
});

describe('undo and redo', () => {
  let count = 0;
  const entry = (kind: ChangeSetHeader['kind'], target: ChangeSetHeader | null = null): ChangeSetHeader => ({
    id: `e${++count}`,
    kind,
    target: target?.id ?? null,
    label: message('x'),
    coderId: 'ann',
    at: '',
    size: 1,
  });
  const [origin, a, b, c] = [entry('origin'), entry('do'), entry('do'), entry('do')];

  it.each([
    ['gestures pile up, the origin apart', [origin, a, b], [a, b], []],
    ['undo moves the last', [a, b, entry('undo', b)], [a], [b]],
    ['undo of undo goes further back', [a, b, entry('undo', b), entry('undo', a)], [], [b, a]],
    ['redo brings back in order', [a, b, entry('undo', b), entry('undo', a), entry('redo', a)], [a], [b]],
    ['a new gesture ends redo', [a, entry('undo', a), c], [c], []],
    ['an undo counts where the one before it could not be written', [a, b, entry('undo', a)], [b], [a]],
    ['a redo of what was not undone is ignored', [a, entry('redo', a)], [a], []],
  ])('%s', (_, log, undoable, redoable) => {
    expect(stacksFromLog(log)).toEqual({ undoable, redoable });
    expect(log.reduce(advance, emptyStacks)).toEqual({ undoable, redoable });
  });
});
