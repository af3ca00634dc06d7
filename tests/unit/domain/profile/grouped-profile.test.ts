import { describe, expect, it } from 'vitest';
import { groupedProfile } from '../../../../src-renderer/domain/profile/grouped-profile';
import { framingProfile } from '../../../../src-renderer/domain/profile/profile';
import { standardFilters } from '../../../../src-renderer/domain/profile/request';
import { groupedProfileTable } from '../../../../src-renderer/domain/exchange/tables/grouped-profile-table';
import { coder, familyOf, guid, project, segment, source } from './build';

const mode = familyOf('mode', 'M', 2);
const state = project({
  families: [mode.family],
  codes: mode.codes,
  coders: [coder('ana'), coder('ben')],
  sources: [
    source('a', 'JP', { date: '2009-12', documentType: 'law' }),
    source('b', 'JP', { date: '2010', documentType: 'law' }),
    source('c', 'KR', { documentType: 'speech' }),
  ],
  segments: [
    segment('1', 'a', [0, 10], ['M1'], { coderId: guid('ana') }),
    segment('2', 'a', [0, 10], ['M2'], { coderId: guid('ben') }),
    segment('3', 'b', [0, 10], ['M1'], { coderId: guid('ben') }),
    segment('4', 'b', [20, 30], ['M1'], { coderId: guid('ben'), stance: 'rejects' }),
  ],
});
const request = { familyKey: 'mode', unit: 'documents', filters: standardFilters } as const;

describe('profile of groups', () => {
  it('has the figures of the profile of countries where countries are the groups', () => {
    const grouped = groupedProfile(state, request, ['country']);
    const known = framingProfile(state, { ...request, groupBy: 'country' });
    expect(grouped.rows.map(({ group, ...figures }) => ({ key: group.country, ...figures }))).toEqual(
      known.rows.map(({ judgement: _, ...row }) => row),
    );
    expect(grouped.total).toEqual(known.total);
  });

  it('crosses groups, what does not say its year last', () => {
    const { rows } = groupedProfile(state, request, ['country', 'year']);
    expect(rows.map(({ group, n, status }) => [group.country, group.year, n, status])).toEqual([
      ['JP', '2009', 1, 'one-document'],
      ['JP', '2010', 1, 'one-document'],
      ['KR', '', 0, 'no-data'],
    ]);
  });

  it('counts each coder alone, and a document that two coded once in the total', () => {
    const { rows, total } = groupedProfile(state, request, ['coder']);
    expect(rows.map(({ group, n, leftOut }) => [group.coder, n, leftOut])).toEqual([
      ['ana', 1, 0],
      ['ben', 2, 1],
    ]);
    expect(total.n).toBe(2);
  });

  it('is a table with a column for each thing that makes the groups', () => {
    const profile = groupedProfile(state, request, ['type', 'coder']);
    const table = groupedProfileTable(profile, { unit: 'documents', language: 'en' });
    expect(table.columns.slice(0, 3)).toEqual(['type', 'coder', 'status']);
    expect(table.rows).toHaveLength(profile.rows.length * 2);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});
