import { describe, expect, it } from 'vitest';
import {
  encodeAs,
  encodeIso2022Jp,
  encodeIso2022Kr,
  encodeUtf16,
  utf8,
} from '../../fixtures/import/encodings';
import { english, french, japanese, korean, simplified, traditional } from '../../fixtures/import/texts';
import { parseDocument } from '../../../src-renderer/importers';
import { decoderFor } from '../../../src-renderer/importers/decode/decoder';
import { failureOf, parse, warningKeys } from './parse';

describe('a text in an encoding that is not declared', () => {
  it.each([
    ['Shift_JIS', 'shift_jis', encodeAs('shift_jis', japanese), japanese],
    ['EUC-JP', 'euc-jp', encodeAs('euc-jp', japanese), japanese],
    ['EUC-KR', 'euc-kr', encodeAs('euc-kr', korean), korean],
    ['GB18030', 'gb18030', encodeAs('gb18030', simplified), simplified],
    ['Big5', 'big5', encodeAs('big5', traditional), traditional],
  ])('%s is guessed, and the person is told', async (_name, encoding, bytes, text) => {
    const source = await parse('a.txt', bytes);
    expect(source.text).toBe(text);
    expect(source.encoding).toBe(encoding);
    expect(source.warnings).toEqual([{ key: 'encoding-guessed', params: { encoding } }]);
  });

  it.each([
    ['UTF-8', 'utf-8', utf8(japanese), japanese],
    ['UTF-8 with a mark', 'utf-8', utf8(`\uFEFF${korean}`), korean],
    ['UTF-16 LE', 'utf-16le', encodeUtf16(korean, 'le'), korean],
    ['UTF-16 BE', 'utf-16be', encodeUtf16(japanese, 'be'), japanese],
    ['UTF-16 LE without a mark', 'utf-16le', encodeUtf16(english, 'le', false), english],
    ['UTF-16 BE without a mark', 'utf-16be', encodeUtf16(english, 'be', false), english],
    ['ISO-2022-JP', 'iso-2022-jp', encodeIso2022Jp(japanese), japanese],
    ['ISO-2022-KR', 'iso-2022-kr', encodeIso2022Kr(korean), korean],
  ])('%s is certain', async (_name, encoding, bytes, text) => {
    const source = await parse('a.txt', bytes);
    expect(source).toMatchObject({ text, encoding, warnings: [] });
  });

  it('Windows-1252 is guessed for Western European text', async () => {
    const bytes = Uint8Array.from([...french.replaceAll('’', "'")].map((c) => c.charCodeAt(0)));
    const source = await parse('a.txt', bytes);
    expect(source.text).toBe(french.replaceAll('’', "'"));
    expect(warningKeys(source)).toEqual(['encoding-guessed']);
  });

  it('fails when nothing plausible comes out', async () => {
    // Pairs of high bytes in no order at all.
    const bytes = Uint8Array.from({ length: 2000 }, (_, i) => 0xa1 + ((i * i * 31 + i * 17) % 90));
    expect(await failureOf('a.txt', bytes)).toBe('encoding-unknown');
  });

  it('fails with the name of the encoding where that is certain and the bytes are not text in it', async () => {
    const halves = encodeUtf16('\uD83D '.repeat(200), 'le');
    const result = await parseDocument({ name: 'a.txt', bytes: halves });
    expect(result).toEqual({ ok: false, error: { kind: 'encoding-damaged', detail: 'utf-16le' } });
  });
});

const page = (charset: string, text: string) =>
  `<html><head><meta charset="${charset}"></head><body><p>${text}</p></body></html>`;

const russian =
  'Правительство утвердило план противодействия торговле людьми. Защита жертв и наказание преступников важны.';

