import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeIso2022Kr, encodeJohab, encodeUtf16, utf8 } from '../../fixtures/import/encodings';
import { english, japanese, korean } from '../../fixtures/import/texts';

/** Ten thousand on demand; by default as many as a run of all tests has time for. */
const FUZZED = Number(process.env['PARALLAX_FUZZ_RUNS'] ?? 100);
/** Of one file of some kilobytes on a busy machine, in milliseconds. */
const LONGEST = 20_000;

vi.setConfig({ testTimeout: 120_000 + 100 * FUZZED });

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

/** Changes bytes, cuts, repeats and moves pieces. */
const mutation = fc.array(
  fc.record({
    how: fc.constantFrom('set', 'cut', 'repeat', 'drop'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(64),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(...utf8('"{}[],;:=-\n\r\t\\@<>%'))),
  }),
  { minLength: 1, maxLength: 6 },
);

type Steps = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Uint8Array, steps: Steps): Uint8Array<ArrayBuffer> {
  let list = [...bytes];
  for (const { how, at, length, byte } of steps) {
    const place = Math.floor(at * list.length);
    if (how === 'set') list[place] = byte;
    else if (how === 'cut') list = list.slice(0, place);
    else if (how === 'repeat') list.splice(place, 0, ...list.slice(place, place + length));
    else list.splice(place, length);
  }
  return Uint8Array.from(list);
}

/** Of a packed file, its parts are damaged and not its packing: else checksums find all of it. */
function damagedFile(name: string, steps: Steps): Uint8Array<ArrayBuffer> {
  const whole = files[name] ?? new Uint8Array();
  if (!name.endsWith('.xlsx') || steps.length % 2 === 0) return mutated(whole, steps);
  const parts = unzipSync(whole);
  const names = Object.keys(parts).filter((part) => /sheet\d|sharedStrings|workbook\.xml$/.test(part));
  const part = names[(steps[0]?.length ?? 0) % names.length] ?? '';
  return zipSync({ ...parts, [part]: mutated(parts[part] ?? new Uint8Array(), steps) });
}

describe('a damaged file of data is read or fails with a reason, in time', () => {
  it.each(Object.keys(files))('%s', async (name) => {
    const whole = files[name] ?? new Uint8Array();
    expect(await parseDocument({ name, bytes: whole })).toMatchObject({ ok: true });
    await fc.assert(
      fc.asyncProperty(mutation, fc.constantFrom(name, 'a.txt'), async (steps, called) => {
        const started = performance.now();
        const result = await parseDocument({ name: called, bytes: damagedFile(name, steps) });
        if (result.ok) result.value.sources.forEach(checkCanonical);
        else expect(result.error.detail).not.toContain('Broken invariant');
        expect(performance.now() - started).toBeLessThan(LONGEST);
      }),
      { numRuns: FUZZED },
    );
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
