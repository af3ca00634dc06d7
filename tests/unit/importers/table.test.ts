import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../src-renderer/domain/model/import';
import { writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeAs, utf8 } from '../../fixtures/import/encodings';
import { japanese, korean } from '../../fixtures/import/texts';

const read = async (name: string, content: string | Uint8Array, choices: ImportChoices = {}) => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const result = await parseDocument({ name, bytes }, choices);
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail}`);
  return result.value;
};

const speech =
  'The government will protect every victim of trafficking, and it will punish those who exploit them. ';
const table = Papa.unparse([
  ['ID', 'Headline', 'Date', 'Newspaper', 'Country', 'Text', 'URL', 'Note'],
  ['a1', 'First', '2010-01-11', 'The Times', 'Japan', `${speech}\n\n${speech}`, 'https://a.example/1', 'x'],
  ['a2', '', '11 January 2010', 'Asahi', 'KR', speech, '', ''],
  ['a3', 'Third', '', '', '', '  ', '', 'nothing to read'],
]);

describe('a table of documents', () => {
  it('becomes a document for each row, described by its other columns', async () => {
    const { sources, readings, columns, warnings } = await read('list.csv', table);
    expect(readings).toEqual(['rows', 'document']);
    expect(columns.map(({ role }) => role)).toEqual([
      ...['identifier', 'title', 'date', 'outlet', 'country', 'text', 'url', 'field'],
    ]);
    expect(columns[3]).toEqual({ name: 'Newspaper', role: 'outlet', examples: ['The Times', 'Asahi'] });
    expect(sources).toHaveLength(2);
    expect(sources[0]).toMatchObject({
      title: 'First',
      format: 'csv',
      date: '2010-01-11',
      outlet: 'The Times',
      country: 'Japan',
      identifier: 'a1',
      url: 'https://a.example/1',
      language: 'en',
      fields: [{ name: 'Note', value: 'x' }],
      text: `First\n\n${speech}\n\n${speech.trim()}`,
    });
    expect(sources[1]).toMatchObject({
      date: '2010-01-11',
      country: 'KR',
      fields: [{ name: 'Date', value: '11 January 2010' }],
    });
    expect(sources[1]?.title.startsWith('The government')).toBe(true);
    expect(warnings).toEqual([{ key: 'rows-without-text', params: { count: 1, rows: '4' } }]);
  });

  it.each([
    ['ja', '識別子;見出し;掲載日;媒体;国;本文', japanese],
    ['ko', '식별자;제목;일자;언론사;국가;본문', korean],
    ['zh', '编号;标题;日期;来源;国家;正文', japanese],
  ])('is understood by names in other languages: %s', async (_language, header, text) => {
    const csv = `${header}\n1;a;20100111;b;日本;"${text}"`;
    const { sources } = await read('x.txt', `${csv}\n2;a;20100111;b;日本;"${text}"`);
    expect(sources[0]).toMatchObject({
      title: 'a',
      date: '2010-01-11',
      outlet: 'b',
      country: '日本',
      identifier: '1',
    });
  });

  it('is understood by what stands in it where it has no names', async () => {
    const rows = [1, 2, 3].map((n) => [`2010-01-0${n}`, 'Japan', `${speech}${n}`, `https://a.example/${n}`]);
    const { columns, sources } = await read('x.tsv', Papa.unparse(rows, { delimiter: '\t' }));
    expect(columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'A date',
      'B country',
      'C text',
      'D url',
    ]);
    expect(sources).toHaveLength(3);
  });

  it('is read as the person says', async () => {
    const columns = { Headline: 'field', Note: 'title', Country: 'leave-out' } as const;
    const { sources } = await read('list.csv', table, { columns });
    expect(sources[0]).toMatchObject({ title: 'x', fields: [{ name: 'Headline', value: 'First' }] });
    expect(sources[0]?.country).toBeUndefined();
    const whole = await read('list.csv', table, { reading: 'document' });
    expect(whole.readings).toEqual(['document', 'rows']);
    expect(whole.sources[0]?.blocks.map(({ kind }) => kind)).toEqual(Array(4).fill('table-row'));
  });

  it('with nothing like a text is one document, unless the person says otherwise', async () => {
    const prices = 'DateTime,Bid,Ask\n07/19/2015 21:00,1.083,1.08332\n07/19/2015 21:01,1.08311,1.08332\n';
    expect((await read('x.txt', prices)).sources[0]).toMatchObject({
      format: 'csv',
      text: prices.replaceAll(',', '\t').trim().replaceAll('\n', '\n\n'),
    });
    expect((await read('x.txt', prices, { reading: 'rows' })).sources).toHaveLength(2);
  });

  it('keeps its encoding, and is no table where only prose has commas', async () => {
    const csv = `제목,본문\n가,"${korean}"\n나,"${korean}"`;
    const { sources, encodings } = await read('x.csv', encodeAs('euc-kr', csv));
    expect(sources[1]).toMatchObject({ title: '나', encoding: 'euc-kr' });
    expect(encodings[0]?.encoding).toBe('euc-kr');
    expect((await read('x.txt', 'One, two, three.\nFour, five, and six.\nSeven.')).sources[0]?.format).toBe(
      'txt',
    );
  });

  it('may be a single column', async () => {
    expect((await read('x.csv', `text\n"${speech}"\n"${speech}"`)).sources).toHaveLength(2);
  });
});

