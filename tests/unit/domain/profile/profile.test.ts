import { describe, expect, it } from 'vitest';
import type { ProjectState } from '../../../../src-renderer/domain/model/project';
import { passages } from '../../../../src-renderer/domain/profile/passages';
import { framingProfile, type ProfileRow } from '../../../../src-renderer/domain/profile/profile';
import {
  standardFilters,
  type ProfileFilters,
  type ProfileRequest,
  type ProfileUnit,
} from '../../../../src-renderer/domain/profile/request';
import { caseOf, code, family, familyOf, guid, project, segment, source } from './build';

const mode = familyOf('mode', 'M', 4);
const codebook = {
  families: [mode.family, family('level')],
  codes: [
    ...mode.codes,
    code('M1a', 'mode', 'M1'),
    code('M1b', 'mode', 'M1', { order: 1 }),
    code('L', 'level', null, { codable: false }),
    code('L1', 'level', 'L'),
  ],
};

/**
 * Japan, worked by hand. Source a: [0,10) M1 · [5,20) M1a+M1b · [15,25) M3 · [40,50) M1+M3.
 * Source b: [0,8) M3. Source c: nothing.
 *   segments    n = 5; M1: 3 → 0.6; M3: 3 → 0.6; together 1.2, for one segment carries both
 *   characters  any: a [0,25) ∪ [40,50) = 35, b 8 → n = 43
 *               M1: [0,20) ∪ [40,50) = 30 → 30/43; M3: [15,25) ∪ [40,50) = 20, b 8 → 28/43
 *   documents   n = 2; M1: a → 1/2; M3: a and b → 1
 */
const rows = {
  ...codebook,
  sources: [
    source('a', 'JP', { date: '2009-12' }),
    source('b', 'JP', { date: '2004' }),
    source('c', 'JP'),
    source('d', 'KR'),
    source('e', 'TW'),
    source('f', ''),
  ],
  segments: [
    segment('a1', 'a', [0, 10], ['M1']),
    segment('a2', 'a', [5, 20], ['M1a', 'L1', 'M1b']),
    segment('a3', 'a', [15, 25], ['M3']),
    segment('a4', 'a', [40, 50], ['M1', 'M3']),
    segment('b1', 'b', [0, 8], ['M3']),
    segment('d1', 'd', [0, 4], ['M3']),
    segment('d2', 'd', [4, 8], ['M2']),
    segment('d3', 'd', [8, 9], ['L1']),
    segment('d4', 'd', [9, 13], ['M3']),
  ],
  cases: [caseOf('JP', 'M1'), caseOf('KR', 'M2'), caseOf('TW'), caseOf('KP', 'M4')],
};
const state = project(rows);

const request = (unit: ProfileUnit, filters: Partial<ProfileFilters> = {}): ProfileRequest => ({
  familyKey: 'mode',
  unit,
  groupBy: 'country',
  filters: { ...standardFilters, ...filters },
});
const row = (key: string, unit: ProfileUnit = 'segments', from: ProjectState = state, filters = {}) =>
  framingProfile(from, request(unit, filters)).rows.find((each) => each.key === key)!;
const values = (of: ProfileRow) => of.cells.map(({ value }) => value);
const shares = (of: ProfileRow) => of.cells.map(({ share }) => share);
const noteKeys = (of: ProfileRow) => of.notes.map(({ key }) => key);

describe('framing profile, worked by hand', () => {
  it('counts segments, each once for each top-level code however many of its tags lead there', () => {
    const japan = row('JP');
    expect(japan).toMatchObject({ n: 5, sources: 3, sourcesCoded: 2, status: 'ok', sumOfShares: 1.2 });
    expect(values(japan)).toEqual([3, 0, 3, 0]);
    expect(shares(japan)).toEqual([0.6, 0, 0.6, 0]);
  });

  it('counts characters as the union of the passages of a code', () => {
    const japan = row('JP', 'characters');
    expect(japan.n).toBe(43);
    expect(values(japan)).toEqual([30, 0, 28, 0]);
    expect(shares(japan)).toEqual([30 / 43, 0, 28 / 43, 0]);
  });

  it('counts documents by presence', () => {
    const japan = row('JP', 'documents');
    expect(japan.n).toBe(2);
    expect(shares(japan)).toEqual([0.5, 0, 1, 0]);
  });

  it('has the amounts in every unit beside the one it is about', () => {
    const japan = row('JP');
    expect(japan.bases).toEqual({ segments: 5, characters: 43, documents: 2 });
    expect(japan.cells[0]!.counts).toEqual({ segments: 3, characters: 30, documents: 1 });
  });

  it('adds the countries up', () => {
    const { total } = framingProfile(state, request('segments'));
    expect(total).toMatchObject({ n: 8, sources: 6, sourcesCoded: 3 });
    expect(total.cells.map(({ value }) => value)).toEqual([3, 1, 5, 0]);
    expect(total.cells[2]!.share).toBe(5 / 8);
  });

  it('names its denominator, its columns and its rows', () => {
    const profile = framingProfile(state, request('characters'));
    expect(profile.denominator.key).toBe('denominator.characters');
    expect(profile.columns.map(({ key }) => key)).toEqual(['M1', 'M2', 'M3', 'M4']);
    expect(profile.rows.map(({ key }) => key)).toEqual(['JP', 'KP', 'KR', 'TW', '']);
  });
});

