import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkCanonical, cleanText } from '../../../src-renderer/domain/text/canonical';
import { parseDocument } from '../../../src-renderer/importers';
import { makeDocx, paragraph } from '../../fixtures/import/docx';
import { makePdf } from '../../fixtures/import/pdf';

vi.setConfig({ testTimeout: 120_000 });

const utf8 = (text: string) => new TextEncoder().encode(text);
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

  const whole = {
    'a.docx': makeDocx({ body: paragraph('The victims are protected by the state.') }),
    'a.pdf': makePdf({ pages: [[{ text: 'The victims are protected by the state.', x: 60, y: 700 }]] }),
  };
  it.each(Object.entries(whole))(
    'damaged anywhere is read or fails with a reason: %s',
    async (name, bytes) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
          const damaged = cut ? bytes.slice(0, at) : bytes.slice();
          if (!cut) damaged[at] = value;
          await holds(name, damaged);
        }),
        { numRuns: 150 },
      );
    },
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
