import { describe, expect, it } from 'vitest';
import { resizeSegment, setCertainty, setStance, setTags } from '../../../../src-renderer/domain/coding/edit';
import { mergeSegments } from '../../../../src-renderer/domain/coding/merge';
import { removeSegments, removeTag } from '../../../../src-renderer/domain/coding/remove';
import { code, done, drafted, only, refusal, segment, source, stamp, TEXT, world, type Rows } from '../build';

const memo = (id: string, segmentId: string) => ({
  id,
  target: { table: 'segments' as const, id: segmentId },
  title: id,
  body: '{}',
  plainText: id,
  coderId: 'ann',
  createdAt: '',
  modifiedAt: '',
});

/** 'one' and 'two' overlap; 'one' has a memo and is an example of 'crime'. */
const coded = (more: Rows = {}) =>
  world({
    codes: [
      code('crime', { examples: ['one'] }),
      code('border'),
      code('police', { familyId: 'actor' }),
      code('M', { codable: false }),
    ],
    segments: [
      segment('one', 's', TEXT, [0, 17], ['crime', 'police'], { memoId: 'm' }),
      segment('two', 's', TEXT, [6, 29], ['border', 'crime'], { certainty: 'unsure', stance: 'reports' }),
    ],
    memos: [memo('m', 'one')],
    ...more,
  });

describe('resizing', () => {
  it('makes the anchor anew', () => {
    const state = done(
      coded(),
      resizeSegment(coded(), { segmentId: 'one', start: 6, end: 17, text: TEXT }, stamp()),
    );
    expect(state.segments.get('one')).toMatchObject({
      quote: 'trafficking',
      prefix: 'Human ',
      characters: 11,
      tags: ['crime', 'police'],
      memoId: 'm',
      createdAt: '2026-01-01T00:00:00.000Z',
      modifiedAt: '2026-02-02T00:00:00.000Z',
    });
  });

  it('does nothing when the extent stays', () => {
    const same = resizeSegment(coded(), { segmentId: 'one', start: 0, end: 17, text: TEXT }, stamp());
    expect(drafted(same).changes).toEqual([]);
  });

  it.each([
    ['segment-missing', { segmentId: 'x', start: 0, end: 3 }],
    ['range-empty', { segmentId: 'one', start: 3, end: 3 }],
    ['range-outside', { segmentId: 'one', start: 3, end: 3000 }],
  ])('refuses: %s', (kind, input) => {
    expect(refusal(resizeSegment(coded(), { ...input, text: TEXT }, stamp()))).toBe(kind);
  });
});

describe('taking codes off', () => {
  it('leaves the others and drops the example', () => {
    const state = done(coded(), removeTag(coded(), { segmentId: 'one', codeId: 'crime' }, stamp()));
    expect(state.segments.get('one')?.tags).toEqual(['police']);
    expect(state.codes.get('crime')?.examples).toEqual([]);
    expect(state.memos.size).toBe(1);
  });

  it('takes segment, memo and examples with the last one', () => {
    let state = done(coded(), removeTag(coded(), { segmentId: 'one', codeId: 'police' }, stamp()));
    state = done(state, removeTag(state, { segmentId: 'one', codeId: 'crime' }, stamp()));
    expect([...state.segments.keys()]).toEqual(['two']);
    expect(state.memos.size).toBe(0);
    expect(state.codes.get('crime')?.examples).toEqual([]);
  });

  it('does nothing where the code is not on the segment', () => {
    expect(drafted(removeTag(coded(), { segmentId: 'one', codeId: 'border' }, stamp())).changes).toEqual([]);
  });

  it('refuses what is not there', () => {
    expect(refusal(removeTag(coded(), { segmentId: 'x', codeId: 'crime' }, stamp()))).toBe('segment-missing');
    expect(refusal(removeTag(coded(), { segmentId: 'one', codeId: 'x' }, stamp()))).toBe('code-missing');
    expect(refusal(removeSegments(coded(), ['one', 'x']))).toBe('segment-missing');
  });

  it('removes several segments at once', () => {
    const draft = drafted(removeSegments(coded(), ['one', 'two', 'one']));
    expect(draft.label).toEqual({ key: 'remove-segments', params: { count: 2 } });
    const state = done(coded(), removeSegments(coded(), ['one', 'two']));
    expect([state.segments.size, state.memos.size, state.segmentsBySource.size]).toEqual([0, 0, 0]);
  });
});

