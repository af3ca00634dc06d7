import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../src-renderer/domain/exchange/tables/csv';
import { countCutCells, writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { columnName } from '../../../src-renderer/exporters/xlsx/cells';
import { readXlsx } from '../../../src-renderer/importers/xlsx';
import { readXml } from '../../../src-renderer/importers/xml/read';

const table: Table = {
  columns: ['title', 'n', 'share', 'in_use', 'date', 'modified_at'],
  dates: ['date', 'modified_at'],
  rows: [
    ['人身取引対策行動計画', 12, 0.25, true, '2009-12-22', '2026-11-24T08:17:12.000Z'],
    ['=SUM(A1:A9)', 0, null, false, '2009-12', ''],
    [' two\nlines ', -5, 1e-7, null, '1852-03-20', null],
  ],
};

const reread = async (bytes: Uint8Array) => {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(`${read.error.kind}: ${read.error.detail}`);
  return read.value;
};

const members = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));

describe('workbook', () => {
  it('comes back with cells of their kinds', async () => {
    const [sheet] = await reread(await writeXlsx([{ name: 'sources', table }]));
    expect(sheet?.name).toBe('sources');
    expect(sheet?.rows).toEqual([
      table.columns,
      ['人身取引対策行動計画', 12, 0.25, true, '2009-12-22', '2026-11-24T08:17:12.000Z'],
      ['=SUM(A1:A9)', 0, null, false, '2009-12', null],
      [' two\nlines ', -5, 1e-7, null, '1852-03-20', null],
    ]);
  });

  it('is well-formed in every part, and every part that it names is there', async () => {
    const parts = members(
      await writeXlsx([
        { name: 'a & b', table },
        { name: 'second', table },
      ]),
    );
    for (const [name, xml] of parts) expect(readXml(strToU8(xml)).ok, name).toBe(true);
    const types = parts.get('[Content_Types].xml') ?? '';
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.sort()).toEqual([...parts.keys()].filter((name) => /^xl\/[^_]/.test(name)).sort());
    expect(parts.get('xl/_rels/workbook.xml.rels')).toContain('Target="worksheets/sheet2.xml"');
  });

  it('keeps the names of columns in sight, and filters by them', async () => {
    const parts = members(await writeXlsx([{ name: "Tom's", table }]));
    const sheet = readXml(strToU8(parts.get('xl/worksheets/sheet1.xml') ?? ''));
    if (!sheet.ok) throw new Error(sheet.error.detail);
    // In exactly this order, or Excel calls the file corrupt (CT_Worksheet).
    const order = ['dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter'];
    expect(sheet.value.children.map(({ name }) => name)).toEqual(order);
    const child = (name: string) => sheet.value.children.find((each) => each.name === name);
    const pane = child('sheetViews')?.children[0]?.children.find(({ name }) => name === 'pane');
    expect(pane?.attributes).toMatchObject({ ySplit: '1', topLeftCell: 'A2', state: 'frozen' });
    expect(child('autoFilter')?.attributes).toEqual({ ref: 'A1:F4' });
    expect(parts.get('xl/workbook.xml')).toContain("'Tom''s'!$A$1:$F$4");
    const cell = (address: string) =>
      child('sheetData')
        ?.children.flatMap(({ children }) => children)
        .find(({ attributes }) => attributes['r'] === address);
    // 22 December 2009 is day 40169 of spreadsheets; a text that looks like a formula is marked as text.
    expect(cell('E2')?.children[0]?.text).toBe('40169');
    expect(cell('A3')?.attributes).toMatchObject({ t: 'inlineStr', s: '4' });
    expect(cell('E3')?.attributes['t']).toBe('inlineStr');
  });

  it('cuts what a cell cannot hold, and counts it', async () => {
    const sheets = [
      { name: 's', table: { columns: ['a'], rows: [['x'.repeat(32_767)], ['😀'.repeat(20_000)]] } },
    ];
    expect(countCutCells(sheets)).toBe(1);
    const [sheet] = await reread(await writeXlsx(sheets));
    expect(sheet?.rows[1]).toEqual(['x'.repeat(32_767)]);
    const cut = String(sheet?.rows[2]?.[0]);
    expect(cut).toMatch(/^(😀)+ \[…\]$/u);
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut.length).toBeGreaterThan(32_760);
  });

  it('gives sheets names that Excel takes', async () => {
    const long = 'co-occurrences of modes and actors';
    const sheets = await reread(
      await writeXlsx([long, long.toUpperCase(), 'a/b:c', ''].map((name) => ({ name, table }))),
    );
    const names = sheets.map(({ name }) => name);
    expect(names).toEqual([
      'co-occurrences of modes and act',
      'CO-OCCURRENCES OF MODES AND (2)',
      'a b c',
      'Sheet',
    ]);
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 701, 702, 16_383].map(columnName)).toEqual('A Z AA AZ ZZ AAA XFD'.split(' '));
  });

  it('brings back any table as it was', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '_x0041_',
        '_x005F_',
        '\r\n',
        '\u0001',
        '<&>"',
        ' ',
        '\ud800',
        '𠮷野家',
        '=1',
        '__x0041_',
      ),
    );
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      text.filter((value) => value !== ''),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (rows) => {
        const [sheet] = await reread(await writeXlsx([{ name: 'x', table: { columns: ['a', 'b'], rows } }]));
        expect(sheet?.rows.slice(1)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});

describe('reading a workbook', () => {
  it('reads members beyond what the library would unpack elsewhere', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index): Cell[] => [index, `${index} ${'語'.repeat(20)}`]);
    const [sheet] = await reread(await writeXlsx([{ name: 'x', table: { columns: ['n', 't'], rows } }]));
    expect(sheet?.rows).toHaveLength(20_001);
    expect(sheet?.rows.at(-1)).toEqual(rows.at(-1));
  });

  it('says what is no workbook, and what would not fit', async () => {
    const kind = async (bytes: Uint8Array) => {
      const read = await readXlsx(bytes);
      return read.ok ? 'read' : read.error.kind;
    };
    const sound = await writeXlsx([{ name: 'x', table }]);
    expect(await kind(strToU8('title,n'))).toBe('unsupported');
    expect(await kind(zipSync({ 'project.qde': strToU8('<Project/>') }))).toBe('unsupported');
    expect(await kind(sound.slice(0, sound.length / 2))).toBe('damaged');
    const parts = unzipSync(sound);
    const corner =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect(await kind(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(corner) }))).toBe('too-large');
    expect(
      await kind(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData>') })),
    ).not.toBe('read');
  });
});
