import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../src-renderer/domain/model/import';
import { parseDocument } from '../../../src-renderer/importers';
import { utf8 } from '../../fixtures/import/encodings';
import { english, korean, traditional } from '../../fixtures/import/texts';
import { outline } from './parse';

const read = async (content: string, choices: ImportChoices = {}, name = 'a.json') => {
  const result = await parseDocument({ name, bytes: utf8(content) }, choices);
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail}`);
  return result.value;
};

const articles = [
  { id: 12345678901234567890n, title: 'One', body: english, meta: { date: '2010-01-11', tags: ['a', 'b'] } },
  { id: 2n, title: 'Two', body: korean, meta: { date: '2011-02-12', tags: [], seen: true } },
].map((record) =>
  JSON.stringify(record, (_, value: unknown) => (typeof value === 'bigint' ? `#${value}#` : value)),
);
const records = articles.map((line) => line.replace(/"#(\d+)#"/, '$1'));

describe('a file of records', () => {
  it.each([
    ['a list', `[${records.join(',\n')}]`],
    ['a record on each line', `${records.join('\n')}\n`],
    ['a list in an object', `{"total": 2, "query": "trafficking", "docs": [${records.join(',')}]}`],
  ])('becomes a document for each: %s', async (_name, content) => {
    const { sources, readings, columns } = await read(content);
    expect(readings).toEqual(['rows', 'document']);
    expect(columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'id identifier',
      'title title',
      'body text',
      'meta.date date',
      'meta.tags field',
      'meta.seen field',
    ]);
    expect(sources).toHaveLength(2);
    expect(sources[0]).toMatchObject({
      format: 'json',
      title: 'One',
      identifier: '12345678901234567890',
      date: '2010-01-11',
      fields: [{ name: 'meta.tags', value: 'a; b' }],
    });
    expect(sources[1]).toMatchObject({ language: 'ko', fields: [{ name: 'meta.seen', value: 'true' }] });
  });

  it('tells of lines that are damaged, and of records without text, by their lines', async () => {
    const lines = [...Array<string>(10).fill(records[0] ?? ''), '{"id": 3, "ti', '', '{"id": 4}'];
    const { sources, warnings } = await read(lines.join('\n'), {}, 'a.jsonl');
    expect(sources).toHaveLength(10);
    expect(warnings).toEqual([
      { key: 'lines-unreadable', params: { count: 1, lines: '11' } },
      { key: 'rows-without-text', params: { count: 1, rows: '13' } },
    ]);
  });
});

describe('a law as data', () => {
  const law = JSON.stringify({
    法規名稱: '人口販運防制法',
    法規網址: 'https://law.example/1',
    最新異動日期: '20230614',
    沿革內容: `1.${traditional}`,
    法規內容: [
      { 編章節: '第 一 章 總則' },
      { 條號: '第 1 條', 條文內容: '為防制人口販運行為，\r\n特制定本法。' },
      { 條號: '第 2 條', 條文內容: traditional },
    ],
  });

  it('is one document, with what it says of itself', async () => {
    const { sources, readings } = await read(law);
    expect(readings).toEqual(['document', 'rows']);
    const [source] = sources;
    expect(source).toMatchObject({
      title: '人口販運防制法',
      date: '2023-06-14',
      url: 'https://law.example/1',
      language: 'zh-Hant',
    });
    expect(source && outline(source).slice(0, 4)).toEqual([
      'paragraph 0: 法規名稱: 人口販運防制法',
      'paragraph 0: 法規網址: https://law.example/1',
      'paragraph 0: 最新異動日期: 20230614',
      'heading 1: 沿革內容',
    ]);
    expect(source && outline(source)).toContain('heading 2: 條號: 第 1 條');
    expect(source?.text).toContain('第 1 條\n\n為防制人口販運行為，\n\n特制定本法。\n\n條號: 第 2 條');
  });

  it('gives its articles where that is wanted', async () => {
    const { sources, warnings } = await read(law, { reading: 'rows' });
    expect(sources).toHaveLength(2);
    expect(warnings).toEqual([{ key: 'rows-without-text', params: { count: 1, rows: '1' } }]);
  });
});

describe('any data', () => {
  it('keeps every value once and in order when read as one document', async () => {
    const { value } = fc.letrec<{ value: unknown; text: string }>((tie) => ({
      text: fc.string({ unit: 'grapheme', maxLength: 200 }),
      value: fc.oneof(
        { maxDepth: 3 },
        tie('text'),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('k', 'kk', 'kkk'), tie('value'), { maxKeys: 3 }),
      ),
    }));
    const letters = (text: string) => text.replace(/[\s\0\uFEFFk:�\uD800-\uDFFF]+/gu, '');
    const valuesIn = (some: unknown): string[] =>
      typeof some === 'object' && some !== null ? Object.values(some).flatMap(valuesIn) : [String(some)];
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 4 }), async (some) => {
        const bytes = utf8(JSON.stringify(some));
        const result = await parseDocument({ name: 'a.json', bytes }, { reading: 'document' });
        const expected = letters(valuesIn(some).join(''));
        if (expected === '') return;
        expect(result.ok && letters(result.value.sources[0]?.text ?? '')).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('that is none is plain text', async () => {
    expect((await read('{ this is } prose')).sources[0]?.format).toBe('txt');
    expect((await read('[1] A note.\n[2] Another.')).sources[0]?.format).toBe('txt');
    expect(await parseDocument({ name: 'a.json', bytes: utf8('{}') })).toMatchObject({
      ok: false,
      error: { kind: 'no-text' },
    });
  });
});
