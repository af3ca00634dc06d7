import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCanonical,
  cleanText,
  layOut,
  type BlockDraft,
} from '../../../src-renderer/domain/text/canonical';

/** Any UTF-16, lone surrogates and the characters that matter here among it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\r', '\n', '\r\n', '\0', '\uFEFF', '\uD83D', '\uDE00', '\u2028', ' ', '　', '人'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const drafts = fc.array(
  fc.record({
    kind: fc.constantFrom('heading', 'paragraph', 'list-item', 'table-row', 'quote', 'preformatted', 'note'),
    level: fc.nat(6),
    text: anyText,
  }),
) as fc.Arbitrary<BlockDraft[]>;

describe('clean text', () => {
  it('is clean, and cleaning it changes nothing', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = cleanText(raw);
        expect(text).not.toMatch(/[\r\0]|^\uFEFF/);
        expect(text).not.toMatch(/\p{Surrogate}/u);
        expect(cleanText(text)).toBe(text);
      }),
    );
  });

  it('is the text itself where it was clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\r\0]|^\uFEFF/.test(text));
        expect(cleanText(text)).toBe(text);
      }),
    );
  });
});

describe('laying blocks out', () => {
  it('gives canonical text', () => {
    fc.assert(fc.property(drafts, (some) => void checkCanonical(layOut(some))));
  });

  it('keeps every block that says something, in order, with its text', () => {
    fc.assert(
      fc.property(drafts, (some) => {
        const { text, blocks } = layOut(some);
        const kept = some
          .map((draft) => ({ ...draft, text: cleanText(draft.text).replace(/^[\n\uFEFF]+|\n+$/g, '') }))
          .filter((draft) => draft.text.trim() !== '');
        expect(
          blocks.map(({ start, end, kind, level }) => ({ kind, level, text: text.slice(start, end) })),
        ).toEqual(kept);
      }),
    );
  });

  it('has one blank line between blocks and nothing else', () => {
    fc.assert(
      fc.property(drafts, (some) => {
        const { text, blocks } = layOut(some);
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
      }),
    );
  });
});

describe('the check', () => {
  const block = { start: 0, end: 3, kind: 'paragraph', level: 0 } as const;

  it.each([
    ['CR', 'a\rb', [block]],
    ['NUL', 'a\0b', [block]],
    ['a byte order mark', '\uFEFFab', [block]],
    ['a lone surrogate', 'a\uD83Db', [block]],
    ['text outside blocks', 'abcd', [block]],
    ['a block past the end', 'ab', [block]],
    ['an empty block', 'abc', [block, { ...block, start: 3 }]],
    ['overlapping blocks', 'abcd', [block, { ...block, start: 2, end: 4 }]],
    ['a block that ends with a line feed', 'ab\n', [block]],
  ])('refuses %s', (_what, text, blocks) => {
    expect(() => checkCanonical({ text, blocks })).toThrow('Broken invariant');
  });
});
