import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeIso2022Kr, encodeJohab, encodeUtf16, utf8 } from '../../fixtures/import/encodings';
import { english, japanese, korean } from '../../fixtures/import/texts';
import { damaged, FUZZ_TIMEOUT, fuzz, type Damage } from './damage';

vi.setConfig({ testTimeout: FUZZ_TIMEOUT });

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const workbook = await writeXlsx([
  {
    name: '2010',
    table: {
      columns: ['title', 'text'],
      rows: [
        ['A', english],
        ['B', japanese],
      ],
    },
  },
  { name: '2011', table: { columns: ['title', 'text'], rows: [['C', korean]] } },
]);

const files: { readonly [name: string]: Uint8Array } = {
  'table.csv': utf8(`title;date;text\nA;2010-01-11;${quote(english)}\nB;;${quote(japanese)}\n`),
  'table.tsv': utf8('a\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n'),
  'book.xlsx': workbook,
  'data.json': utf8(
    JSON.stringify({
      total: 2,
      docs: [
        { id: 1, text: english },
        { id: 2, text: korean, at: { x: [1, null] } },
      ],
    }),
  ),
  'data.jsonl': utf8([english, japanese].map((text) => JSON.stringify({ title: 'A', text })).join('\n')),
  'film.srt': encodeUtf16(
    '1\n00:00:01,000 --> 00:00:02,000\n<i>Who</i> is there?\n\n2\n00:00:03,000 --> 00:00:04,000\nNobody.\n',
    'le',
  ),
  'film.vtt': utf8(
    'WEBVTT\nLanguage: ja\n\nNOTE x\n\na\n00:01.000 --> 00:02.000\n<v Sato>人身取引 &amp; more\n',
  ),
  'page.mhtml': utf8(
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n' +
      'Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>One =E4=BA=BA two</p></body></html>\r\n--b\r\n' +
      'Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0bWw+PGJvZHk+PHA+eDwvcD4=\r\n--b--\r\n',
  ),
  'all.zip': zipSync({
    'a.txt': utf8(english),
    '__MACOSX/._a.txt': utf8('x'),
    'p.html': utf8('<p>x</p>'),
    'p_files/a.js': utf8('x'),
  }),
  'refs.ris': utf8(
    'TY  - NEWS\nTI  - Police free women\nAU  - Sato\nDA  - 2010/01/11/\nL1  - file:///a%20b.pdf\nER  - \n',
  ),
  'refs.bib': utf8(
    String.raw`@string{d = "Daily"} @article{k, title = {A {\"u}ber ---}, journal = d # { News}, file = {:C\:\\a.pdf:PDF}}`,
  ),
  'johab.txt': encodeJohab(korean),
  'mail.txt': encodeIso2022Kr(korean),
  'unmarked.txt': encodeUtf16(japanese, 'be', false),
};

/** Of a packed file, its parts are damaged and not its packing: else checksums find all of it. */
function damagedWorkbook(whole: Uint8Array, steps: Damage): Uint8Array<ArrayBuffer> {
  if (steps.length % 2 === 0) return damaged(whole, steps);
  const parts = unzipSync(whole);
  const names = Object.keys(parts).filter((part) => /sheet\d|sharedStrings|workbook\.xml$/.test(part));
  const part = names[(steps[0]?.length ?? 0) % names.length] ?? '';
  return zipSync({ ...parts, [part]: damaged(parts[part] ?? new Uint8Array(), steps) });
}

describe('a damaged file of data is read or fails with a reason, in time and in little memory', () => {
  it.each(Object.keys(files))('%s', async (name) => {
    const whole = files[name] ?? new Uint8Array();
    await fuzz(name, whole, name.endsWith('.xlsx') ? (steps) => damagedWorkbook(whole, steps) : undefined);
  });
});

describe('a file made to take long', () => {
  it.each<[string, string, string]>([
    ['entries that are not closed', 'a.bib', '@a{k, t = {'.repeat(20_000)],
    ['entries that are not closed, on lines', 'a.bib', '@a{k, t = {\n'.repeat(20_000)],
    ['notes', 'a.vtt', `WEBVTT\n\n${'NOTE x\n\n'.repeat(50_000)}00:01.000 --> 00:02.000\nx\n`],
    [
      'records of names of their own',
      'a.json',
      JSON.stringify(Array.from({ length: 3000 }, (_, i) => ({ [`k${i}`]: 'x' }))),
    ],
    ['lines that are no data', 'a.txt', '[x] not data\n'.repeat(100_000)],
    [
      'a header',
      'a.mht',
      `MIME-Version: 1.0\nContent-Type: multipart/related;${'a="b;";'.repeat(20_000)}\n\nx`,
    ],
  ])('is read or refused in time: %s', async (_name, name, content) => {
    const started = performance.now();
    await parseDocument({ name, bytes: utf8(content) });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('with one row of very many cells is too large', async () => {
    const csv = `${'x,'.repeat(30_000)}\n${'y\n'.repeat(1000)}`;
    expect(await parseDocument({ name: 'a.csv', bytes: utf8(csv) })).toMatchObject({
      ok: false,
      error: { kind: 'too-large' },
    });
  });
});
