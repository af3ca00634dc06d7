import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../src-renderer/domain/model/import';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeAs, utf8 } from '../../fixtures/import/encodings';
import { japanese, korean } from '../../fixtures/import/texts';
import { texts } from './parse';

const page = (body: string, title = 'A page') =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

/** Bytes as quoted-printable, in short lines. */
function quoted(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) =>
    byte === 0x3d || byte > 0x7e || byte < 0x20
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  const lines: string[] = [''];
  for (const sign of signs) {
    if ((lines.at(-1) ?? '').length + sign.length > 74) lines.push('');
    lines[lines.length - 1] += sign;
  }
  return lines.join('=\r\n');
}
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/.{76}/g, '$&\r\n');

interface Part {
  readonly type?: string;
  readonly encoding?: 'quoted-printable' | 'base64' | '8bit';
  readonly location?: string;
  readonly content: Uint8Array;
}

function archive(parts: readonly Part[], isClosed = true): Uint8Array<ArrayBuffer> {
  const head = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example/a',
    'Subject: A page',
    'Date: Mon, 11 Jan 2010 10:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="--=_x.(1)"',
  ];
  const bodies = parts.map(({ type = 'text/html', encoding = 'quoted-printable', location, content }) => {
    const body =
      encoding === 'base64'
        ? base64(content)
        : encoding === '8bit'
          ? String.fromCharCode(...content)
          : quoted(content);
    const where = location ? `Content-Location: ${location}\r\n` : '';
    return `----=_x.(1)\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n${where}\r\n${body}\r\n`;
  });
  const all = `${head.join('\r\n')}\r\n\r\n${bodies.join('')}${isClosed ? '----=_x.(1)--\r\n' : ''}`;
  return Uint8Array.from(all, (sign) => sign.charCodeAt(0));
}

const read = async (bytes: Uint8Array, choices: ImportChoices = {}) => {
  const result = await parseDocument({ name: 'a.mhtml', bytes }, choices);
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail}`);
  return result.value;
};

describe('a page saved as one file', () => {
  it.each(['quoted-printable', 'base64', '8bit'] as const)('is read out of %s', async (encoding) => {
    const picture = { type: 'image/png', encoding: 'base64', content: Uint8Array.of(1, 2, 3) } as const;
    const content = utf8(page(`<p>${japanese}</p>`));
    const { sources, encodings } = await read(
      archive([{ encoding, location: 'https://news.example/a?b=1', content }, picture]),
    );
    expect(sources).toHaveLength(1);
    expect(sources[0]).toMatchObject({
      format: 'mhtml',
      title: 'A page',
      url: 'https://news.example/a?b=1',
      encoding: 'utf-8',
      language: 'ja',
      fields: [{ name: 'Saved', value: 'Mon, 11 Jan 2010 10:00:00 -0000' }],
      warnings: [],
    });
    expect(encodings[0]?.encoding).toBe('utf-8');
  });

  it('has the encoding that its part declares, unless that is wrong or the person says otherwise', async () => {
    const content = encodeAs('euc-kr', page(`<p>${korean.trim()}</p>`));
    const part = (charset: string) => archive([{ type: `text/html; charset="${charset}"`, content }]);
    for (const charset of ['euc-kr', 'utf-8'])
      expect((await read(part(charset))).sources[0]).toMatchObject({ encoding: 'euc-kr', language: 'ko' });
    expect((await read(part('euc-kr'), { encoding: 'gb18030' })).sources[0]?.encoding).toBe('gb18030');
  });

  it('leaves frames out, and counts them; a page of frames alone gives the longest', async () => {
    const main = { content: utf8(page('<p>The main text.</p>')) };
    const frame = { content: utf8(page('<p>Buy now! Only today.</p>')) };
    const { sources } = await read(archive([main, frame, frame]));
    expect(sources[0] && texts(sources[0])).toEqual(['The main text.']);
    expect(sources[0]?.warnings).toEqual([{ key: 'frames-left-out', params: { count: 2 } }]);
    const frameset = { content: utf8('<html><frameset><frame src="cid:1"></frameset></html>') };
    expect((await read(archive([frameset, main, frame]))).sources[0]?.text).toBe('Buy now! Only today.');
  });

  it('that is cut is read as far as it goes, and that is told', async () => {
    const whole = archive(
      [{ encoding: 'base64', content: utf8(page('<p>The main text.</p>'.repeat(20))) }],
      false,
    );
    for (const cut of [0, 101, 102, 103]) {
      const { sources } = await read(whole.subarray(0, whole.length - cut));
      expect(sources[0]?.text).toContain('The main text.');
      expect(sources[0]?.warnings.map(({ key }) => key)).toContain('document-cut-off');
    }
  });

  it('without a page has no text, and mail without MIME is plain text', async () => {
    const picture = archive([{ type: 'image/png', content: Uint8Array.of(1) }]);
    expect(await parseDocument({ name: 'a', bytes: picture })).toMatchObject({
      ok: false,
      error: { kind: 'no-text' },
    });
    expect((await read(utf8('From: me\n\nSome words.'))).sources[0]?.format).toBe('txt');
  });
});

describe('any archived page', () => {
  it('has every character of its text once and in order', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'ab =.-\t人身取引é😀'), maxLength: 120 });
    const encoding = fc.constantFrom('quoted-printable', 'base64', '8bit');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), encoding, async (lines, how) => {
        const content = utf8(page(lines.map((text) => `<p>${text}</p>`).join('\r\n')));
        const result = await parseDocument({ name: 'a', bytes: archive([{ encoding: how, content }]) });
        const letters = lines.join('').replace(/\s+/g, '');
        if (letters === '') return;
        expect(result.ok && result.value.sources[0]?.text.replace(/\s+/g, '')).toBe(letters);
      }),
      { numRuns: 60 },
    );
  });

  it('however damaged, is read or fails with a reason', async () => {
    const whole = archive([
      { content: utf8(page(`<p>${japanese}</p>`)) },
      { encoding: 'base64', content: utf8(page('x')) },
    ]);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), fc.nat(whole.length), async (changes, cut) => {
        const bytes = whole.slice(0, whole.length - (cut % 2 ? cut : 0));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        await parseDocument({ name: 'a.mht', bytes });
      }),
      { numRuns: 100 },
    );
  });
});
