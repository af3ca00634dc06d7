import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCompoundFile, makeDocx, paragraph } from '../../fixtures/import/docx';
import { encodeUtf16, utf8 } from '../../fixtures/import/encodings';
import { makePdf } from '../../fixtures/import/pdf';
import { newWindowForTest, useApp } from './app';
import { chooseFiles, createProject, importFiles, importLine, importPanel, saved, sourceRows } from './steps';

useApp();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-bad-input-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Files on disk, as a person has them. Out: their paths. */
const onDisk = (files: { readonly [name: string]: Uint8Array }): Promise<string[]> =>
  Promise.all(
    Object.entries(files).map(async ([name, bytes]) => {
      await writeFile(join(folder, name), bytes);
      return join(folder, name);
    }),
  );

const pdf = makePdf({ pages: [[{ text: 'Protect the victims of trafficking.', x: 60, y: 700 }]] });
const docx = makeDocx({ body: paragraph('Protect the victims of trafficking.') });
/** Bytes of a program: no order in them, and many that are no characters. */
const program = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256);
/** Characters of a two-byte encoding that no browser knows. */
const unknown = Uint8Array.from({ length: 2000 }, (_, i) => 0xa1 + ((i * i * 31 + i * 17) % 90));

const page = `<!DOCTYPE html><html><head><title>Act &lt;b&gt;</title><script>window.hurt = 'head'</script>
<link rel="stylesheet" href="https://attacker.example/a.css"><meta http-equiv="refresh" content="0;url=https://attacker.example/"></head>
<body onload="window.hurt = 'load'"><h1>The Act</h1><p onclick="window.hurt = 'click'">Victims are <b>protected</b>.</p>
<img src="https://attacker.example/a.png" onerror="window.hurt = 'image'"><svg onload="window.hurt = 'svg'"></svg>
<iframe srcdoc="<script>parent.hurt = 'frame'</script>"></iframe><p>&lt;script&gt;window.hurt = 'text'&lt;/script&gt;</p></body></html>`;

const good = {
  'stray nul.txt': utf8('Victims are\0 protected.'),
  'surrogates.txt': encodeUtf16('Lone \uD83D and \uDE00, whole 😀.', 'le'),
  'marks.txt': utf8('\u200Fضحايا\u200E (\u202Bالاتجار\u202C) e\u0301 and more'),
  'page.html': utf8(page),
  'titled.pdf': makePdf({
    pages: [[{ text: 'Transcript of a hearing on trafficking.', x: 60, y: 700 }]],
    info: { Title: '10811.exe' },
  }),
};

const bad: readonly (readonly [name: string, bytes: Uint8Array, reason: string, remedy: string])[] = [
  ['empty.txt', new Uint8Array(), 'There is no text in this file', 'Check that it is the right one'],
  ['program.txt', program, 'This is not text', 'save it as text, Word or PDF'],
  ['scan.pdf', makePdf({ pages: [[], []] }), 'There is no text to read', 'Run text recognition (OCR)'],
  ['locked.pdf', makePdf({ pages: [[]], locked: true }), 'protected by a password', 'without the password'],
  ['locked.docx', makeCompoundFile('EncryptedPackage'), 'protected by a password', 'without the password'],
  ['cut.docx', docx.slice(0, docx.length - 200), 'This file is damaged', 'Get it again'],
  ['cut.pdf', pdf.slice(0, 90), 'This file is damaged', 'Get it again'],
  [
    'old.docx',
    makeCompoundFile('WordDocument'),
    'does not read this kind of file (Word 97–2003)',
    'Save it as',
  ],
  ['johab.txt', unknown, 'How the characters of this text are encoded could not be told', 'save it as UTF-8'],
  [
    'half.txt',
    encodeUtf16('\uD83D '.repeat(300), 'le'),
    'This text is in utf-16le, but too many',
    'save it anew as UTF-8',
  ],
];

