import { describe, expect, it } from 'vitest';
import { codebookTable } from '../../../../src-renderer/domain/exchange/codebook/codebook-table';
import type { Table } from '../../../../src-renderer/domain/exchange/tables/csv';
import { profileTable } from '../../../../src-renderer/domain/exchange/tables/profile-table';
import { sourcesNeedingText } from '../../../../src-renderer/domain/exchange/tables/code-point-positions';
import { segmentsTable } from '../../../../src-renderer/domain/exchange/tables/segments-table';
import { framingProfile } from '../../../../src-renderer/domain/profile/profile';
import { standardFilters } from '../../../../src-renderer/domain/profile/request';
import { caseOf, code, coder, familyOf, guid, project, segment, source } from '../profile/build';

const mode = familyOf('mode', 'M', 2);
const levels = familyOf('level', 'L', 1);
const level = { ...levels, family: { ...levels.family, order: 1 } };
const astral = '😀😀ab';
const memo = {
  id: guid('memo'),
  target: null,
  title: '',
  body: '',
  plainText: 'why',
  coderId: guid('coder'),
  createdAt: '',
  modifiedAt: '',
};
const state = project({
  families: [mode.family, level.family],
  codes: [...mode.codes, code('M1a', 'mode', 'M1', { labels: { en: 'Border', ja: '国境' } }), ...level.codes],
  coders: [coder('coder')],
  memos: [memo],
  cases: [caseOf('JP', 'M2'), caseOf('TW')],
  sources: [
    source('late', 'JP', { date: '2010', documentType: 'law' }),
    source('early', 'JP', { date: '2004', length: 6, characters: 4 }),
    source('none', 'CN'),
  ],
  segments: [
    segment('2', 'late', [10, 20], ['M1a', 'L1'], { memoId: memo.id, stance: 'reports' }),
    segment('1', 'late', [0, 5], ['M2', 'M1']),
    segment('3', 'early', [2, 6], ['M1'], { quote: astral.slice(2) }),
  ],
});
const records = ({ columns, rows }: Table) =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

describe('table of the codebook', () => {
  it('has every code with all its labels and how often it is used', () => {
    const table = codebookTable(state, 'en');
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    const rows = records(table);
    expect(rows.map(({ key }) => key)).toEqual(['M', 'M1', 'M1a', 'M2', 'L', 'L1']);
    expect(rows.find(({ key }) => key === 'M1')).toMatchObject({
      parent: 'M',
      family_key: 'mode',
      segments: 2,
      segments_with_below: 3,
      sources: 2,
      codable: true,
    });
    expect(rows.find(({ key }) => key === 'M')).toMatchObject({ segments: 0, segments_with_below: 3 });
    expect(rows.find(({ key }) => key === 'M1a')).toMatchObject({ label_ja: '国境', label_zh_hans: '' });
  });
});

describe('table of segments', () => {
  it('goes by country, source and reading order', () => {
    const rows = records(segmentsTable(state, { language: 'en', texts: new Map() }));
    expect(rows.map(({ segment_id }) => segment_id)).toEqual(['3', '1', '2'].map(guid));
    expect(rows[2]).toMatchObject({
      source: 'late',
      country: 'JP',
      date: '2010',
      document_type: 'law',
      start: 10,
      end: 20,
      codes: 'Border; L1',
      code_keys: 'M1a; L1',
      code_mode: 'Border',
      code_level: 'L1',
      coder: 'coder',
      certainty: 'certain',
      stance: 'reports',
      memo: 'why',
    });
    expect(rows[1]).toMatchObject({ code_mode: 'M2; M1', code_level: '' });
  });

  it('counts code points, and says which texts it needs for that', () => {
    expect(sourcesNeedingText(state)).toEqual([guid('early')]);
    const without = records(segmentsTable(state, { language: 'en', texts: new Map() }))[0];
    expect(without).toMatchObject({ start: null, end: null, start_utf16: 2, end_utf16: 6 });
    const texts = new Map([[guid('early'), astral]]);
    const withText = records(segmentsTable(state, { language: 'en', texts }))[0];
    expect(withText).toMatchObject({ start: 1, end: 4, characters: 3, quote: '😀ab' });
  });

  it('has only the segments and families asked for', () => {
    const only = [state.segments.get(guid('1'))!];
    const table = segmentsTable(state, { language: 'en', texts: new Map(), segments: only });
    expect(table.rows).toHaveLength(1);
    expect(table.columns).toContain('code_mode');
    expect(table.columns).not.toContain('code_level');
  });
});

describe('table of a profile', () => {
  const options = { language: 'en', countryName: (key: string) => `name of ${key}` } as const;
  const request = {
    familyKey: 'mode',
    unit: 'segments',
    groupBy: 'country',
    filters: standardFilters,
  } as const;

  it('has the figures of the profile', () => {
    const profile = framingProfile(state, request);
    const rows = records(profileTable(profile, options));
    expect(rows).toHaveLength(3 * 2);
    expect(rows.find(({ country, code_key }) => country === 'JP' && code_key === 'M1')).toEqual({
      country: 'JP',
      country_name: 'name of JP',
      status: 'ok',
      sources: 2,
      sources_coded: 2,
      family: 'mode',
      code_key: 'M1',
      code: 'M1',
      unit: 'segments',
      denominator: 'segments with any code of mode',
      coding: 'any',
      value: 3,
      n: 3,
      share: 1,
      segments: 3,
      segments_n: 3,
      characters: 18,
      characters_n: 18,
      documents: 2,
      documents_n: 2,
      segments_left_out: 0,
      coders: 1,
      assigned_code: 'M2',
      assigned_verdict: 'differs',
    });
  });

  it('has empty cells, not zeros, where there is no data', () => {
    const rows = records(profileTable(framingProfile(state, request), options));
    for (const row of rows.filter(({ country }) => country !== 'JP'))
      expect(row).toMatchObject({ status: 'no-data', n: 0, value: null, share: null, segments: null });
  });

  it('names the codes chosen in the denominator', () => {
    const chosen = framingProfile(state, { ...request, codes: [guid('M1')] });
    expect(records(profileTable(chosen, options))[0]).toMatchObject({
      denominator: 'segments with any of M1',
    });
  });
});
