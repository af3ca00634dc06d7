import { describe, expect, it } from 'vitest';
import {
  isFinished,
  progressId,
  progressOf,
  setFinished,
} from '../../../../src-renderer/domain/coders/progress';
import { applyChanges, invert } from '../../../../src-renderer/domain/history/state';
import { done, drafted, refusal, segment, source, stamp, TEXT, world } from '../build';

const state = world({
  sources: [source('s', TEXT), source('t', TEXT)],
  segments: [segment('a', 's', TEXT, [0, 5], ['border'], { coderId: 'ann' })],
});
const finish = (sourceIds: readonly string[], coderId: string, finished = true, from = state) =>
  setFinished(from, stamp(), { sourceIds, coderId, finished });

describe('how far a coder is with a source', () => {
  it('tells from segments whether a coder began', () => {
    expect(progressOf(state, 's', 'ann')).toBe('in-progress');
    expect(progressOf(state, 's', 'bob')).toBe('not-started');
    expect(progressOf(state, 't', 'ann')).toBe('not-started');
  });

  it('tells "finished" from "finished, nothing to code"', () => {
    const ann = done(state, finish(['s', 't'], 'ann'));
    expect(progressOf(ann, 's', 'ann')).toBe('finished');
    expect(progressOf(ann, 't', 'ann')).toBe('nothing-to-code');
    expect(progressOf(ann, 's', 'bob')).toBe('not-started');
    expect(isFinished('nothing-to-code')).toBe(true);
    expect(isFinished('in-progress')).toBe(false);
  });

  it('keeps the row when it is taken back, under an id that every copy shares', () => {
    const back = done(state, finish(['s'], 'ann', false, done(state, finish(['s'], 'ann'))));
    expect(progressOf(back, 's', 'ann')).toBe('in-progress');
    expect([...back.progress.values()]).toEqual([
      { id: progressId('s', 'ann'), sourceId: 's', coderId: 'ann', finished: false, at: stamp().now() },
    ]);
  });

  it('changes nothing where it is said already, and each source once', () => {
    const ann = done(state, finish(['s'], 'ann'));
    expect(drafted(finish(['s'], 'ann', true, ann)).changes).toEqual([]);
    expect(drafted(finish(['t'], 'bob', false)).changes).toEqual([]);
    expect(drafted(finish(['s', 's', 't'], 'ann')).changes).toHaveLength(2);
  });

  it('names the source, or how many there are, of those that change', () => {
    expect(drafted(finish(['s'], 'ann')).label).toEqual({ key: 'finish-source', params: { title: 's' } });
    const ann = done(state, finish(['s', 't'], 'ann'));
    expect(drafted(finish(['s', 't'], 'ann', false, ann)).label).toEqual({
      key: 'reopen-source-many',
      params: { count: 2 },
    });
  });

  it('can be undone', () => {
    const draft = drafted(finish(['s'], 'ann'));
    const after = applyChanges(applyChanges(state, draft.changes), invert(draft.changes));
    expect(after.progress).toEqual(state.progress);
  });

  it('refuses what is not there', () => {
    expect(refusal(finish(['gone'], 'ann'))).toBe('source-missing');
    expect(refusal(finish(['s'], 'nobody'))).toBe('coder-missing');
  });
});
