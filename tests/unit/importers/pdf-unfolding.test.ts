import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import { unfoldsTooFar } from '../../../src-renderer/importers/pdf/unfolding';
import { utf8 } from '../../fixtures/import/encodings';
import { column, makePdf } from '../../fixtures/import/pdf';
import { english } from '../../fixtures/import/texts';

const MiB = 1024 * 1024;
const packed = zlibSync(new Uint8Array(3 * MiB).fill(0x20), { level: 9 });

const withStream = (dictionary: string, stream: Uint8Array, lineEnd = '\n') =>
  Uint8Array.from([
    ...utf8(`%PDF-1.4\n4 0 obj\n<< ${dictionary} /Length ${stream.length} >>\nstream${lineEnd}`),
    ...stream,
    ...utf8('\nendstream\nendobj\n'),
  ]);

/** `z` stands for four zeros. */
function base85(bytes: Uint8Array): Uint8Array {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let value = [0, 1, 2, 3].reduce((sum, i) => sum * 256 + (bytes[at + i] ?? 0), 0);
    const digits = [0, 1, 2, 3, 4].map(() => {
      const digit = value % 85;
      value = Math.floor(value / 85);
      return String.fromCharCode(0x21 + digit);
    });
    const group = digits.reverse().join('');
    text += `${group === '!!!!!' ? 'z' : group}${at % 64 === 0 ? '\n' : ''}`;
  }
  return utf8(`${text}~>`);
}

const hexadecimal = (bytes: Uint8Array): Uint8Array =>
  utf8(`${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`);

describe('a stream that unfolds to more than there is memory for', () => {
  it.each(['\n', '\r\n'])('is found before it is unfolded whole (line end %j)', (lineEnd) => {
    const bytes = withStream('/Filter /FlateDecode', packed, lineEnd);
    expect(unfoldsTooFar(bytes, 2 * MiB)).toBe(true);
    expect(unfoldsTooFar(bytes, 4 * MiB)).toBe(false);
  });

  it('is found behind sound ones, and where its end is missing', () => {
    const sound = withStream('/Filter /FlateDecode', zlibSync(utf8(english)));
    const bytes = Uint8Array.from([...sound, ...withStream('/Filter [/Fl]', packed).slice(0, -20)]);
    expect(unfoldsTooFar(bytes, 2 * MiB)).toBe(true);
  });

  it.each([
    ['[/ASCII85Decode /FlateDecode]', base85(packed)],
    ['[ /A85 /Fl ]', base85(packed)],
    ['[/ASCIIHexDecode/FlateDecode]', hexadecimal(packed)],
    ['[/FlateDecode /FlateDecode]', zlibSync(packed, { level: 9 })],
    ['[/ASCII85Decode /FlateDecode /FlateDecode]', base85(zlibSync(packed))],
  ])('is found behind several filters: %s', (filters, stream) => {
    expect(unfoldsTooFar(withStream(`/Filter ${filters}`, stream), 2 * MiB)).toBe(true);
    expect(unfoldsTooFar(withStream(`/Filter ${filters}`, stream), 4 * MiB)).toBe(false);
  });

  it('is found when a filter in the middle makes it long, and short again by the next', () => {
    const padded = new Uint8Array(3 * MiB);
    padded.set(zlibSync(utf8(english)));
    const short = zlibSync(padded);
    expect(unfoldsTooFar(withStream('/Filter [/FlateDecode /FlateDecode]', short), 2 * MiB)).toBe(true);
  });

  it('is not one that is damaged at its beginning, a picture, or not packed', () => {
    expect(
      unfoldsTooFar(
        withStream(
          '/Filter /FlateDecode',
          packed.map((byte) => byte ^ 0xff),
        ),
        MiB,
      ),
    ).toBe(false);
    expect(unfoldsTooFar(withStream('/Subtype /Image /Filter /FlateDecode', packed), MiB)).toBe(false);
    expect(unfoldsTooFar(withStream('', packed), MiB)).toBe(false);
  });

  it('is in no usual file', () => {
    expect(unfoldsTooFar(makePdf({ pages: [column(english)] }))).toBe(false);
  });
});

describe('a file of too many pages', () => {
  it('is refused before its pages are read', async () => {
    // Counts are believed until a page is asked for: that of the first half is false.
    const bytes = utf8(
      [
        '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
        '2 0 obj\n<< /Type /Pages /Count 20001 /Kids [3 0 R 4 0 R] >>\nendobj',
        '3 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 20000 /Kids [] >>\nendobj',
        '4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj',
        'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
      ].join('\n'),
    );
    expect(await parseDocument({ name: 'many.pdf', bytes })).toMatchObject({
      ok: false,
      error: { kind: 'too-large', detail: expect.stringContaining('20001 pages') as string },
    });
  });
});
