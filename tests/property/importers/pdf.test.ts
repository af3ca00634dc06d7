import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import { column, makePdf, type PdfLine } from '../../fixtures/import/pdf';
import { FUZZ_TIMEOUT, fuzz } from './damage';

vi.setConfig({ testTimeout: FUZZ_TIMEOUT });

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 30 })
  .map((words) => `${words.join(' ')}.`.replace(/^./, (letter) => letter.toUpperCase()));
const page = fc.array(sentence, { minLength: 1, maxLength: 5 });

/** What is on a page: paragraphs down one column after the other, and a foot. */
function laidOut(paragraphs: readonly string[], columns: number, number: number): PdfLine[] {
  const width = 480 / columns - 20;
  const lines = paragraphs.flatMap((text) => column(text, { width })).map(({ text }) => text);
  const height = Math.ceil(lines.length / columns);
  const placed = lines.map((text, i): PdfLine => {
    const place = Math.floor(i / height);
    return { text, x: 60 + place * (width + 20), y: 760 - 15 * (i - place * height) };
  });
  return [...placed, { text: `Report ${number}`, x: 280, y: 20, size: 8 }];
}

const letters = (text: string) => text.replace(/\s/g, '');

describe('the text of a PDF', () => {
  it('has every character once and in order, with nothing of the page’s foot in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        async (pages, columns) => {
          const bytes = makePdf({
            pages: pages.map((paragraphs, i) => laidOut(paragraphs, columns, i + 1)),
          });
          const result = await parseDocument({ name: 'a.pdf', bytes });
          const [source] = result.ok ? result.value.sources : [];
          const body = source?.blocks
            .filter(({ kind }) => pages.length < 3 || kind !== 'furniture')
            .map(({ start, end }) => source.text.slice(start, end))
            .join('');
          const written = pages.map((some, i) => some.join('') + (pages.length < 3 ? `Report ${i + 1}` : ''));
          expect(letters(body ?? '')).toBe(letters(written.join('')));
        },
      ),
      { numRuns: 60 },
    );
  });
});

const files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
  ['plain', makePdf({ pages: [column('Victims are protected.')], info: { Title: 'Act' } })],
  [
    'two pages, one a picture, with a remark',
    makePdf({
      pages: [column('Of 2021.'), []],
      pictures: [2],
      remarks: [
        {
          page: 1,
          text: 'x',
          author: 'Sato',
          date: 'D:20100111',
          box: [60, 750, 90, 770],
          kind: 'Highlight',
        },
      ],
    }),
  ],
  [
    'East Asian',
    makePdf({
      pages: [[...column('人身取引', { font: 'cjk' }), { text: '対策', x: 300, y: 700, font: 'vertical' }]],
    }),
  ],
];

describe('a damaged PDF', () => {
  it.each(files)('is read or fails with a reason, in time and in little memory: %s', (_what, whole) =>
    fuzz('a.pdf', whole),
  );
});