describe('recoding', () => {
  it('replaces the codes and drops examples of those that go', () => {
    const state = done(
      coded(),
      setTags(coded(), { segmentId: 'one', codeIds: ['border', 'border'] }, stamp()),
    );
    expect(state.segments.get('one')?.tags).toEqual(['border']);
    expect(state.codes.get('crime')?.examples).toEqual([]);
  });

  it('does nothing for the same codes and refuses none or a folder', () => {
    const set = (codeIds: string[]) => setTags(coded(), { segmentId: 'one', codeIds }, stamp());
    expect(drafted(set(['crime', 'police'])).changes).toEqual([]);
    expect(refusal(set([]))).toBe('no-codes');
    expect(refusal(set(['M']))).toBe('code-not-codable');
  });

  it('marks certainty and stance on those that have another', () => {
    const ids = { segmentIds: ['one', 'two'] };
    const unsure = drafted(setCertainty(coded(), { ...ids, certainty: 'unsure' }, stamp()));
    expect(unsure.label.key).toBe('certainty-unsure');
    expect(unsure.changes.map(({ id }) => id)).toEqual(['one']);
    const state = done(coded(), setStance(coded(), { ...ids, stance: 'rejects' }, stamp()));
    expect([...state.segments.values()].map(({ stance }) => stance)).toEqual(['rejects', 'rejects']);
    expect(refusal(setStance(coded(), { segmentIds: ['x'], stance: 'rejects' }, stamp()))).toBe(
      'segment-missing',
    );
  });
});

describe('merging segments', () => {
  const merge = (state = coded(), segmentIds = ['two', 'one']) =>
    mergeSegments(state, { segmentIds, text: TEXT }, stamp());

  it('joins extent, codes, certainty, memo and examples', () => {
    const memos = [memo('m', 'two')];
    const codes = [...coded().codes.values()].map((row) =>
      row.id === 'border' ? { ...row, examples: ['two'] } : row,
    );
    const before = coded({ memos, codes });
    const state = done(before, merge(before));
    expect(only(state.segments)).toMatchObject({
      id: 'one',
      start: 0,
      end: 29,
      quote: 'Human trafficking is a crime.',
      tags: ['crime', 'police', 'border'],
      certainty: 'unsure',
      stance: 'asserts',
      memoId: 'm',
    });
    expect(only(state.memos).target).toEqual({ table: 'segments', id: 'one' });
    expect(state.codes.get('border')?.examples).toEqual(['one']);
    expect(state.codes.get('crime')?.examples).toEqual(['one']);
  });

  it('refuses what does not go together', () => {
    const other = segment('three', 't', TEXT, [0, 5], ['crime']);
    const bobs = segment('four', 's', TEXT, [0, 5], ['crime'], { coderId: 'bob' });
    const state = coded({
      sources: [source('s', TEXT), source('t', TEXT)],
      segments: [...coded().segments.values(), other, bobs],
    });
    expect(refusal(merge(state, ['one', 'three']))).toBe('different-sources');
    expect(refusal(merge(state, ['one', 'four']))).toBe('different-coders');
    expect(refusal(merge(state, ['one', 'one']))).toBe('too-few-segments');
    expect(refusal(merge(state, ['one', 'x']))).toBe('segment-missing');
    expect(refusal(merge(coded({ memos: [memo('m', 'one'), memo('n', 'two')] })))).toBe('several-memos');
  });
});
