import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJohab } from '../../../src-renderer/importers/decode/johab';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeAs, encodeIso2022Kr, encodeJohab, encodeUtf16, utf8 } from '../../fixtures/import/encodings';
import { english, japanese, korean, simplified, traditional } from '../../fixtures/import/texts';
import { parse, warningKeys } from './parse';

const read = async (bytes: Uint8Array, encoding?: string, name = 'a.txt') => {
  const result = await parseDocument({ name, bytes }, encoding === undefined ? {} : { encoding });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('Johab', () => {
  it('is known by its sentences, and told to be a guess', async () => {
    const { sources } = await read(encodeJohab(korean));
    expect(sources[0]).toMatchObject({ text: korean, encoding: 'johab', language: 'ko' });
    expect(sources[0]?.warnings).toEqual([{ key: 'encoding-guessed', params: { encoding: 'johab' } }]);
  });

  it('has the codes that the standard gives', () => {
    const bytes = Uint8Array.of(
      0x88,
      0x61,
      0xd0,
      0x65,
      0x8b,
      0x69,
      0x88,
      0x41,
      0x84,
      0x61,
      0x84,
      0x42,
      0xd9,
      0x31,
    );
    expect(decodeJohab(bytes).text).toBe('가한글ㄱㅏㄱ\u3000');
  });

  it('reads every syllable and hanja back', () => {
    const character = fc.oneof(
      fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...'人身賣買伽詰、。ぁァАЯ※㈜ a\n'),
    );
    fc.assert(
      fc.property(fc.array(character), (some) => {
        const text = some.join('');
        expect(decodeJohab(encodeJohab(text))).toEqual({ text, encoding: 'johab', replaced: 0 });
      }),
    );
  });

  it('keeps a line end after half a pair, and counts what has no meaning', () => {
    expect(decodeJohab(Uint8Array.of(0x88, 0x0a, 0x88, 0x61, 0xff, 0xff, 0x88))).toEqual({
      text: '�\n가��',
      encoding: 'johab',
      replaced: 3,
    });
  });
});

describe('UTF-16 without a mark and without letters of ASCII', () => {
  it.each([
    ['Japanese', japanese],
    ['Korean', korean],
    ['Simplified Chinese', simplified],
    ['Traditional Chinese', traditional],
  ])('is known: %s', async (_name, text) => {
    for (const order of ['le', 'be'] as const) {
      expect(await parse('a.txt', encodeUtf16(text, order, false))).toMatchObject({
        text,
        encoding: `utf-16${order}`,
        warnings: [],
      });
    }
  });
});

describe('a chosen encoding', () => {
  it.each([
    ['johab', encodeJohab(korean), korean],
    ['iso-2022-kr', encodeIso2022Kr(korean), korean],
    ['Shift_JIS', encodeAs('shift_jis', '人身'), '人身'],
    ['big5', encodeAs('big5', '人口販運'), '人口販運'],
  ])('%s is used, and nothing is said to be a guess', async (encoding, bytes, text) => {
    const { sources, encodings } = await read(bytes, encoding);
    expect(sources[0]).toMatchObject({ text, encoding: encoding.toLowerCase(), warnings: [] });
    expect(encodings[0]).toMatchObject({ encoding: encoding.toLowerCase(), replaced: 0 });
  });

  it('is used although it does not fit, and what is lost is counted', async () => {
    const { sources } = await read(encodeAs('euc-kr', korean), 'utf-8');
    expect(sources[0]?.encoding).toBe('utf-8');
    expect(sources[0]?.warnings.map(({ key }) => key)).toEqual(['characters-replaced']);
  });

  it('that does not exist is said', async () => {
    const result = await parseDocument({ name: 'a.txt', bytes: utf8('x') }, { encoding: 'klingon' });
    expect(result).toEqual({ ok: false, error: { kind: 'encoding-unknown', detail: 'klingon' } });
  });
});

describe('samples', () => {
  it('show the text under each encoding that fits, from where they differ', async () => {
    const { encodings } = await read(encodeAs('euc-kr', `${'plain ASCII\n'.repeat(1000)}Title: ${korean}`));
    expect(encodings[0]).toEqual({
      encoding: 'euc-kr',
      sample: `Title: ${korean}`.slice(0, 200),
      replaced: 0,
    });
    const labels = encodings.map(({ encoding }) => encoding);
    expect(labels).toContain('gb18030');
    expect(labels).not.toContain('utf-8');
    expect(labels).not.toContain('utf-16le');
    expect(new Set(encodings.map(({ sample }) => sample)).size).toBe(encodings.length);
  });

  it('are one where all encodings agree', async () => {
    const { encodings } = await read(utf8(english));
    expect(encodings).toEqual([{ encoding: 'utf-8', sample: english.slice(0, 200), replaced: 0 }]);
  });
});

describe('an encoding that a file declares wrongly', () => {
  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body>${korean}</body></html>`;

  it('is told together with the right one', async () => {
    const source = await parse('a.html', page('euc-kr'));
    expect(source.warnings).toContainEqual({
      key: 'encoding-declared-wrong',
      params: { declared: 'euc-kr', encoding: 'utf-8' },
    });
  });

  it('is not told where it is another name of the same', async () => {
    expect(warningKeys(await parse('a.html', encodeAs('euc-kr', page('ks_c_5601-1987'))))).toEqual([]);
    expect(warningKeys(await parse('a.html', '<meta charset="latin1"><p>plain</p>'))).toEqual([]);
  });
});
