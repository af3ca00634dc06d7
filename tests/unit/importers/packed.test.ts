import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pageResources } from '../../../src-renderer/domain/sources/names/page-resources';
import { parseDocument } from '../../../src-renderer/importers';
import { makeDocx, paragraph } from '../../fixtures/import/docx';
import { encodeAs, utf8 } from '../../fixtures/import/encodings';

/** A name of bytes, each as a character: fflate writes those below U+0100 as they are and unmarked. */
const rawName = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Takes the mark of UTF-8 from all members, and gives them names of the same length in bytes. */
function withNames(names: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const stand = names.map((name, i) => String(i).padStart(name.length, '_'));
  const zip = zipSync(Object.fromEntries(stand.map((name) => [name, utf8(`text of ${name}`)])));
  const text = rawName(zip);
  names.forEach((name, i) => {
    const sought = stand[i] ?? '';
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) zip.set(name, at);
  });
  return zip as Uint8Array<ArrayBuffer>;
}

const read = async (bytes: Uint8Array, name = 'a.zip') => {
  const result = await parseDocument({ name, bytes });
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail}`);
  return result.value;
};
const pathsIn = async (bytes: Uint8Array) => (await read(bytes)).members.map(({ path }) => path);

describe('an archive of documents', () => {
  it('gives its files, archives among them, and no sources of its own', async () => {
    const inner = zipSync({ 'b.txt': utf8('inner') });
    const docx = makeDocx({ body: paragraph('word') });
    const zip = zipSync({ 'Japan/a.txt': utf8('text'), 'inner.zip': inner, 'word/c.docx': docx });
    const { members, sources, warnings } = await read(zip);
    expect(members).toEqual([
      { path: 'Japan/a.txt', bytes: utf8('text') },
      { path: 'inner.zip', bytes: inner },
      { path: 'word/c.docx', bytes: docx },
    ]);
    expect(sources).toEqual([]);
    expect(warnings).toEqual([]);
    expect(await pathsIn(inner)).toEqual(['b.txt']);
  });

  it('leaves out what systems and programs keep for themselves, and counts it', async () => {
    const names = ['__MACOSX/._a.txt', '.DS_Store', 'x/Thumbs.db', 'x/~$a.docx', 'x/desktop.ini', 'x/a.txt'];
    const { members, warnings } = await read(
      zipSync(Object.fromEntries(names.map((name) => [name, utf8('x')]))),
    );
    expect(members.map(({ path }) => path)).toEqual(['x/a.txt']);
    expect(warnings).toEqual([{ key: 'system-files-left-out', params: { count: 5 } }]);
  });

  it('leaves out the files of saved pages, and counts them', async () => {
    const names = ['p/News.html', 'p/News_files/a.js', 'p/News_files/b/c.html', 'q_files/d.txt'];
    const { members, warnings } = await read(
      zipSync(Object.fromEntries(names.map((name) => [name, utf8('x')]))),
    );
    expect(members.map(({ path }) => path)).toEqual(['p/News.html', 'q_files/d.txt']);
    expect(warnings).toEqual([{ key: 'page-files-left-out', params: { count: 2 } }]);
  });

  it.each([
    ['shift_jis', ['資料/人身取引対策.txt', '資料/表.txt']],
    ['euc-kr', ['자료/인신매매 방지.txt', '보고서.txt']],
    ['gb18030', ['资料/反对拐卖人口.txt', '报告.txt']],
    ['big5', ['資料/防制人口販運的措施.txt', '報告.txt']],
  ])('reads names in %s that are not marked', async (label, names) => {
    expect(await pathsIn(withNames(names.map((name) => encodeAs(label, name))))).toEqual(names);
  });

  it('reads other names as UTF-8 or by the usual code page', async () => {
    expect(await pathsIn(withNames([utf8('資料.txt'), utf8('한국.txt')]))).toEqual(['資料.txt', '한국.txt']);
    const western = [
      Uint8Array.of(0x73, 0x63, 0x68, 0x94, 0x6e),
      Uint8Array.of(0x72, 0x82, 0x73, 0x75, 0x6d, 0x82),
    ];
    expect(await pathsIn(withNames(western))).toEqual(['schön', 'résumé']);
  });

  it('says what is wrong with it', async () => {
    const kind = async (bytes: Uint8Array) => {
      const result = await parseDocument({ name: 'a.zip', bytes });
      return result.ok ? 'read' : result.error.kind;
    };
    expect(await kind(zipSync({ '.DS_Store': utf8('x') }))).toBe('empty');
    expect(await kind(zipSync({ 'project.qde': utf8('<x/>'), 'sources/a.txt': utf8('x') }))).toBe('project');
    expect(await kind(zipSync({ '../a.txt': utf8('x') }))).toBe('damaged');
    const cut = zipSync({ 'a.txt': utf8('some words '.repeat(100)) });
    expect(await kind(cut.subarray(0, cut.length - 30))).toBe('damaged');
    const changed = zipSync({ 'a.txt': utf8('some words') }, { level: 0 });
    changed[40] = 0;
    expect(await kind(changed)).toBe('damaged');
  });
});

describe('the files of saved pages', () => {
  it('lie beside the page in a folder called after it', () => {
    const paths = [
      'a.htm',
      'A_files/x.png',
      'b.html',
      'c/b_files/y.css',
      'd.html',
      'd.files/z.gif',
      'e_files/e.txt',
    ];
    expect([...pageResources(paths)]).toEqual(['A_files/x.png', 'd.files/z.gif']);
  });
});
