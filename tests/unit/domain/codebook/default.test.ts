import { describe, expect, it } from 'vitest';
import resource from '@resources/codebook.json';
import { codebookFromResource } from '../../../../src-renderer/domain/codebook/default';
import { searchCodes } from '../../../../src-renderer/domain/codebook/search';
import { descendantsOf } from '../../../../src-renderer/domain/codebook/tree';
import { stateFromRows } from '../../../../src-renderer/domain/history/state';

const shipped = () => {
  const read = codebookFromResource(resource);
  if (!read.ok) throw new Error(read.error.path);
  return read.value;
};

describe('the default codebook', () => {
  it('has the core families switched on and the four modes on the keys 1 to 4', () => {
    const { families, codes } = shipped();
    expect(families.filter(({ enabled }) => enabled).map(({ key }) => key)).toEqual([
      'mode',
      'level',
      'actor',
    ]);
    expect(families.every(({ core, enabled }) => core === enabled)).toBe(true);
    const modes = codes.filter(({ shortcut }) => shortcut !== '');
    expect(modes.map(({ key, shortcut }) => key + shortcut)).toEqual(['M11', 'M22', 'M33', 'M44']);
    expect(new Set(modes.map(({ color }) => color)).size).toBe(4);
    expect(new Set(modes.map(({ symbol }) => symbol)).size).toBe(4);
  });

  it('turns keys into ids', () => {
    const { families, codes } = shipped();
    const state = stateFromRows({ families, codes });
    const root = codes.find(({ key }) => key === 'M')!;
    expect(root).toMatchObject({ parentId: null, codable: false, familyId: families[0]!.id });
    expect(descendantsOf(state, root.id).length).toBe(
      codes.filter(({ familyId }) => familyId === root.familyId).length - 1,
    );
  });

  it.each([
    ['$', () => null],
    ['format', (book: typeof resource) => ({ ...book, format: 'other' })],
    ['families', (book: typeof resource) => ({ ...book, families: {} })],
    ['families', (book: typeof resource) => ({ ...book, families: [book.families[0], book.families[0]] })],
    ['codes[0].family', (book: typeof resource) => ({ ...book, families: [] })],
    ['codes[1].color', (book: typeof resource) => withCode(book, 1, { color: 'red' })],
    ['codes[1].parent', (book: typeof resource) => withCode(book, 1, { parent: 'nobody' })],
    ['codes[1].labels', (book: typeof resource) => withCode(book, 1, { labels: {} })],
    ['codes[1].indicators.en', (book: typeof resource) => withCode(book, 1, { indicators: { en: 'x' } })],
    ['codes[1].symbol', (book: typeof resource) => withCode(book, 1, { symbol: 'heart' })],
    ['codes[1].parent', (book: typeof resource) => withCode(book, 1, { parent: book.codes[1]!.key })],
    ['codes[1].order', (book: typeof resource) => withCode(book, 1, { order: 0.5 })],
    ['codes[1].codable', (book: typeof resource) => withCode(book, 1, { codable: 'yes' })],
    ['codes', (book: typeof resource) => withCode(book, 1, { key: 'M' })],
  ])('says where it is malformed: %s', (path, spoil) => {
    expect(codebookFromResource(spoil(resource))).toEqual({ ok: false, error: { kind: 'malformed', path } });
  });
});

function withCode(book: typeof resource, index: number, more: object): unknown {
  return { ...book, codes: book.codes.map((code, i) => (i === index ? { ...code, ...more } : code)) };
}

describe('searching the codebook', () => {
  const state = stateFromRows(shipped());
  const keys = (query: string, language: 'en' | 'ja' | 'ko' | 'zh-Hans' = 'en') =>
    searchCodes(state, query, language).map(({ code }) => code.key);

  it('finds codes by label in any language, whatever the interface', () => {
    for (const query of [
      'organized crime',
      '組織犯罪',
      '조직범죄',
      '有组织犯罪',
      'ORGANIZED',
      'ｏｒｇａｎｉｚｅｄ',
    ]) {
      expect(keys(query)).toContain('M3');
    }
    expect(keys('organized crime')[0]).toBe('M3');
    expect(searchCodes(state, '移民犯罪', 'zh-Hans')[0]).toMatchObject({
      code: { key: 'M1' },
      language: 'zh-Hans',
    });
  });

  it('finds codes by key first', () => {
    expect(searchCodes(state, 'm3', 'en')[0]).toMatchObject({
      code: { key: 'M3' },
      kind: 'exact',
      language: null,
    });
  });

  it('ranks beginnings over words over insides over indicators', () => {
    const kinds = searchCodes(state, 'immigra', 'en').map(({ kind }) => kind);
    expect(kinds[0]).toBe('prefix');
    expect(kinds.at(-1)).toBe('indicator');
    const order = ['exact', 'prefix', 'word', 'inside', 'indicator'];
    expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('finds several beginnings of words in any order', () => {
    expect(keys('cri org')).toContain('M3');
  });

  it('gives everything in order for nothing', () => {
    expect(keys(' ')).toHaveLength(155);
    expect(keys('')[0]).toBe('M');
  });

  it('finds nothing for nonsense', () => {
    expect(keys('<script>')).toEqual([]);
  });
});
