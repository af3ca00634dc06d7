import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ParseProgress } from '../../../src-renderer/application/ports/parser';
import type { InputFile } from '../../../src-renderer/application/ports/platform';
import { createParserPool } from '../../../src-renderer/workers/parser-pool';
import { makePicturePdf } from '../../fixtures/import/picture-pdf';

vi.setConfig({ testTimeout: 240_000 });

const pool = createParserPool({ size: 1 });
afterEach(() => pool.close());

const never = new AbortController().signal;
const file = (bytes: Uint8Array<ArrayBuffer>): InputFile => ({
  name: 'scan.pdf',
  path: 'scan.pdf',
  size: bytes.length,
  bytes: () => Promise.resolve(bytes.slice()),
  read: (start, end) => Promise.resolve(bytes.slice(start, end)),
});

const english = [
  'The government increased its efforts to protect',
  'the victims of trafficking and to punish those',
  'who exploit them at the border.',
];
const japanese = ['人身取引は重大な人権侵害であり、', '政府は被害者の保護を進めている。'];
const cjk = '"Noto Serif CJK JP", serif';

async function recognise(bytes: Uint8Array<ArrayBuffer>, languages: readonly string[], signal = never) {
  const progress: ParseProgress[] = [];
  const result = await pool.parse(file(bytes), signal, { recognise: languages }, (step) => {
    progress.push(step);
  });
  return { result, progress, source: result.ok ? result.value.sources[0] : undefined };
}

describe('a PDF of pictures', () => {
  it('has no text until it is recognised', async () => {
    const result = await pool.parse(file(await makePicturePdf([english])), never);
    expect(result).toMatchObject({
      ok: true,
      value: { sources: [], pagesWithoutText: [1], warnings: [{ key: 'pages-without-text' }] },
    });
  });

  it('is read page by page in English, with what is known of each', async () => {
    const bytes = await makePicturePdf([english, english.slice(0, 1)]);
    const { result, progress, source } = await recognise(bytes, ['eng']);
    expect(result).toMatchObject({ ok: true, value: { pagesWithoutText: [1, 2] } });
    expect(source?.text).toBe(`${english.join(' ')}\n\n${english[0]}`);
    expect(source?.blocks.map(({ page }) => page)).toEqual([1, 2]);
    expect(progress).toEqual([
      { page: 1, of: 2 },
      { page: 2, of: 2 },
    ]);
    expect(source?.warnings).toMatchObject([{ key: 'pages-recognised', params: { count: 2, pages: '1–2' } }]);
    expect(Number(source?.warnings[0]?.params['mean'])).toBeGreaterThan(80);
    expect(source?.fields).toEqual([
      { name: 'OCR confidence', value: expect.stringMatching(/^1: \d+, 2: \d+$/) as string },
    ]);
  });

  it('is read in Japanese without spaces between the characters', async () => {
    const { source } = await recognise(await makePicturePdf([japanese], { font: cjk }), ['jpn']);
    expect(source?.text).toBe(japanese.join(''));
  });

  it('is read downwards in vertical Japanese', async () => {
    const bytes = await makePicturePdf(
      [['人身取引は重大な人権侵害である', '政府は被害者の保護を進めている']],
      {
        vertical: true,
        font: cjk,
      },
    );
    const { source } = await recognise(bytes, ['jpn_vert']);
    expect(source?.text.replaceAll('\n', '')).toContain('人身取引は重大な人権侵害である');
  });

  it('can be cancelled while it is recognised, and the next one read', async () => {
    const bytes = await makePicturePdf([english, english, english]);
    const cancel = new AbortController();
    const parsing = pool.parse(file(bytes), cancel.signal, { recognise: ['eng'] }, () => cancel.abort());
    expect(await parsing).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    const { source } = await recognise(await makePicturePdf([english.slice(2)]), ['eng']);
    expect(source?.text).toBe(english[2]);
  });
});
