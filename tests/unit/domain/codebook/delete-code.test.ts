import { describe, expect, it } from 'vitest';
import {
  deleteCode,
  deletionImpact,
  type DeletionPlan,
} from '../../../../src-renderer/domain/codebook/delete-code';
import { addExample, removeExample } from '../../../../src-renderer/domain/codebook/examples';
import { mergeCodes } from '../../../../src-renderer/domain/codebook/merge-codes';
import { descendantsOf } from '../../../../src-renderer/domain/codebook/tree';
import type { Memo } from '../../../../src-renderer/domain/model/segment';
import { code, done, drafted, refusal, segment, stamp, TEXT, world, type Rows } from '../build';

const memo = (id: string, table: 'codes' | 'segments', on: string): Memo => ({
  id,
  target: { table, id: on },
  title: id,
  body: '',
  plainText: id,
  coderId: 'ann',
  createdAt: '',
  modifiedAt: '',
});

const fact = (codes: string[]) => ({
  id: 'f',
  key: 'tier',
  label: '',
  value: '2',
  date: '',
  asOf: '',
  reference: '',
  codes,
});

/** 'crime' with 'gangs' below it, on three segments; 'gone' would be left without a code. */
const coded = (more: Rows = {}) =>
  world({
    codes: [
      code('M', { codable: false }),
      code('border', { parentId: 'M' }),
      code('crime', { parentId: 'M', order: 1, examples: ['both'] }),
      code('gangs', { parentId: 'crime', examples: ['gone'] }),
      code('cartel', { parentId: 'gangs' }),
      code('police', { familyId: 'actor' }),
    ],
    segments: [
      segment('both', 's', TEXT, [0, 5], ['crime', 'police', 'gangs']),
      segment('gone', 's', TEXT, [6, 17], ['gangs'], { memoId: 'm' }),
      segment('left', 's', TEXT, [6, 20], ['border']),
    ],
    memos: [memo('m', 'segments', 'gone'), memo('c', 'codes', 'gangs')],
    cases: [
      {
        id: 'jp',
        country: 'JP',
        name: '',
        judgement: { codeId: 'crime', reasons: 'r' },
        facts: [fact(['gangs', 'police'])],
        note: '',
      },
    ],
    ...more,
  });

const remove = (plan: DeletionPlan, codeId = 'crime') => deleteCode(coded(), { codeId, plan }, stamp());

describe('deleting a code', () => {
  it('is announced with what it touches', () => {
    expect(deletionImpact(coded(), 'crime')).toEqual({
      codes: 3,
      segments: 2,
      emptied: 1,
      memos: 2,
      judgements: 1,
    });
    expect(deletionImpact(coded(), 'border')).toMatchObject({ codes: 1, segments: 1, emptied: 1, memos: 0 });
  });

  it('takes its tags, emptied segments, memos, examples and mentions in cases', () => {
    const state = done(coded(), remove({ kind: 'delete-tags' }));
    expect([...state.codes.keys()]).toEqual(['M', 'border', 'police']);
    expect([...state.segments.keys()]).toEqual(['both', 'left']);
    expect(state.segments.get('both')?.tags).toEqual(['police']);
    expect(state.memos.size).toBe(0);
    expect(state.cases.get('jp')).toMatchObject({ judgement: null, facts: [{ codes: ['police'] }] });
  });

  it('gives its segments another code once', () => {
    const state = done(coded(), remove({ kind: 'move-to', codeId: 'border' }));
    expect(state.segments.get('both')?.tags).toEqual(['border', 'police']);
    expect(state.segments.get('gone')).toMatchObject({ tags: ['border'], memoId: 'm' });
    expect(state.codes.get('border')?.examples).toEqual(['both', 'gone']);
    expect([...state.memos.keys()]).toEqual(['m']);
    expect(state.cases.get('jp')).toMatchObject({
      judgement: { codeId: 'border', reasons: 'r' },
      facts: [{ codes: ['border', 'police'] }],
    });
  });

  it('is named', () => {
    expect(drafted(remove({ kind: 'delete-tags' })).label).toEqual({
      key: 'delete-code',
      params: { code: 'crime' },
    });
  });

  it.each([
    ['code-missing', remove({ kind: 'delete-tags' }, 'x')],
    ['target-missing', remove({ kind: 'move-to', codeId: 'x' })],
    ['target-goes-too', remove({ kind: 'move-to', codeId: 'cartel' })],
    ['target-not-codable', remove({ kind: 'move-to', codeId: 'M' })],
  ])('refuses: %s', (kind, result) => {
    expect(refusal(result)).toBe(kind);
  });
});

describe('merging codes', () => {
  const merge = (from: string[], into: string, state = coded()) => mergeCodes(state, { from, into }, stamp());

  it('passes on segments, examples, cases, memo and the codes below', () => {
    const state = done(coded(), merge(['gangs', 'border', 'police'], 'police'));
    expect([...state.codes.keys()]).toEqual(['M', 'crime', 'cartel', 'police']);
    expect(state.segments.get('both')?.tags).toEqual(['crime', 'police']);
    expect(state.codes.get('police')?.examples).toEqual(['gone']);
    expect(state.memos.get('c')?.target).toEqual({ table: 'codes', id: 'police' });
    expect(descendantsOf(state, 'police').map(({ id, familyId }) => [id, familyId])).toEqual([
      ['cartel', 'actor'],
    ]);
  });

  it('refuses what cannot be joined', () => {
    expect(refusal(merge(['crime'], 'gangs'))).toBe('cycle');
    expect(refusal(merge(['crime'], 'crime'))).toBe('no-codes');
    expect(refusal(merge(['x'], 'crime'))).toBe('code-missing');
    expect(refusal(merge(['crime'], 'x'))).toBe('target-missing');
    expect(refusal(merge(['crime'], 'M'))).toBe('target-not-codable');
    const memos = [memo('c', 'codes', 'gangs'), memo('d', 'codes', 'police')];
    expect(refusal(merge(['gangs'], 'police', coded({ memos })))).toBe('several-memos');
    const twin = code('twin', { parentId: 'police', familyId: 'actor', labels: { en: 'Cartel' } });
    const codes = [...coded().codes.values(), twin];
    expect(refusal(merge(['gangs'], 'police', coded({ codes })))).toBe('label-duplicate');
  });
});

describe('examples', () => {
  it('are chosen among the segments of the code, once', () => {
    const input = { codeId: 'police', segmentId: 'both' };
    const state = done(coded(), addExample(coded(), input, stamp()));
    expect(state.codes.get('police')?.examples).toEqual(['both']);
    expect(drafted(addExample(state, input, stamp())).changes).toEqual([]);
    expect(done(state, removeExample(state, input, stamp())).codes.get('police')?.examples).toEqual([]);
    expect(drafted(removeExample(coded(), input, stamp())).changes).toEqual([]);
  });

  it('refuse what is not there', () => {
    const add = (codeId: string, segmentId: string) => addExample(coded(), { codeId, segmentId }, stamp());
    expect(refusal(add('x', 'both'))).toBe('code-missing');
    expect(refusal(add('crime', 'x'))).toBe('segment-missing');
    expect(refusal(add('crime', 'left'))).toBe('segment-without-code');
    expect(refusal(removeExample(coded(), { codeId: 'x', segmentId: 'both' }, stamp()))).toBe('code-missing');
  });
});
