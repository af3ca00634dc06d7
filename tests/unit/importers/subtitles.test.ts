import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeUtf16, utf8 } from '../../fixtures/import/encodings';
import { outline, parse, texts, warningKeys } from './parse';

const srt = `1
00:00:06,500 --> 00:00:09,000
About <i>two</i> months ago
I found {\\an8}myself here.

2
00:00:09,100 --> 00:00:12,000
It went on

3
00:00:20,000 --> 00:00:24,000
and on.

4
01:00:30,000 --> 01:02:05,900
- Who is there?
- Nobody & <3.
`;

describe('SubRip', () => {
  it('is what was said, in paragraphs', async () => {
    const source = await parse('a.srt', srt);
    expect(source).toMatchObject({
      format: 'srt',
      fields: [{ name: 'Duration', value: '1:02:05' }],
      warnings: [],
    });
    expect(texts(source)).toEqual([
      'About two months ago I found myself here. It went on and on.',
      '- Who is there?',
      '- Nobody & <3.',
    ]);
  });

  it('is known in UTF-16, without numbers, and under any name', async () => {
    for (const text of [srt, srt.replace(/^\d\n/gm, ''), srt.replaceAll('\n', '\r\n')])
      expect(await parse('a.txt', encodeUtf16(text, 'le'))).toMatchObject({
        format: 'srt',
        encoding: 'utf-16le',
      });
  });

  it('joins lines of Japanese without a space, and of Korean with one', async () => {
    const cues = (one: string, two: string) => `1\n00:00:01,000 --> 00:00:02,000\n${one}\n${two}\n`;
    expect((await parse('a.srt', cues('人身取引の', '被害者'))).text).toBe('人身取引の被害者');
    expect((await parse('a.srt', cues('인신매매', '방지'))).text).toBe('인신매매 방지');
  });

  it('keeps a number that is said, and a line after an empty one', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nHow many?\n\n42\n\n2\n00:00:02,000 --> 00:00:03,000\nYes.\n';
    expect((await parse('a.srt', text)).text).toBe('How many? 42 Yes.');
  });
});

describe('WebVTT', () => {
  it('has speakers, notes, styles and a header', async () => {
    const source = await parse(
      'a.vtt',
      `WEBVTT - The hearing
Kind: captions
Language: ja

STYLE
::cue { color: red }

NOTE checked by
the clerk

intro
00:01.000 --> 00:02.000 align:start
<v Ms Sato>Let us <c.loud>begin</c> &amp; go on.

00:02.000 --> 00:03.000
<v Ms Sato>Quietly<00:02.500> now.

00:03.000 --> 00:04.000
<v.first Mr Kim>Yes.</v>
`,
    );
    expect(source).toMatchObject({ format: 'vtt', title: 'The hearing', fields: [{ value: '0:00:04' }] });
    expect(outline(source)).toEqual([
      'hidden 0: checked by\nthe clerk',
      'paragraph 0: Ms Sato: Let us begin & go on. Quietly now.',
      'paragraph 0: Mr Kim: Yes.',
    ]);
  });

  it('that rolls upwards is read once, which is told', async () => {
    const lines = ['the first line', 'the second line', 'the third line', 'the last line'];
    const cues = lines.map(
      (line, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${i > 0 ? `${lines[i - 1]}\n` : ''}${line}\n`,
    );
    const source = await parse('a.vtt', `WEBVTT\n\n${cues.join('\n')}`);
    expect(source.text).toBe(lines.join(' '));
    expect(source.warnings).toEqual([{ key: 'repeated-lines-left-out', params: { count: 3 } }]);
  });
});

describe('any subtitles', () => {
  it('have every character of what is said once and in order', async () => {
    const line = fc.stringMatching(/^[a-zé人身取引가-힣.,!? -]{1,40}$/u).filter((text) => text.trim() !== '');
    const cues = fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cues, fc.boolean(), async (some, isVtt) => {
        const body = some.map((lines, i) => {
          const time = (n: number) => `00:${String(n).padStart(2, '0')}:00${isVtt ? '.' : ','}000`;
          return `${i + 1}\n${time(i)} --> ${time(i + 1)}\n${lines.join('\n')}\n`;
        });
        const text = (isVtt ? 'WEBVTT\n\n' : '') + body.join('\n');
        const source = await parse('a.srt', text);
        if (warningKeys(source).includes('repeated-lines-left-out')) return;
        expect(source.text.replace(/\s+/g, '')).toBe(some.flat().join('').replace(/\s+/g, ''));
      }),
      { numRuns: 80 },
    );
  });

  it('without words have no text', async () => {
    const bytes = utf8('WEBVTT\n\n00:01.000 --> 00:02.000\n');
    expect(await parseDocument({ name: 'a.vtt', bytes })).toMatchObject({
      ok: false,
      error: { kind: 'no-text' },
    });
  });
});
