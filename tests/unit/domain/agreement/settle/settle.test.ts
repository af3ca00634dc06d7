import { describe, expect, it } from 'vitest';
import { agreedCoderIdOf, personsOf } from '../../../../../src-renderer/domain/agreement/settle/agreed-layer';
import {
  agreeAll,
  reopen,
  settle,
  takeableAgreements,
  type Verdict,
} from '../../../../../src-renderer/domain/agreement/settle/settle';
import { standingOf } from '../../../../../src-renderer/domain/agreement/settle/standing';
import { applyChanges, invert } from '../../../../../src-renderer/domain/history/state';
import { projectInfo, type ProjectState } from '../../../../../src-renderer/domain/model/project';
import { done, only, refusal, stamp } from '../../build';
import { coded, compare, TEXT } from './build';

const NAME = 'Agreed';
const boundary = coded([[0, 10, ['M1']]], [[2, 13, ['M1'], { certainty: 'unsure' }]]);

function decided(state: ProjectState, verdict: Verdict): ProjectState {
  const [difference] = compare(state);
  return done(state, settle(state, stamp(), difference!, verdict, NAME));
}
const agreedOf = (state: ProjectState) =>
  [...state.segments.values()]
    .filter(({ coderId }) => coderId === projectInfo(state).agreedCoderId)
    .map(({ start, end, tags }) => [start, end, ...tags]);
const standing = (state: ProjectState) => compare(state).map((each) => standingOf(state, each));
const edit = (state: ProjectState, id: string, change: object | null): ProjectState => {
  const before = state.segments.get(id)!;
  const after = change && { ...before, ...change };
  return applyChanges(state, [{ table: 'segments', id, before, after }]);
};