describe('a declared encoding', () => {
  it('is believed where it fits', async () => {
    const source = await parse('a.html', encodeAs('shift_jis', page('Shift_JIS', '人身取引')));
    expect(source).toMatchObject({ text: '人身取引', encoding: 'shift_jis', warnings: [] });
  });

  it('is believed of XML', async () => {
    const source = await parse(
      'a.xml',
      encodeAs('euc-kr', '<?xml version="1.0" encoding="euc-kr"?><a>인신매매</a>'),
    );
    expect(source).toMatchObject({ text: '인신매매', encoding: 'euc-kr' });
  });

  it('is not believed where the bytes are UTF-8', async () => {
    const source = await parse('a.html', page('ISO-8859-1', 'accentuées, 人身取引'));
    expect(source).toMatchObject({ text: 'accentuées, 人身取引', encoding: 'utf-8' });
  });

  it('UTF-8 is not believed where every accent would be lost', async () => {
    const latin = page('utf-8', `${french.replaceAll('’', "'")}`);
    const source = await parse('a.html', Uint8Array.from([...latin].map((c) => c.charCodeAt(0))));
    expect(source.text).toContain('créé un centre');
  });

  it.each([
    ['ISO-8859-1', 'shift_jis', japanese],
    ['windows-1252', 'euc-kr', korean],
    ['iso-8859-1', 'big5', traditional],
    ['iso-8859-1', 'windows-1251', russian],
    ['gb2312', 'shift_jis', japanese],
    ['gb2312', 'big5', traditional],
    ['big5', 'gb18030', simplified],
    ['euc-kr', 'gb18030', simplified],
    ['euc-kr', 'euc-jp', japanese],
    ['euc-jp', 'euc-kr', korean],
    ['Shift_JIS', 'big5', traditional],
    ['utf-16', 'shift_jis', japanese],
  ])('%s is not believed where the bytes are %s, and both are told', async (declared, encoding, lines) => {
    const text = lines.replace(/\s+/g, ' ').trim();
    const source = await parse('a.html', encodeAs(encoding, page(declared, text)));
    expect(source).toMatchObject({ encoding, text });
    expect(source.warnings).toEqual([{ key: 'encoding-declared-wrong', params: { declared, encoding } }]);
  });

  it.each([
    [
      'shift_jis',
      '東京都千代田区霞が関一丁目 '.repeat(3) + '佐藤一郎鈴木次郎高橋三郎田中四郎伊藤五郎渡辺六郎山本七郎',
    ],
    ['euc-kr', '朴槿惠 金大中 盧武鉉 李明博 文在寅 尹錫悅 金泳三 盧泰愚 全斗煥 崔圭夏 朴正熙 金鍾泌'],
    ['gbk', 'The “Government” said: “No.” “We” will “not” be “moved” by “this”.'.repeat(3)],
    ['windows-1252', '«Ça», dit-il… «été», «dû», «où», «être», «naïf» – «forêt» 5 £ ½ × ¼'],
  ])('is believed of a text that is unusual in it: %s', async (encoding, text) => {
    const source = await parse('a.html', encodeAs(encoding, page(encoding, text.trim())));
    expect(source).toMatchObject({ encoding, text: text.trim(), warnings: [] });
  });

  it('stands although a byte or two are damaged, which is told', async () => {
    const bytes = encodeAs('euc-kr', page('euc-kr', korean.repeat(5)));
    bytes[bytes.indexOf(0xb4)] = 0xff;
    const source = await parse('a.html', bytes);
    expect(source.encoding).toBe('euc-kr');
    expect(warningKeys(source)).toContain('characters-replaced');
  });
});

describe('every platform decodes alike', () => {
  it('the quotes, dashes and the euro of Windows-1252', async () => {
    const bytes = [...page('windows-1252', '\x93It\x92s \x80 5\x94 \x96 \x85')].map((c) => c.charCodeAt(0));
    const source = await parse('a.html', Uint8Array.from(bytes));
    expect(source).toMatchObject({ encoding: 'windows-1252', text: '“It’s € 5” – …' });
    const rtf = await parse('a.rtf', String.raw`{\rtf1\ansi\ansicpg1252 \'93It\'92s \'80 5\'94 \'96}`);
    expect(rtf.text).toBe('“It’s € 5” –');
  });

  it.each([
    [0x81, 0x41, '갂'],
    [0x8c, 0x63, '똠'],
    [0xa0, 0xfe, '좤'],
    [0xa1, 0x41, '좥'],
    [0xbb, 0x6f, '팷'],
    [0xc6, 0x52, '힣'],
  ])('the syllables of CP949 beyond EUC-KR: %i %i', async (lead, trail, syllable) => {
    const [before, after] = page('euc-kr', '가|방각하')
      .split('|')
      .map((part) => encodeAs('euc-kr', part));
    const bytes = Uint8Array.of(...(before ?? []), lead, trail, 0x41, lead, trail, ...(after ?? []));
    const source = await parse('a.html', bytes);
    expect(source).toMatchObject({ text: `가${syllable}A${syllable}방각하`, warnings: [] });
  });

  it('has every syllable under one pair of CP949, and no other letter', () => {
    const found = new Set<string>();
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x41; trail <= 0xfe; trail++) {
        const text = decoderFor('euc-kr').decode(Uint8Array.of(lead, trail));
        if (/^[가-힣]$/.test(text)) found.add(text);
      }
    expect(found.size).toBe(11172);
  });

  it('keeps a letter of ASCII after a byte that begins nothing', () => {
    expect(decoderFor('euc-kr').decode(Uint8Array.of(0xff, 0x41, 0xb0, 0xa1, 0x0a, 0x41))).toBe(
      '\uFFFDA가\nA',
    );
  });

  it('the characters of four bytes under GBK', async () => {
    const bytes = encodeAs('gb18030', page('gb2312', '中文|'));
    const at = bytes.indexOf('|'.charCodeAt(0));
    const whole = Uint8Array.of(...bytes.subarray(0, at), 0x81, 0x39, 0xee, 0x39, ...bytes.subarray(at + 1));
    expect(await parse('a.html', whole)).toMatchObject({ text: '中文㐀', warnings: [] });
  });
});

