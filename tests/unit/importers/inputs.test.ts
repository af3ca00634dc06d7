import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../src-renderer/domain/model/import';
import { parseDocument } from '../../../src-renderer/importers';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { encodeAs } from '../../fixtures/import/encodings';
import { heading, makeDocx, paragraph } from '../../fixtures/import/docx';
import { column, makePdf } from '../../fixtures/import/pdf';
import { english, japanese, korean, simplified, traditional } from '../../fixtures/import/texts';
import { installedMaps } from './parse';

/** Documents of the field collected for testing, where they are at hand; never part of the repository. */
const inputs = join(import.meta.dirname, '../../../../shared/inputs');

interface Entry {
  readonly path: string;
  readonly expected?: { readonly password?: string; readonly trap?: string; readonly articles?: number };
}

const collected = (): { name: string; bytes: Uint8Array; entry: Entry | undefined }[] => {
  if (!existsSync(inputs)) return [];
  const manifest = JSON.parse(readFileSync(join(inputs, 'manifest.json'), 'utf8')) as Entry[];
  return ['documents', 'encodings', 'pdf', 'office', 'news'].flatMap((folder) =>
    readdirSync(join(inputs, folder)).map((file) => ({
      name: `${folder}/${file}`,
      bytes: new Uint8Array(readFileSync(join(inputs, folder, file))),
      entry: manifest.find(({ path }) => path === `${folder}/${file}`),
    })),
  );
};

const own = [
  { name: 'english.txt', bytes: new TextEncoder().encode(english) },
  { name: 'japanese.txt', bytes: encodeAs('shift_jis', japanese) },
  { name: 'korean.md', bytes: encodeAs('euc-kr', `# ${korean}`) },
  { name: 'chinese.html', bytes: encodeAs('big5', `<html><body><p>${traditional}</p></body></html>`) },
  { name: 'chinese.docx', bytes: makeDocx({ body: heading(1, '行动计划') + paragraph(simplified) }) },
  { name: 'japanese.pdf', bytes: makePdf({ pages: [column(japanese.replace(/\s/g, ''), { font: 'cjk' })] }) },
].map((file) => ({ ...file, entry: undefined }));

// What the parts of a name say about the file, for those whose outcome is known.
const encodings: [RegExp, string][] = [
  [/_(SHIFT_JIS|CP932)_/, 'shift_jis'],
  [/_EUC-JP_/, 'euc-jp'],
  [/_(EUC-KR|CP949)_/, 'euc-kr'],
  [/_Big5_/, 'big5'],
  [/_UTF-16/, 'utf-16le'],
  [/_iso-2022-kr_/, 'iso-2022-kr'],
  [/_Johab_/, 'johab'],
];
const languages: [RegExp, string][] = [
  [/\/(jp_|chardet_(SHIFT_JIS|CP932|EUC-JP))/, 'ja'],
  [/\/(kr_|chardet_(EUC-KR|CP949|iso-2022-kr|Johab))/, 'ko'],
  [/\/(cn_|chardet_GB2312)/, 'zh-Hans'],
  [/\/(tw_.*Hant|chardet_Big5)/, 'zh-Hant'],
  [/\/(us_|un_)/, 'en'],
];
const found = (table: [RegExp, string][], name: string) => table.find(([pattern]) => pattern.test(name))?.[1];

