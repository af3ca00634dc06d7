import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvField, csvText, undefused } from '../../../../src-renderer/domain/exchange/tables/csv';

describe('CSV', () => {
  it('begins with a byte order mark and ends every record with CRLF', () => {
    expect(csvText({ columns: ['国', 'n'], rows: [['日本', 3]] })).toBe('\ufeff国,n\r\n日本,3\r\n');
  });

  it('quotes what would break a field', () => {
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('say "no"')).toBe('"say ""no"""');
    expect(csvField('two\nlines')).toBe('"two\nlines"');
    expect(csvField(' a ')).toBe('" a "');
    expect(csvField('plain')).toBe('plain');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', ' =1', '\u0000=1', '\u3000@x'])(
    'defuses %j',
    (text) => {
      expect(csvField(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('defuses control characters at the start', () => {
    expect(csvField('\t=1')).toBe(`"'\t=1"`);
    expect(csvField('\rx')).toBe(`"'\rx"`);
    expect(csvField('\nx')).toBe(`"'\nx"`);
  });

  it('leaves numbers numbers', () => {
    expect(csvField(-5)).toBe('-5');
    expect(csvField(0.6)).toBe('0.6');
    expect(csvField(NaN)).toBe('');
    expect(csvField(null)).toBe('');
    expect(csvField(false)).toBe('false');
  });

  it('reads back as it was, once apostrophes of ours are taken away', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom("'=1", "''@x", "'it", '=1', '-'),
    );
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.record({
        columns: fc.array(cell, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 5,
        }),
      }),
    );
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const text = csvText({ columns, rows });
        const read = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' }).data;
        expect(read.slice(0, -1).map((row) => row.map(undefused))).toEqual([columns, ...rows]);
      }),
    );
  });
});