describe('characters that are not text', () => {
  it('UTF-8 with a damaged byte stays UTF-8', async () => {
    const bytes = utf8(japanese);
    bytes[bytes.length - 10] = 0xff;
    const source = await parse('a.txt', bytes);
    expect(source.encoding).toBe('utf-8');
    expect(warningKeys(source)).toEqual(['characters-replaced']);
    expect(source.text).toContain('�');
  });

  it('lone surrogates of a UTF-16 file become U+FFFD, and are counted', async () => {
    const source = await parse('a.txt', encodeUtf16(`${english}\uD83D and \uDE00 and 😀`, 'le'));
    expect(source.text.endsWith('� and � and 😀')).toBe(true);
    expect(source.warnings).toEqual([{ key: 'characters-replaced', params: { count: 2 } }]);
  });

  it('a few NULs are left out, and counted', async () => {
    const source = await parse('a.txt', `${english}\0 \0`);
    expect(source.text).toBe(`${english} `);
    expect(source.warnings).toEqual([{ key: 'nul-characters', params: { count: 2 } }]);
  });

  it.each([
    ['UTF-8', utf8('Victims are\0 protected.'), 'utf-8', 'Victims are protected.'],
    ['UTF-8 at the end', utf8('Victims.\0'), 'utf-8', 'Victims.'],
    ['UTF-16', encodeUtf16('被害者を\0保護する。', 'be'), 'utf-16be', '被害者を保護する。'],
    ['UTF-16 without a mark', encodeUtf16('Victims\0 first', 'le', false), 'utf-16le', 'Victims first'],
    ['a declared encoding', encodeAs('euc-kr', page('euc-kr', '인신\0매매')), 'euc-kr', '인신매매'],
  ])('one NUL does not keep a short text out: %s', async (_name, bytes, encoding, text) => {
    const source = await parse('a.txt', bytes);
    expect(source).toMatchObject({ encoding, text });
    expect(source.warnings).toContainEqual({ key: 'nul-characters', params: { count: 1 } });
  });

  it('one NUL does not hide the encoding of a text that does not declare it', async () => {
    const source = await parse('a.txt', encodeAs('shift_jis', `${japanese}\0`));
    expect(source).toMatchObject({ encoding: 'shift_jis', text: japanese });
    expect(warningKeys(source)).toEqual(['encoding-guessed', 'nul-characters']);
  });

  it('many NULs are no text', async () => {
    expect(await failureOf('a.txt', 'a\0b\0c\0\0\0'.repeat(100))).toBe('binary');
    expect(await failureOf('a.txt', '\x01\x02\0\x03\x04ab')).toBe('binary');
  });

  it('line ends become LF, and a mark inside the text stays', async () => {
    expect((await parse('a.txt', 'one\r\ntwo\rthree\n\uFEFFfour')).text).toBe('one\ntwo\nthree\n\uFEFFfour');
  });

  it('right-to-left marks, combining characters and wide forms stay as they are', async () => {
    const text = '\u200Fالعربية\u200E (\u202Babc\u202C) e\u0301 カ\u3099 ﾊﾟ ㍻ ﬁ';
    expect((await parse('a.txt', text)).text).toBe(text);
  });
});