describe('a country without data', () => {
  it('has no shares, not shares of 0 %', () => {
    for (const key of ['TW', 'KP', '']) {
      expect(row(key)).toMatchObject({ status: 'no-data', n: 0, sumOfShares: null });
      expect(shares(row(key))).toEqual([null, null, null, null]);
    }
    expect(row('TW').notes).toEqual([{ key: 'note.no-data', params: { sources: 1 } }]);
    expect(row('KP').notes).toEqual([{ key: 'note.no-data', params: { sources: 0 } }]);
  });

  it('is without data, too, when the filters leave nothing', () => {
    expect(row('JP', 'segments', state, { coderIds: [] })).toMatchObject({ status: 'no-data', leftOut: 5 });
  });

  it('has segments of other families only', () => {
    const only = project({ ...rows, segments: [segment('e1', 'e', [0, 5], ['L1'])] });
    expect(row('TW', 'segments', only)).toMatchObject({ status: 'no-data', elsewhere: 1 });
    expect(row('KP', 'segments', only)).toMatchObject({ status: 'no-data', elsewhere: 0 });
  });
});

describe('what a reader must know', () => {
  it('says that figures rest on one document', () => {
    expect(row('KR').status).toBe('one-document');
    expect(noteKeys(row('KR'))).toEqual(['note.one-document']);
  });

  it('says that shares add up to more than 1', () => {
    expect(row('JP').notes).toContainEqual({
      key: 'note.several-codes.segments',
      params: { sum: 1.2 },
    });
    expect(noteKeys(row('KR'))).not.toContain('note.several-codes.segments');
  });

  it('says that several coders are counted, where that counts passages twice', () => {
    const second = segment('a1 again', 'a', [0, 10], ['M1'], { coderId: guid('second') });
    const both = project({ ...rows, segments: [...rows.segments, second] });
    expect(row('JP', 'segments', both).n).toBe(6);
    expect(noteKeys(row('JP', 'segments', both))).toContain('note.several-coders');
    expect(row('JP', 'characters', both).n).toBe(43);
    expect(noteKeys(row('JP', 'characters', both))).not.toContain('note.several-coders');
    expect(row('JP', 'segments', both, { coderIds: [guid('coder')] }).n).toBe(5);
  });
});

describe('assigned judgement', () => {
  it('stands beside the segments and is not counted', () => {
    expect(row('JP').judgement).toMatchObject({ codeId: guid('M1'), verdict: 'agrees' });
    expect(row('KR').judgement).toMatchObject({ codeId: guid('M2'), verdict: 'differs' });
    expect(row('KP').judgement).toMatchObject({ codeId: guid('M4'), verdict: 'no-data' });
    expect(row('TW').judgement).toBeNull();
  });

  it('says nothing about another family', () => {
    const levels = framingProfile(state, { ...request('segments'), familyKey: 'level' });
    expect(levels.rows.every(({ judgement }) => judgement === null)).toBe(true);
  });
});

