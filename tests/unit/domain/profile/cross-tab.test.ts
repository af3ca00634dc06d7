import { describe, expect, it } from 'vitest';
import { crossTab } from '../../../../src-renderer/domain/profile/cross-tab';
import { crossedProfile } from '../../../../src-renderer/domain/profile/crossed-profile';
import { divergence, jensenShannon } from '../../../../src-renderer/domain/profile/divergence';
import { crossedTable } from '../../../../src-renderer/domain/exchange/tables/crossed-table';
import { passages } from '../../../../src-renderer/domain/profile/passages';
import { framingProfile } from '../../../../src-renderer/domain/profile/profile';
import { standardFilters } from '../../../../src-renderer/domain/profile/request';
import { familyOf, project, segment, source } from './build';

const mode = familyOf('mode', 'M', 3);
const level = familyOf('level', 'L', 3);
const state = project({
  families: [mode.family, level.family],
  codes: [...mode.codes, ...level.codes],
  sources: [source('cn', 'CN'), source('jp', 'JP'), source('tw', 'TW')],
  segments: [
    segment('1', 'cn', [0, 5], ['M3', 'L1']),
    segment('2', 'cn', [5, 9], ['L1', 'M3', 'M2']),
    segment('3', 'cn', [9, 12], ['M3']),
    segment('4', 'cn', [9, 12], ['L3']),
    segment('5', 'jp', [0, 5], ['M1', 'L1', 'L3']),
    segment('6', 'jp', [0, 5], ['M3', 'L3'], { stance: 'rejects' }),
  ],
});
const request = { rowFamily: 'mode', columnFamily: 'level' };

describe('cross-tab', () => {
  it('crosses tags on the same segment only', () => {
    const china = crossTab(state, { ...request, filters: { ...standardFilters, countries: ['CN'] } });
    expect(china.rows.map(({ key }) => key)).toEqual(['M1', 'M2', 'M3']);
    expect(china.columns.map(({ key }) => key)).toEqual(['L1', 'L2', 'L3']);
    expect(china.counts).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
    ]);
    expect(china.rowTotals).toEqual([0, 1, 3]);
    expect(china.rowOnly).toEqual([0, 0, 1]);
    expect(china.columnTotals).toEqual([2, 0, 1]);
    expect(china.n).toBe(2);
  });

  it('counts a segment in every cell that its tags make', () => {
    const all = crossTab(state, { ...request, filters: standardFilters });
    expect(all.counts[0]).toEqual([1, 0, 1]);
    expect(all.rowTotals).toEqual([1, 1, 3]);
    expect(all.n).toBe(3);
  });

  it('is empty for families that do not exist', () => {
    const none = crossTab(state, { rowFamily: 'mode', columnFamily: 'gone', filters: standardFilters });
    expect(none).toMatchObject({ columns: [], counts: [[], [], []], n: 0, rowOnly: [1, 1, 3] });
  });
});

describe('crossed profile', () => {
  const asked = {
    familyKey: 'mode',
    unit: 'segments',
    groupBy: 'country',
    filters: standardFilters,
  } as const;
  const rows = crossedProfile(state, asked, 'level');

  it('has a table for each country of the profile, also where nothing is coded', () => {
    expect(rows.map(({ key, table }) => [key, table.n])).toEqual([
      ['CN', 2],
      ['JP', 1],
      ['TW', 0],
    ]);
    expect(rows[0]?.table.columns.map(({ key }) => key)).toEqual(['M1', 'M2', 'M3']);
  });

  it('counts in each cell exactly the passages behind it', () => {
    for (const { key, table } of rows) {
      table.rows.forEach((other, y) =>
        table.columns.forEach((code, x) => {
          const crossed = { familyKey: 'level', codeId: other.id };
          expect(passages(state, asked, key, code.id, crossed)).toHaveLength(table.counts[y]![x]!);
        }),
      );
    }
  });

  it('becomes a table with empty cells where there is no data', () => {
    const options = {
      language: 'en',
      familyName: 'mode',
      crossedFamilyName: 'level',
      countryName: String,
    } as const;
    const { columns, rows: records } = crossedTable(rows, options);
    const cell = (record: readonly unknown[], column: string) => record[columns.indexOf(column)];
    const of = (country: string, code: string, other: string) =>
      records.find(
        (each) =>
          cell(each, 'country') === country &&
          cell(each, 'code_key') === code &&
          cell(each, 'crossed_code_key') === other,
      ) ?? [];
    expect(records).toHaveLength(3 * 3 * 3);
    expect(cell(of('CN', 'M3', 'L1'), 'segments')).toBe(2);
    expect(cell(of('CN', 'M1', 'L1'), 'segments')).toBe(0);
    expect(cell(of('TW', 'M3', 'L1'), 'segments')).toBeNull();
  });
});

describe('Jensen–Shannon divergence', () => {
  it('agrees with values worked by hand', () => {
    expect(jensenShannon([1, 0], [0, 1])).toBe(1);
    expect(jensenShannon([1, 0], [1, 0])).toBe(0);
    // The smallest number there is has no half.
    expect(jensenShannon([1, 0], [1, Number.MIN_VALUE])).toBe(0);
    // H(3/4, 1/4) − (H(1, 0) + H(1/2, 1/2)) / 2 = 0.811278… − 0.5
    expect(jensenShannon([1, 0], [0.5, 0.5])).toBeCloseTo(0.31127812445913283, 14);
    // H(0.4, 0.3, 0.3) − (H(0.6, 0.4, 0) + H(0.2, 0.2, 0.6)) / 2
    const h = (...p: number[]) => p.reduce((sum, each) => sum - (each ? each * Math.log2(each) : 0), 0);
    expect(jensenShannon([6, 4, 0], [1, 1, 3])).toBeCloseTo(
      h(0.4, 0.3, 0.3) - (h(0.6, 0.4) + h(0.2, 0.2, 0.6)) / 2,
      14,
    );
  });

  it('is not defined without data, and refuses what is no distribution', () => {
    expect(jensenShannon([0, 0], [1, 0])).toBeNull();
    expect(jensenShannon([], [])).toBeNull();
    expect(() => jensenShannon([1], [1, 0])).toThrow('same categories');
    expect(() => jensenShannon([1, -1], [1, 0])).toThrow('not negative');
    expect(() => jensenShannon([1, NaN], [1, 0])).toThrow('finite');
  });

  it('compares the countries of a profile', () => {
    const profile = framingProfile(state, {
      familyKey: 'mode',
      unit: 'segments',
      groupBy: 'country',
      filters: standardFilters,
    });
    expect(divergence(profile, 'CN', 'JP')).toBe(1);
    expect(divergence(profile, 'CN', 'CN')).toBe(0);
    expect(divergence(profile, 'CN', 'TW')).toBeNull();
    expect(divergence(profile, 'CN', 'nowhere')).toBeNull();
  });
});
