import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
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