describe('settling a difference', () => {
  it.each([
    ['first', [[0, 10, 'M1']]],
    ['second', [[2, 13, 'M1']]],
    [
      'both',
      [
        [0, 10, 'M1'],
        [2, 13, 'M1'],
      ],
    ],
    ['none', []],
  ] as const)('takes %s', (settlement, agreed) => {
    const state = decided(boundary, { settlement, note: ' why ' });
    expect(agreedOf(state)).toEqual(agreed);
    const decision = only(state.decisions);
    expect(decision).toMatchObject({
      kind: 'boundary',
      settlement,
      note: 'why',
      coderId: 'ann',
      start: 0,
      end: 13,
      considered: [
        { segmentId: 'ann1', coderId: 'ann', start: 0, end: 10, tags: ['M1'] },
        { segmentId: 'bob1', coderId: 'bob', start: 2, end: 13, tags: ['M1'] },
      ],
    });
    expect(decision.result).toHaveLength(agreed.length);
    expect(standing(state)).toEqual(['settled']);
    expect(compare(state)).toHaveLength(1);
  });

  it('takes what a person makes of it', () => {
    const state = decided(boundary, {
      settlement: 'edited',
      segments: [{ start: 1, end: 12, codeIds: ['M2', 'A1'] }],
      text: TEXT,
      note: '',
    });
    expect(agreedOf(state)).toEqual([[1, 12, 'M2', 'A1']]);
    const [difference] = compare(boundary);
    const verdict = { settlement: 'edited', segments: [{ start: 5, end: 5, codeIds: ['M1'] }] } as const;
    const refused = settle(boundary, stamp(), difference!, { ...verdict, text: TEXT, note: '' }, NAME);
    expect(refusal(refused)).toBe('range-empty');
  });

  it('makes one segment of two on one passage, unsure when one was', () => {
    const state = decided(coded([[0, 10, ['M1']]], [[0, 10, ['M2'], { certainty: 'unsure' }]]), {
      settlement: 'both',
      note: '',
    });
    expect(agreedOf(state)).toEqual([[0, 10, 'M1', 'M2']]);
    const agreed = [...state.segments.values()].at(-1);
    expect(agreed).toMatchObject({ certainty: 'unsure', quote: TEXT.slice(0, 10), memoId: null });
  });

  it('makes the coder of the layer once, who is no person', () => {
    const state = decided(boundary, { settlement: 'first', note: '' });
    const id = agreedCoderIdOf(state);
    expect(projectInfo(state).agreedCoderId).toBe(id);
    expect(state.coders.get(id)?.name).toBe(NAME);
    expect(personsOf(state).map((coder) => coder.id)).toEqual(['ann', 'bob']);
    expect(decided(state, { settlement: 'second', note: '' }).coders).toBe(state.coders);
  });

  it('replaces an earlier decision, and undo leads back', () => {
    const first = decided(boundary, { settlement: 'both', note: '' });
    const [difference] = compare(first);
    const result = settle(first, stamp(), difference!, { settlement: 'second', note: '' }, NAME);
    const second = done(first, result);
    expect(agreedOf(second)).toEqual([[2, 13, 'M1']]);
    expect(second.decisions.size).toBe(1);
    if (!result.ok) throw new Error('refused');
    const { revision: _a, ...back } = applyChanges(second, invert(result.value.changes));
    const { revision: _b, ...before } = first;
    expect(back).toEqual(before);
    const { changes } = reopen(second, difference!);
    expect(agreedOf(applyChanges(second, changes))).toEqual([]);
    expect(standing(applyChanges(second, changes))).toEqual(['open']);
  });

  it('says when what was considered has changed, and keeps what was decided', () => {
    const state = decided(boundary, { settlement: 'first', note: '' });
    const moved = edit(state, 'bob1', { end: 14 });
    expect(standing(moved)).toEqual(['changed-since']);
    expect(agreedOf(moved)).toEqual([[0, 10, 'M1']]);
    expect(standing(edit(state, 'bob1', { tags: ['M2'] }))).toEqual(['changed-since']);
    expect(standing(edit(state, 'bob1', null))).toEqual(['changed-since']);
    expect(standing(edit(state, 'bob1', { tags: ['M1', 'A1'] }))).toEqual(['changed-since']);
    expect(standing(edit(state, 'bob1', { stance: 'reports' }))).toEqual(['settled']);
    const again = decided(moved, { settlement: 'second', note: '' });
    expect(standing(again)).toEqual(['settled']);
    expect(agreedOf(again)).toEqual([[2, 14, 'M1']]);
  });

  it('settles one family after the other', () => {
    const state = coded([[0, 10, ['M1', 'A1']]], [[0, 10, ['M2', 'A2']]]);
    const within = (from: ProjectState, codes: readonly string[]) =>
      compare(from, { codes: new Set(codes) })[0]!;
    const verdict = { settlement: 'first', note: '' } as const;
    const modes = done(state, settle(state, stamp(), within(state, ['M1', 'M2']), verdict, NAME));
    expect(standingOf(modes, within(modes, ['M1', 'M2']))).toBe('settled');
    expect(standingOf(modes, within(modes, ['A1', 'A2']))).toBe('open');
    const both = done(modes, settle(modes, stamp(), within(modes, ['A1', 'A2']), verdict, NAME));
    expect(agreedOf(both)).toEqual([
      [0, 10, 'M1'],
      [0, 10, 'A1'],
    ]);
    expect(standing(both)).toEqual(['settled']);
  });
});

describe('taking over what both agree on', () => {
  const state = coded(
    [
      [0, 10, ['M1']],
      [20, 30, ['M2', 'A1']],
      [40, 50, ['M3'], { stance: 'rejects' }],
      [60, 70, ['M3']],
    ],
    [
      [0, 10, ['M1']],
      [20, 30, ['A1', 'M2']],
      [40, 50, ['M3']],
    ],
  );

  it('takes all of it in one step, and leaves what differs in stance to a person', () => {
    const draft = agreeAll(state, stamp(), compare(state), NAME);
    const after = applyChanges(state, draft.changes);
    expect(draft.label.params).toEqual({ count: 2 });
    expect(agreedOf(after)).toEqual([
      [0, 10, 'M1'],
      [20, 30, 'M2', 'A1'],
    ]);
    expect(standing(after)).toEqual(['settled', 'settled', 'open', 'open']);
    expect(takeableAgreements(after, compare(after))).toEqual([]);
    expect(agreeAll(after, stamp(), compare(after), NAME).changes).toEqual([]);
  });
});