describe('filters', () => {
  it('leaves rejections out and says how many', () => {
    const rejected = segment('d5', 'd', [20, 24], ['M1'], { stance: 'rejects' });
    const more = project({ ...rows, segments: [...rows.segments, rejected] });
    expect(values(row('KR', 'segments', more))).toEqual([0, 1, 2, 0]);
    expect(row('KR', 'segments', more).notes).toContainEqual({
      key: 'note.left-out',
      params: { segments: 1 },
    });
    expect(values(row('KR', 'segments', more, { stances: ['rejects'] }))).toEqual([1, 0, 0, 0]);
  });

  it('leaves unsure segments out when asked', () => {
    const unsure = segment('d5', 'd', [20, 24], ['M1'], { certainty: 'unsure' });
    const more = project({ ...rows, segments: [...rows.segments, unsure] });
    expect(row('KR', 'segments', more).n).toBe(4);
    expect(row('KR', 'segments', more, { includeUnsure: false }).n).toBe(3);
  });

  it.each([
    [{ dateFrom: '2009' }, 4],
    [{ dateFrom: '2009-12-22' }, 4],
    [{ dateFrom: '2010' }, 0],
    [{ dateTo: '2004-06' }, 1],
    [{ dateTo: '2003-12-31' }, 0],
    [{ dateFrom: '2004', dateTo: '2009-12' }, 5],
    [{ documentTypes: ['' as const] }, 5],
    [{ documentTypes: ['law' as const] }, 0],
  ])('keeps sources by %o: %i segments', (filters, n) => {
    expect(row('JP', 'segments', state, filters).n).toBe(n);
  });

  it('keeps countries', () => {
    const { rows: kept } = framingProfile(state, request('segments', { countries: ['KR', 'KP'] }));
    expect(kept.map(({ key }) => key)).toEqual(['KP', 'KR']);
  });
});

describe('columns', () => {
  it('can be chosen: the denominator is then what carries one of them', () => {
    const chosen = { ...request('segments'), codes: [guid('M3'), guid('M1'), guid('L1')] };
    const profile = framingProfile(state, chosen);
    expect(profile.columns.map(({ key }) => key)).toEqual(['M1', 'M3']);
    expect(profile.rows.find(({ key }) => key === 'KR')).toMatchObject({ n: 2 });
  });

  it('may be codes below the top', () => {
    const profile = framingProfile(state, { ...request('segments'), codes: [guid('M1a'), guid('M1')] });
    expect(profile.columns.map(({ key }) => key)).toEqual(['M1', 'M1a']);
    expect(profile.rows[0]!.cells.map(({ value }) => value)).toEqual([3, 1]);
  });

  it('are the roots themselves where these are codable', () => {
    const free = [code('shame', 'free', null), code('shame 2', 'free', 'shame')];
    const own = project({
      families: [family('free')],
      codes: free,
      sources: [source('a', 'JP')],
      segments: [segment('a1', 'a', [0, 1], ['shame 2'])],
    });
    const profile = framingProfile(own, { ...request('segments'), familyKey: 'free' });
    expect(profile.columns.map(({ key }) => key)).toEqual(['shame']);
    expect(profile.rows[0]!.cells[0]!.value).toBe(1);
  });

  it('do not exist for a family that does not', () => {
    const profile = framingProfile(state, { ...request('segments'), familyKey: 'gone' });
    expect(profile).toMatchObject({ family: undefined, columns: [] });
    expect(profile.rows.every(({ status }) => status === 'no-data')).toBe(true);
  });
});

describe('characters beyond the basic plane', () => {
  // 𠮷 is one code point in two UTF-16 units.
  const text = '𠮷𠮷ab𠮷𠮷cd';
  const quote = (start: number, end: number) => ({ quote: text.slice(start, end) });

  it('are counted as code points in overlaps', () => {
    const astral = project({
      ...codebook,
      sources: [source('x', 'JP', { length: text.length, characters: [...text].length })],
      segments: [
        segment('x1', 'x', [0, 6], ['M1'], quote(0, 6)), // 𠮷𠮷ab
        segment('x2', 'x', [2, 10], ['M1', 'M2'], quote(2, 10)), // 𠮷ab𠮷𠮷
        segment('x3', 'x', [4, 6], ['M2'], quote(4, 6)), // ab, inside the others
        segment('x4', 'x', [10, 12], ['M2'], quote(10, 12)), // cd
      ],
    });
    const japan = row('JP', 'characters', astral);
    expect(japan.n).toBe(8);
    expect(values(japan)).toEqual([6, 7, 0, 0]);
  });
});

describe('passages', () => {
  const of = (key: string, name?: string) =>
    passages(state, request('characters'), key, name ? guid(name) : undefined).map(({ id }) => id);

  it('are those counted in the bar, the oldest source first', () => {
    expect(of('JP', 'M3')).toEqual(['b1', 'a3', 'a4'].map(guid));
    expect(of('JP', 'M1')).toEqual(['a1', 'a2', 'a4'].map(guid));
    expect(of('JP')).toHaveLength(5);
  });

  it('are none where nothing was counted', () => {
    expect(of('TW', 'M1')).toEqual([]);
    expect(of('nowhere', 'M1')).toEqual([]);
    expect(of('JP', 'L1')).toEqual([]);
  });
});
