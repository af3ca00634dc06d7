import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { coOccurrencesTable } from '../../../../src-renderer/domain/exchange/tables/co-occurrences-table';
import { csvText, type Table } from '../../../../src-renderer/domain/exchange/tables/csv';
import { historyTable } from '../../../../src-renderer/domain/exchange/tables/history-table';
import { memosTable } from '../../../../src-renderer/domain/exchange/tables/memos-table';
import { segmentsTable } from '../../../../src-renderer/domain/exchange/tables/segments-table';
import { sourcesTable } from '../../../../src-renderer/domain/exchange/tables/sources-table';
import { tidyTable } from '../../../../src-renderer/domain/exchange/tables/tidy-table';
import type { ChangeSet } from '../../../../src-renderer/domain/model/change';
import type { Variable } from '../../../../src-renderer/domain/model/source';
import { coder, familyOf, guid, project, segment, source } from '../../domain/profile/build';

const mode = familyOf('mode', 'M', 2);
const actor = familyOf('actor', 'A', 1);
const memo = (name: string, more: object) => ({
  id: guid(name),
  target: null,
  title: name,
  body: '',
  plainText: `text of ${name}`,
  coderId: guid('coder'),
  createdAt: '2024-01-02T00:00:00.000Z',
  modifiedAt: '',
  ...more,
});
const variables: readonly Variable[] = [
  { id: guid('v1'), name: 'Page Count', type: 'integer', description: '' },
  { id: guid('v2'), name: 'page-count', type: 'date', description: '' },
  { id: guid('v3'), name: '発行', type: 'boolean', description: '' },
];
const state = project({
  families: [mode.family, { ...actor.family, order: 1 }],
  codes: [...mode.codes, ...actor.codes],
  coders: [coder('coder')],
  variables,
  memos: [
    memo('later', { createdAt: '2024-02-01T00:00:00.000Z' }),
    memo('on segment', { target: { table: 'segments', id: guid('1') } }),
    memo('on code', { target: { table: 'codes', id: guid('M1') }, createdAt: '2024-01-03T00:00:00.000Z' }),
  ],
  sources: [
    source('plan', 'JP', { date: '2009-12', variables: { [guid('v1')]: 3, [guid('v3')]: true } }),
    source('law', 'CN', { length: 8, characters: 6, date: '2004' }),
  ],
  segments: [
    segment('1', 'plan', [0, 10], ['M1', 'A1'], { quote: 'the border' }),
    segment('2', 'plan', [5, 20], ['M2']),
    segment('3', 'law', [4, 8], ['M1'], { quote: 'abcd' }),
  ],
});
const texts = new Map([[guid('law'), '𠮷𠮷abcd']]);
const records = ({ columns, rows }: Table) =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

const log: ChangeSet[] = [
  {
    id: guid('first'),
    kind: 'origin',
    target: null,
    label: { key: 'create-project', params: {} },
    coderId: guid('coder'),
    at: '2024-01-01T00:00:00.000Z',
    changes: [],
  },
  {
    id: guid('second'),
    kind: 'do',
    target: null,
    label: { key: 'edit-source', params: {} },
    coderId: guid('coder'),
    at: '2024-01-02T00:00:00.000Z',
    changes: [
      {
        table: 'sources',
        id: guid('plan'),
        before: source('plan', 'KR'),
        after: source('plan', 'JP', { date: '2009-12' }),
      },
      { table: 'sources', id: guid('law'), before: source('law', 'CN'), after: null },
    ],
  },
];

describe('tables for other programs', () => {
  const tables: Record<string, Table> = {
    sources: sourcesTable(state),
    memos: memosTable(state, 'en'),
    history: historyTable(state, log),
    coOccurrences: coOccurrencesTable(state, { language: 'en' }),
    tidy: tidyTable(state, { language: 'en', texts }),
    segments: segmentsTable(state, { language: 'en', texts }),
  };

  it.each(Object.entries(tables))('%s has columns of one name each and rows as long', (_, table) => {
    expect(new Set(table.columns).size).toBe(table.columns.length);
    for (const name of table.columns) expect(name).toMatch(/^[a-z\p{L}][\p{L}\p{N}_]*$/u);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    for (const name of table.dates ?? []) expect(table.columns).toContain(name);
  });

  it('lists sources with the variables', () => {
    const rows = records(sourcesTable(state));
    expect(rows.map(({ title }) => title)).toEqual(['law', 'plan']);
    expect(rows[1]).toMatchObject({
      country: 'JP',
      date: '2009-12',
      segments: 2,
      coders: 1,
      variable_page_count: 3,
      variable_page_count_2: null,
      variable_発行: true,
    });
    expect(sourcesTable(state).dates).toContain('variable_page_count_2');
  });

  it('says what a memo is about', () => {
    const rows = records(memosTable(state, 'en'));
    expect(
      rows.map(({ title, about, about_name, source: title_ }) => [title, about, about_name, title_]),
    ).toEqual([
      ['on segment', 'segment', 'the border', 'plan'],
      ['on code', 'code', 'M1', ''],
      ['later', 'project', '', ''],
    ]);
  });

  it('tells what each gesture did to each row', () => {
    const rows = records(historyTable(state, log));
    expect(rows.map(({ action, table, what, fields }) => [action, table, what, fields])).toEqual([
      ['create-project', null, null, null],
      ['edit-source', 'sources', 'changed', 'country; date'],
      ['edit-source', 'sources', 'removed', ''],
    ]);
  });

  it('counts codes that stand together', () => {
    const rows = records(coOccurrencesTable(state, { language: 'en' }));
    const short = rows.map((row) => [
      row['code_key'],
      row['other_code_key'],
      row['segments_with_both'],
      row['overlaps'],
      row['segments'],
      row['other_segments'],
    ]);
    expect(short).toEqual([
      ['M1', 'M2', 0, 1, 2, 1],
      ['M1', 'A1', 1, 1, 2, 1],
      ['M2', 'A1', 0, 1, 1, 1],
    ]);
  });

  it('has a tidy row for each tag, which other programs read without cleaning', () => {
    const table = tidyTable(state, { language: 'en', texts });
    const read = Papa.parse<Record<string, string>>(csvText(table).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(read.errors).toEqual([]);
    expect(
      read.data.map((row) => [row['source'], row['code_key'], row['family'], row['start'], row['end']]),
    ).toEqual([
      ['law', 'M1', 'mode', '2', '6'],
      ['plan', 'M1', 'mode', '0', '10'],
      ['plan', 'A1', 'actor', '0', '10'],
      ['plan', 'M2', 'mode', '5', '20'],
    ]);
    expect(read.data[1]).toMatchObject({ code_path: 'M > M1', year: '2009', variable_page_count: '3' });
    const [some] = state.segments.values();
    expect(tidyTable(state, { language: 'en', texts, segments: some ? [some] : [] }).rows).toHaveLength(2);
  });
});