it('takes in what is good among bad files, and says of each other one why and what to do', async () => {
  const window = await newWindowForTest();
  const asked: string[] = [];
  window.on('request', (request) => {
    if (request.url().includes('attacker')) asked.push(request.url());
  });
  await createProject(window, 'Bad input', 'Aiko');
  const files = await onDisk({ ...good, ...Object.fromEntries(bad) });
  const titles = ['stray nul', 'surrogates', 'marks', 'Act <b>', 'titled'];
  expect(await importFiles(window, files)).toBe(`${titles.length} sources imported · ${bad.length} failed`);
  for (const [name, , reason, remedy] of bad) {
    const line = await importLine(window, name).innerText();
    expect(line).toContain(reason);
    expect(line).toContain(remedy);
  }
  expect(await importLine(window, 'stray nul.txt').innerText()).toContain('1 NUL character was left out.');
  expect(await importLine(window, 'surrogates.txt').innerText()).toContain(
    '2 characters could not be decoded',
  );
  expect(await titlesOf(window)).toEqual(titles.toSorted());
  await saved(window);

  await window.reload();
  await expect.poll(() => titlesOf(window)).toEqual(titles.toSorted());
  expect(await textOf(window, 'stray nul')).toBe('Victims are protected.');
  expect(await textOf(window, 'surrogates')).toBe('Lone � and �, whole 😀.');
  expect(await textOf(window, 'marks')).toBe('\u200Fضحايا\u200E (\u202Bالاتجار\u202C) e\u0301 and more');
  const shown = await textOf(window, 'Act <b>');
  expect(shown).toContain('Victims are protected.');
  expect(shown).toContain("<script>window.hurt = 'text'</script>");
  expect(await window.evaluate(() => 'hurt' in window)).toBe(false);
  expect(asked).toEqual([]);
});

it('reads a text of 50 MB and opens it', { timeout: 300_000 }, async () => {
  const window = await newWindowForTest();
  // Reading that much takes a busy machine its time.
  window.context().setDefaultTimeout(120_000);
  await createProject(window, 'Large', 'Aiko');
  const line = utf8('政府は被害者を保護する。The victims are protected. 피해자를 보호한다.\n\n');
  const large = Buffer.alloc(Math.ceil(50_000_000 / line.length) * line.length, line);
  expect(await importFiles(window, await onDisk({ 'large.txt': large }))).toBe('1 source imported');
  await importPanel(window).getByRole('button', { name: 'Close' }).click();
  expect(await textOf(window, 'large')).toContain('The victims are protected.');
});

it('leaves nothing of an import that was cancelled midway', async () => {
  const window = await newWindowForTest();
  await createProject(window, 'Cancelled', 'Aiko');
  const [slow = ''] = await onDisk({
    'slow.txt': Buffer.alloc(40_000_000, 'The victims are protected and assisted.\n\n'),
  });
  const quick = await onDisk(
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`quick ${i}.txt`, utf8(`Text ${i}.`)])),
  );
  await chooseFiles(window, [...quick.slice(0, 10), slow, ...quick.slice(10)]);
  const panel = importPanel(window);
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await panel.getByText('Cancelled. Nothing was imported.').waitFor();
  await window.getByRole('heading', { name: 'Bring in your documents' }).waitFor();

  await window.reload();
  await window.getByRole('heading', { name: 'Bring in your documents' }).waitFor();
  expect(await sourceRows(window).count()).toBe(0);
  // What was cancelled is not known already.
  expect(await importFiles(window, quick)).toBe('30 sources imported');
});

const titlesOf = async (window: Page): Promise<readonly string[]> =>
  (await sourceRows(window).getByRole('rowheader').allInnerTexts()).map((title) => title.trim()).toSorted();

/** Opens a source from the library. Out: its text as shown. */
async function textOf(window: Page, title: string): Promise<string> {
  await window.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Library' }).click();
  await sourceRows(window).filter({ hasText: title }).click();
  await window.keyboard.press('Enter');
  await window.getByRole('main').getByRole('heading', { name: title }).first().waitFor();
  const text = window.getByRole('document').and(window.locator('[aria-busy=false]'));
  await text.waitFor();
  return (await text.innerText()).trim();
}