describe('a workbook', () => {
  const sheet = (name: string, rows: (string | number | null)[][]) => {
    const [columns = [], ...body] = rows;
    return { name, table: { columns: columns.map(String), rows: body } };
  };

  it('becomes a document for each row of its sheets', async () => {
    const bytes = await writeXlsx([
      sheet('2010', [
        ['title', 'text', 'date'],
        ['A', speech, 20100111],
        ['B', null, null],
      ]),
      sheet('2011', [
        ['title', 'text', 'page'],
        ['C', korean, 7],
      ]),
    ]);
    const { sources, warnings } = await read('x.xlsx', bytes);
    expect(sources.map(({ title, language }) => `${title} ${language}`)).toEqual(['A en', 'C ko']);
    expect(sources[0]).toMatchObject({ date: '2010-01-11', format: 'xlsx', encoding: '' });
    expect(sources[1]?.fields).toEqual([
      { name: 'Sheet', value: '2011' },
      { name: 'page', value: '7' },
    ]);
    expect(warnings).toEqual([{ key: 'rows-without-text', params: { count: 1, rows: '2010 3' } }]);
    const whole = await read('x.xlsx', bytes, { reading: 'document' });
    expect(whole.sources[0]?.text).toContain(
      `2010\n\ntitle\ttext\tdate\n\nA\t${speech.trim()}\t20100111\n\nB\n\n2011`,
    );
  });

  it('that is cut is damaged', async () => {
    const bytes = await writeXlsx([sheet('a', [['text'], [speech]])]);
    const result = await parseDocument({ name: 'x.xlsx', bytes: bytes.subarray(0, bytes.length - 40) });
    expect(result).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });
});

describe('any table', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', 'a,b', 'say "no"', 'two\nlines', '人身取引', 'tab\there'),
  );
  it('has every character of its cells once and in order when it is read as one document', async () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), async (some, delimiter) => {
        const text = Papa.unparse(some, { delimiter, quotes: true });
        const result = await parseDocument({ name: 'x.csv', bytes: utf8(text) }, { reading: 'document' });
        const letters = (value: string) => value.replace(/[\s\0\uFEFF]+/g, '');
        const expected = letters(some.flat().join(''));
        if (expected === '') return;
        expect(result.ok && letters(result.value.sources[0]?.text ?? '')).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('has every text and field of its rows when each is a document', async () => {
    const row = fc.tuple(cell, cell, cell).map(([a, b, c]) => [`${speech}${a}`, b, c]);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (some) => {
        const text = Papa.unparse([['text', 'q1', 'q2'], ...some], { quotes: true });
        const { sources } = await read('x.csv', text, {
          columns: { text: 'text', q1: 'field', q2: 'field' },
        });
        expect(sources.map((source) => source.text.replace(/\s+/g, ''))).toEqual(
          some.map(([body = '']) => body.replace(/[\s\0]+/g, '')),
        );
        expect(sources.map(({ fields }) => fields.map(({ value }) => value))).toEqual(
          some.map((cells) =>
            cells
              .slice(1)
              .map((value) => value.trim())
              .filter(Boolean),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});
