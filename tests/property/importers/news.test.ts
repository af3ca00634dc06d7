import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { ReadFile } from '../../../src-renderer/domain/model/import';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { parseDocument } from '../../../src-renderer/importers';
import { articlePage, indexedPage, plainText, xml } from '../../fixtures/import/news/factiva';
import { classicPage, classicText } from '../../fixtures/import/news/nexis';
import {
  alcesteText,
  bigKindsRows,
  europresseNew,
  europresseOld,
  kikuzo,
  newsbank,
  proquest,
  yomidasu,
} from '../../fixtures/import/news/others';
import { damaged, FUZZ_TIMEOUT, fuzz } from './damage';

vi.setConfig({ testTimeout: FUZZ_TIMEOUT });

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(name: string, content: string): Promise<ReadFile> {
  const result = await parseDocument({ name, bytes: utf8(content) });
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail}`);
  for (const source of result.value.sources) checkCanonical(source);
  return result.value;
}

/** All that can be found again: text, head and fields of every article. */
const foundIn = ({ sources }: ReadFile): string =>
  sources
    .flatMap((source) => [
      source.title,
      source.outlet,
      source.author,
      source.identifier,
      source.url,
      source.text,
      ...source.fields.map(({ value }) => value),
    ])
    .join('\n');

const words = fc
  .array(
    fc.constantFrom(
      'farm',
      'nine',
      'police',
      '人身取引',
      '강제',
      'Opfer',
      'été',
      'SUBJECT:',
      'Note:',
      '12',
      '(c)',
    ),
    { minLength: 1, maxLength: 30 },
  )
  // Each paragraph has a word of its own, so that it can be looked for, and begins like none of a head.
  .map((some) => `so ${some.join(' ')}`);
const paragraphs = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .map((some) => some.map((text, i) => `${text} end${i}.`));
const article = fc.record({
  title: fc.constantFrom('Nine found', 'Law at last', 'Zwölf befreit'),
  date: fc.constantFrom('January 11, 2010 Monday', '9 Januar 2012', '2018 年 10 月 7 日'),
  body: paragraphs,
});
type MadeUp = typeof article extends fc.Arbitrary<infer T> ? T : never;
const articles = fc.array(article, { minLength: 1, maxLength: 4 });

const centred = (text: string) => `${' '.repeat(20)}${text}`;
const nexis = (some: readonly MadeUp[]) =>
  some
    .map(({ title, date, body }, i) =>
      [
        centred(`${i + 1} of ${some.length} DOCUMENTS`),
        centred('The Planet'),
        centred(date),
        title,
        'LENGTH: 3 words',
        ...body,
        'LOAD-DATE: May 1, 2010',
        'LANGUAGE: ENGLISH',
        centred('Copyright 2010 The Planet'),
      ].join('\n\n'),
    )
    .join('\n\n');
const factiva = (some: readonly MadeUp[]) =>
  some
    .map(
      ({ title, date, body }, i) =>
        `<div class="article enArticle"><table>${(
          [
            ['HD', `<b class="enHeadline">${title}</b>`],
            ['PD', date],
            ['SN', 'The Planet'],
            ['LP', body.map((text) => `<p class="articleParagraph">${text}</p>`).join('')],
            ['AN', `Document PLAN000020191229e7ct000${i}`],
          ] as const
        )
          .map(([code, value]) => `<tr><td><b>${code}</b></td><td>${value}</td></tr>`)
          .join('')}</table></div>`,
    )
    .join('');
const europresse = (some: readonly MadeUp[]) =>
  some
    .map(
      ({ title, date, body }, i) =>
        `<article><span class="DocPublicationName">The Planet</span><span class="DocHeader">Monde, ${date}</span><p class="titreArticleVisu">${title}</p><div class="docOcurrContainer">${body
          .map((text) => `<p>${text}</p>`)
          .join('')}</div><footer>news·20171005·LM·${i}</footer></article>`,
    )
    .join('');

describe('a bundle', () => {
  it.each([
    ['a.txt', nexis],
    ['a.html', (some: readonly MadeUp[]) => `<html><body>${factiva(some)}</body></html>`],
    ['a.html', (some: readonly MadeUp[]) => `<html><body>${europresse(some)}</body></html>`],
  ])('has every character of every article exactly once and in order: %s', async (name, make) => {
    await fc.assert(
      fc.asyncProperty(articles, async (some) => {
        const { sources } = await read(name, make(some));
        expect(sources.map(({ text }) => text.replace(/\s/g, ''))).toEqual(
          some.map(({ title, body }) => [title, ...body].join('').replace(/\s/g, '')),
        );
      }),
      { numRuns: 60 },
    );
  });

  const whole: readonly (readonly [string, string])[] = [
    ['nexis.txt', classicText],
    ['nexis.html', classicPage],
    ['indexed.html', indexedPage],
    ['article.html', articlePage],
    ['factiva.txt', plainText],
    ['factiva.xml', xml],
    ['old.html', europresseOld],
    ['new.html', europresseNew],
    ['alceste.txt', alcesteText],
    ['kikuzo.html', kikuzo],
    ['yomidasu.html', yomidasu],
    ['proquest.txt', proquest],
    ['newsbank.txt', newsbank],
  ];

  it.each(whole)(
    'with a word put anywhere has it in an article or counts it as left out: %s',
    async (name, content) => {
      const before = await read(name, content);
      const leftOut = (file: ReadFile) =>
        Number(file.warnings.find(({ key }) => key === 'text-outside-articles')?.params['count'] ?? 0);
      await fc.assert(
        fc.asyncProperty(fc.nat(content.length), async (at) => {
          // Between tags or words; inside of them it would be another tag or another word.
          const place = content.slice(at).search(/(?<=>)(?=[^<]*<)|\n/);
          if (place < 0) return;
          const changed = `${content.slice(0, at + place)} Zyx ${content.slice(at + place)}`;
          const result = await parseDocument({ name, bytes: utf8(changed) });
          if (!result.ok) throw new Error(result.error.kind);
          if (!isSeen(changed, at + place)) return;
          const isFound = foundIn(result.value).includes('Zyx');
          expect(isFound || leftOut(result.value) > leftOut(before)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(whole)('that is damaged anywhere is read or fails with a reason, in bounds: %s', (name, content) =>
    fuzz(name, utf8(content)),
  );

  it('that is damaged anywhere is read or fails with a reason, in bounds: bigkinds.xlsx', async () => {
    const [columns = [], ...rows] = bigKindsRows;
    const workbook = await writeXlsx([{ name: 'sheet', table: { columns: columns.map(String), rows } }]);
    const { 'xl/worksheets/sheet1.xml': sheet = new Uint8Array(), ...others } = unzipSync(workbook);
    await fuzz('bigkinds.xlsx', workbook, (steps) =>
      zipSync({ ...others, 'xl/worksheets/sheet1.xml': damaged(sheet, steps) }),
    );
  });
});

describe('a large file', () => {
  it.each([
    ['blank lines', 'a.txt', `${'\n \n'.repeat(100_000)}x`],
    ['one long line', 'a.txt', 'Police found nine people on the farm. '.repeat(30_000)],
    ['Japanese', 'a.txt', '警察は農場で九人を保護した。\n\n'.repeat(30_000)],
    ['nested tables', 'a.html', `<div class="article enArticle">${'<table>'.repeat(2000)}x`],
    [
      'many paragraphs',
      'a.html',
      `<div class="article enArticle"><table><tr><td><b>HD</b></td><td>x</td></tr></table></div>${'<p>y</p>'.repeat(150_000)}`,
    ],
  ])('is looked through within seconds: %s', async (_what, name, content) => {
    const started = performance.now();
    expect(await parseDocument({ name, bytes: utf8(content) })).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

/** Whether text at a place of a page is shown: not in its head, in a control, or in a comment. */
function isSeen(markup: string, at: number): boolean {
  const before = markup.slice(0, at).toLowerCase();
  const inside = (open: string, close: string) => before.lastIndexOf(open) > before.lastIndexOf(close);
  return !inside('<head', '</head') && !inside('<title', '</title') && !inside('<!--', '-->');
}
