import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import { filesIn } from '../../../src-renderer/importers/references/files';
import { plainText } from '../../../src-renderer/importers/references/latex';
import { encodeAs, utf8 } from '../../fixtures/import/encodings';

const read = async (name: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const result = await parseDocument({ name, bytes });
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail}`);
  return result.value;
};

const ris = `TY  - NEWS
TI  - Police free
  twelve women
AU  - Sato, Hanako
AU  - Kim, Minsu
T2  - The Daily
DA  - 2010/01/11/Monday
PY  - 2010
UR  - https://news.example/a
UR  - https://news.example/b
AN  - XY123
DO  - 10.1/abc
KW  - trafficking
KW  - police
LA  - Japanese
L1  - file:///C:/My%20Files/a.pdf
ZZ  - unknown
ER  -

TY  - RPRT
T1  - 人身取引対策行動計画
Y1  - 2009/12//
`;

describe('RIS', () => {
  it('gives a record for each reference, with everything in it', async () => {
    const { records, sources, warnings } = await read('a.txt', ris.replaceAll('\n', '\r\n'));
    expect(sources).toEqual([]);
    expect(warnings).toEqual([]);
    expect(records).toEqual([
      {
        title: 'Police free twelve women',
        date: '2010-01-11',
        author: 'Sato, Hanako; Kim, Minsu',
        outlet: 'The Daily',
        url: 'https://news.example/a',
        identifier: 'XY123',
        language: 'ja',
        files: ['C:/My Files/a.pdf'],
        fields: [
          { name: 'Type', value: 'NEWS' },
          { name: 'UR', value: 'https://news.example/b' },
          { name: 'DOI', value: '10.1/abc' },
          { name: 'Keywords', value: 'trafficking' },
          { name: 'Keywords', value: 'police' },
          { name: 'ZZ', value: 'unknown' },
        ],
      },
      expect.objectContaining({ title: '人身取引対策行動計画', date: '2009-12' }),
    ]);
  });

  it('may be in another encoding', async () => {
    const bytes = encodeAs('shift_jis', 'TY  - NEWS\nTI  - 人身取引対策の行動計画について\nER  - \n');
    expect((await read('a.ris', bytes)).records[0]?.title).toBe('人身取引対策の行動計画について');
  });
});

const bib = String.raw`% exported
@string{daily = "The Daily"}
@comment{nothing}
@article{sato2010,
  title = {{Police} free \emph{twelve} women --- a "report"},
  author = {Sat{\=o}, Hanako and M{\"u}ller, J{\'o}n and {\O}stby, \v{S}},
  journal = daily # { News},
  year = 2010, month = jan, day = 11,
  doi = {10.1/abc}, url = {https://news.example/a\_b},
  file = {Full Text:files/12/a.pdf:application/pdf;:C\:\\docs\\b.pdf:PDF},
  langid = {german}, note = "50\% of {"}them{"}"
}
@misc(plain, title = "A plain one", date = {2009-12/2010-01})
@book{cut, title = {Left {open`;

describe('BibTeX', () => {
  it('gives a record for each entry, with accents and files', async () => {
    const { records, warnings } = await read('refs.bib', bib);
    expect(records).toEqual([
      {
        title: 'Police free twelve women — a "report"',
        date: '2010-01-11',
        author: 'Satō, Hanako; Müller, Jón; Østby, Š',
        outlet: 'The Daily News',
        url: 'https://news.example/a_b',
        identifier: '10.1/abc',
        language: 'de',
        files: ['files/12/a.pdf', 'C:\\docs\\b.pdf'],
        fields: [
          { name: 'Type', value: 'article' },
          { name: 'Key', value: 'sato2010' },
          { name: 'Note', value: '50% of "them"' },
        ],
      },
      expect.objectContaining({ title: 'A plain one', date: '2009-12' }),
    ]);
    expect(warnings).toEqual([{ key: 'references-cut-off', params: { count: 1 } }]);
  });

  it.each([
    [String.raw`\'{e}\'e{\'e}\'\i`, 'éééí'],
    [String.raw`\c{c}\c c\v{s}\H{o}\k{a}\r a\u{g}\.z`, 'ççšőąåğż'],
    [String.raw`\ss{}\o\ \AA ngstr\"om \L\'od\'z`, 'ßø\\ Ångström Łódź'],
    [String.raw`A \& B \$5 \{x\} $n$ a~b ''`, 'A & B $5 {x} n a b ”'],
  ])('%s is %s', (latex, text) => {
    expect(plainText(latex)).toBe(text);
  });

  it('has files as every program writes them', () => {
    expect(filesIn('a.pdf; b/c.pdf')).toEqual(['a.pdf', 'b/c.pdf']);
    expect(filesIn(':C$\\backslash$:/Users/a.pdf:pdf')).toEqual(['C:/Users/a.pdf']);
    expect(filesIn('internal-pdf://123/a%20b.pdf')).toEqual(['123/a b.pdf']);
    expect(filesIn('')).toEqual([]);
  });

  it('of other signs is plain text', async () => {
    expect((await read('a.txt', '@home {with} love')).sources[0]?.format).toBe('txt');
  });

  it('comes to an end, whatever it holds', async () => {
    const piece = fc.constantFrom(
      '@a{k,',
      't={',
      '}',
      '"',
      '{',
      '=',
      '#',
      ',',
      'x',
      '\\',
      ' ',
      '\n',
      '@string{',
      'TY  - X\n',
      'ER  -',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        await parseDocument({ name: 'a.bib', bytes: utf8(`@a{k,${pieces.join('')}`) });
      }),
      { numRuns: 200 },
    );
  });
});
