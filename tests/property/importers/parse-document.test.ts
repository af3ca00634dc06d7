import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkCanonical, cleanText } from '../../../src-renderer/domain/text/canonical';
import { parseDocument } from '../../../src-renderer/importers';
import { encodeAs } from '../../fixtures/import/encodings';
import { english, japanese, korean } from '../../fixtures/import/texts';
import { FUZZ_TIMEOUT, fuzz } from './damage';

vi.setConfig({ testTimeout: FUZZ_TIMEOUT });

const utf8 = (text: string) => new TextEncoder().encode(text);
const texts: { readonly [name: string]: Uint8Array } = {
  'plain.txt': utf8(`${english}\n\n  ${korean}\n`),
  'wrapped.txt': utf8(
    'In this paper the Minis-\ntry describes\nwhat it did.\n\n\fChapter 2\n\n* one\n* two\n',
  ),
  'old.txt': encodeAs('shift_jis', japanese),
  'a.md': utf8(
    '# Act\n\nVictims *are* [protected](x).\n\n- one\n  1. two\n\n> said\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n```\ncode\n```\n',
  ),
  'a.html': utf8(
    `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>法</title><script>throw 1</script></head><body><nav><ul><li>menu</ul></nav><article><h1>Act</h1><p>${japanese}</p><table><tr><td>a<td>b</table><pre>x\ny</pre><ruby>人<rt>ひと</ruby></article></body></html>`,
  ),
};
const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a');
const lines = fc.constantFrom(
  'word',
  '人身取引',
  ' ',
  '  ',
  '\t',
  '　x',
  '\n',
  '\n\n',
  '\n \n',
  '\r\n',
  'a much longer line '.repeat(8),
);

/** Whatever comes in: canonical text, or a failure with a reason. Never an exception. */
async function holds(name: string, bytes: Uint8Array): Promise<void> {
  await parsed(name, bytes);
}

async function parsed(name: string, bytes: Uint8Array) {
  const result = await parseDocument({ name, bytes });
  if (result.ok) for (const source of result.value.sources) checkCanonical(source);
  else expect(result.error.kind).not.toBe('cancelled');
  return result;
}

describe('a document', () => {
  it('of any bytes is read or fails with a reason', async () => {
    await fc.assert(fc.asyncProperty(names, fc.uint8Array({ maxLength: 300 }), holds), { numRuns: 200 });
  });

  it('of any text is read or fails with a reason', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(lines).map((some) => some.join('')),
    );
    await fc.assert(
      fc.asyncProperty(names, text, (name, content) => holds(name, utf8(content))),
      { numRuns: 200 },
    );
  });

  it('of any markup is read or fails with a reason', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div hidden>',
      '</div>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '</table>',
      '<ul>',
      '<li>',
      '</ul>',
      '<h2>',
      '</h2>',
      '<pre>',
      '</pre>',
      '<br>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '<![CDATA[',
      ']]>',
      '# ',
      '> ',
      '- ',
      '| a | b |\n|--|--|\n',
      '```',
      '\n',
      '\n\n',
      'word ',
      '人身',
      '<',
      '"',
      "'",
    );
    const markup = fc.array(piece, { maxLength: 40 }).map((some) => some.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.html', 'a.md', 'a.xml'), markup, (name, content) =>
        holds(name, utf8(content)),
      ),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(texts))(
    'damaged anywhere is read or fails with a reason, in time and in little memory: %s',
    fuzz,
  );
});

describe('plain text', () => {
  it('is the canonical text, unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lines, { minLength: 1 }), async (some) => {
        const text = `x${some.join('')}`;
        const result = await parsed('a.txt', utf8(text));
        expect(result).toMatchObject({ ok: true, value: { sources: [{ text: cleanText(text) }] } });
      }),
    );
  });

  it('has every visible character in a block', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lines, { minLength: 1 }), async (some) => {
        const result = await parsed('a.txt', utf8(`x${some.join('')}`));
        const [source] = result.ok ? result.value.sources : [];
        const inBlocks =
          source?.blocks.map(({ start, end }) => source.text.slice(start, end)).join('\n') ?? '';
        expect(inBlocks.replace(/\s/g, '')).toBe(source?.text.replace(/\s/g, ''));
      }),
    );
  });
});