describe('every document at hand', () => {
  it.each([...own, ...collected()])('$name', async ({ name, bytes, entry }) => {
    const copy = bytes.slice();
    const result = await parseDocument({ name, bytes }, {}, installedMaps);
    expect(bytes, 'the original bytes').toEqual(copy);

    if (entry?.expected?.password !== undefined || entry?.expected?.trap === 'password needed') {
      expect(result).toMatchObject({ ok: false, error: { kind: 'password' } });
    } else if (entry?.expected?.articles === 0) {
      expect(result).toMatchObject({ ok: false, error: { kind: 'no-articles' } });
    } else {
      if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
      const articles = entry?.expected?.articles;
      if (articles !== undefined) expect(result.value.sources).toHaveLength(articles);
      for (const source of result.value.sources) {
        checkCanonical(source);
        expect(source.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(source.title).not.toBe('');
        expect(source.blocks.length).toBeGreaterThan(0);
        const encoding = found(encodings, name);
        if (encoding) expect(source.encoding).toBe(encoding);
        const language = found(languages, name);
        if (language) expect(source.language).toBe(language);
      }
    }
  });
});

describe.runIf(existsSync(inputs))('known traps of the collected documents', () => {
  const outcome = (name: string, choices: ImportChoices = {}) =>
    parseDocument({ name, bytes: new Uint8Array(readFileSync(join(inputs, name))) }, choices, installedMaps);
  const read = async (name: string) => {
    const result = await outcome(name);
    const [source] = result.ok ? result.value.sources : [];
    if (!source) throw new Error(`${name} cannot be read`);
    return source;
  };

  it('vertical Japanese reads downwards', async () => {
    expect((await read('pdf/pdfjs_vertical.pdf')).text).toBe('あいうえお日本語');
  });

  it('a scan with one word of text says so', async () => {
    expect((await read('pdf/pdfjs_scan-bad.pdf')).warnings.map(({ key }) => key)).toContain(
      'pages-without-text',
    );
  });

  it('letters that are drawn and not in the text are counted', async () => {
    expect((await read('pdf/pdfjs_issue14999_reduced.pdf')).warnings).toEqual([
      { key: 'letters-missing', params: { count: 3 } },
    ]);
  });

  it('a note on a page is a comment', async () => {
    expect((await read('pdf/plumber_annotations.pdf')).comments).toMatchObject([
      { author: 'Jeremy Singer-Vine', text: 'A popup note' },
    ]);
  });

  it('passwords open what they are for', async () => {
    expect(await outcome('pdf/pdfjs_issue6010_2.pdf', { password: 'æøå' })).toMatchObject({
      ok: true,
      value: { sources: [{ text: 'Issue 6010' }] },
    });
    expect(await outcome('pdf/pdfjs_issue3371.pdf', { password: 'elxrtqws' })).toMatchObject({
      ok: false,
      error: { kind: 'wrong-password' },
    });
    // It opens, but its page is a picture.
    expect(await outcome('pdf/pdfjs_issue3371.pdf', { password: 'ELXRTQWS' })).toMatchObject({
      ok: true,
      value: { sources: [], pagesWithoutText: [1], warnings: [{ key: 'pages-without-text' }] },
    });
  });

  it('doubled glyphs are read once', async () => {
    expect((await read('pdf/plumber_issue-71-duplicate-chars.pdf')).text).not.toMatch(/本科\s*本科/);
  });

  it('three columns are read one after the other, across pages, without what the printer added', async () => {
    const { text, blocks } = await read('pdf/plumber_federal-register-2020-17221.pdf');
    expect(text).toContain(
      'Soekarno-Hatta International Airport in Jakarta, Indonesia, resulting in 189 fatalities',
    );
    const furniture = /VerDate|DSKJLSW7X2PROD|^4[67]\d{3}$|Federal Register \/ Vol/;
    for (const { start, end, kind } of blocks)
      if (furniture.test(text.slice(start, end))) expect(kind).toBe('furniture');
    expect(blocks.filter(({ kind }) => kind === 'furniture')).toHaveLength(60);
    expect(blocks.filter(({ kind }) => kind === 'note').length).toBeGreaterThan(10);
    expect(blocks.at(-1)?.page).toBe(15);
  });

  it('a page that declares the wrong encoding is read in the right one', async () => {
    expect((await read('news/temis_europresse_test1.html')).text).toContain('éèêù');
  });

  const bundle = async (name: string) => {
    const result = await outcome(`news/${name}`);
    if (!result.ok) throw new Error(`${name}: ${result.error.kind}`);
    return result.value;
  };

  it('bundles have the articles, paragraphs and heads that other importers find', async () => {
    const text = await bundle('lnt_sample.TXT');
    expect([text.declared, text.sources.length]).toEqual([10, 10]);
    expect(text.sources[2]).toMatchObject({ outlet: 'The Sun (England)', date: '2010-01-11' });
    // Between the marks of body and end there are 82: nine of classification, two of loading.
    const word = await bundle('lnt_sample.DOCX');
    expect([word.declared, word.sources.length]).toEqual([10, 10]);
    expect(
      word.sources.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph')),
    ).toHaveLength(71);
    const factiva = await bundle('temis_factiva_test.html');
    expect(factiva.sources.map(({ identifier }) => identifier)).toEqual([
      'TESTFR0020111229e7ct0001r',
      'TESTFR0020111229e7ct0015j',
    ]);
    const europresse = await bundle('temis_europresse_test1.html');
    expect(europresse.sources.map(({ title, author }) => [title, author])).toEqual([
      ['A heading: some text', ''],
      ['Another heading with colored text inside', 'Second Author'],
      ['Heading', 'Author Name'],
    ]);
    const alceste = await bundle('temis_alceste_test.txt');
    expect(alceste.sources.map(({ title }) => title)).toEqual([
      'var1_1 var2_levela boolean1',
      'boolean2 var1_2 var2_levelb',
    ]);
  });

  it('an error message in place of an article is kept and flagged', async () => {
    const { sources, declared } = await bundle('temis_lexisnexis_test_copyright_error.html');
    expect(declared).toBe(2);
    expect(sources.map(({ date, warnings }) => [date, warnings.map(({ key }) => key)])).toEqual([
      ['2018-12-31', []],
      ['', ['article-without-copyright', 'article-error-stub']],
    ]);
    const cut = await bundle('temis_lexisnexis_test_en.html');
    expect([cut.declared, cut.sources.length]).toEqual([146, 2]);
    expect(cut.warnings.map(({ key }) => key)).toEqual(['articles-missing']);
  });

  it('lines broken at a fixed width are put together', async () => {
    const { text, blocks } = await read('documents/jp_action_plan_2009_excerpt_hardwrapped.txt');
    const texts = blocks.map(({ start, end }) => text.slice(start, end));
    expect(texts[0]).toBe('人身取引対策行動計画 2009');
    expect(texts.some((paragraph) => paragraph.includes('対応を求\nめられている'))).toBe(true);
  });

  it.each([
    [
      'documents/tw_human_trafficking_prevention_act_zh-Hant.json',
      '人口販運防制法',
      'zh-Hant',
      '條號: 第 47 條',
    ],
    [
      'documents/tw_human_trafficking_prevention_act_en.json',
      'Human Trafficking Prevention Act',
      'en',
      '條號: Article 47',
    ],
  ])('a law as data is one document with all its articles: %s', async (name, title, language, last) => {
    const source = await read(name);
    expect(source).toMatchObject({ format: 'json', title, language, date: '2023-06-14' });
    expect(source.text).toContain(`\n\n${last}\n\n`);
  });
});
