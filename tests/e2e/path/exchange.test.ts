import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { dialectFile, dialects, projectFile, type DialectText } from '../../fixtures/refi/dialects';
import { newWindowForTest, useApp } from './app';
import {
  chooseProjectFile,
  closeProject,
  codeWithMemo,
  createProject,
  deleteProject,
  goTo,
  importProject,
  openSample,
  passagesWith,
  sourceRows,
} from './steps';

useApp();

const projects = (page: Page) => page.getByRole('grid', { name: 'Projects' }).getByRole('row');
const passages = (page: Page) => page.getByRole('list', { name: 'Segments' });
const fileOf = (name: string, bytes: Uint8Array) => [
  { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) },
];

/** Characters of two UTF-16 units, joined emoji and combining marks before and inside what is coded. */
const texts: readonly DialectText[] = [
  {
    name: 'Debate of 12 May',
    text: [
      'The chair, Mr 𠮷野, opened the meeting 👩‍👩‍👧 at ten.',
      'Police arrested the brokers at the border of 𠀋 county.',
      'Victims were sent home without a word to them.',
      'Nobody asked who had profited from the café trade.',
    ].join('\n'),
    marked: [
      { quote: 'Police arrested the brokers at the border of 𠀋 county.', codes: ['Crime', 'Border'] },
      { quote: 'Victims were sent home', codes: ['Victims'], description: 'No support is mentioned.' },
      { quote: 'the café trade', codes: ['Crime'] },
    ],
  },
  {
    name: '議事録',
    text: '𠮷野家委員長：開会します。\n警察は国境で業者を逮捕した。\n被害者は𠮷野村へ送還された。',
    marked: [
      { quote: '警察は国境で業者を逮捕した。', codes: ['Border'] },
      { quote: '被害者は𠮷野村へ送還された。', codes: ['Victims'] },
    ],
  },
];
const codes = ['Crime', 'Border', 'Victims'];

it.each(['NVivo', 'ATLAS.ti', 'MAXQDA', 'QualCoder'])(
  'takes in a project of %s with every coding on its words',
  { timeout: 120_000 },
  async (program) => {
    const page = await newWindowForTest();
    const bytes = dialectFile(dialects[program]!, texts, codes);
    await chooseProjectFile(page, fileOf('study.qdpx', bytes));
    const preview = page.getByRole('dialog', { name: 'Import a project' });
    await preview.getByText(`written by ${dialects[program]!.origin}`).waitFor();
    await importProject(page);
    expect(await page.title()).toBe('A study – Parallax');
    await expect.poll(() => sourceRows(page).count()).toBe(2);
    await goTo(page, 'Segments');
    for (const { quote } of texts.flatMap(({ marked }) => marked))
      await passages(page).getByText(quote, { exact: true }).waitFor();
    await passages(page).getByText('No support is mentioned.').waitFor();
    expect(await passages(page).getByRole('link').count()).toBe(5);
  },
);

const whole = dialectFile(dialects['standard']!, texts, codes);
const entities = '<!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;" origin="x"><CodeBook/></Project>';

it('says what is wrong with a file and leaves the list as it was', { timeout: 120_000 }, async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Mine', 'Aiko');
  await closeProject(page);
  const before = await projects(page).allInnerTexts();
  const bad: readonly (readonly [bytes: Uint8Array, why: RegExp])[] = [
    [whole.slice(0, whole.length / 2), /ends too early|damaged/],
    [new TextEncoder().encode('Dear colleague, here is the project.'), /its content is of another kind/],
    [zipSync({ 'readme.txt': new TextEncoder().encode('nothing') }), /There is no project in the file/],
    [projectFile(entities), /entities/],
    [projectFile('<Project'), /XML cannot be read/],
    [projectFile('<Project/>', { '../../evil.txt': 'x' }), /leads outside/],
  ];
  for (const [bytes, why] of bad) {
    await chooseProjectFile(page, fileOf('from-a-colleague.qdpx', bytes));
    const dialog = page.getByRole('alertdialog', { name: '“from-a-colleague.qdpx” could not be opened' });
    await dialog.getByText(why).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  expect(await projects(page).allInnerTexts()).toEqual(before);
  await page.reload();
  await expect.poll(() => projects(page).count()).toBe(1);
});

it(
  'brings a project back from the file that the window saved: passages, memos, history',
  { timeout: 180_000 },
  async () => {
    const page = await newWindowForTest();
    await openSample(page);
    const quote = await codeWithMemo(page, 'Why the bar?');
    const before = await passagesWith(page, quote);
    expect(before).toContain('Why the bar?');

    await page.keyboard.press('ControlOrMeta+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('tab', { name: 'Whole project' }).click();
    await dialog.getByRole('button', { name: 'Write the file' }).click();
    await dialog.getByText('Only Parallax understands').waitFor();
    const started = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save…' }).click();
    const path = await (await started).path();
    await page.keyboard.press('Escape');
    await closeProject(page);
    await deleteProject(page, 'Sample');

    await chooseProjectFile(page, path);
    await importProject(page);
    await expect.poll(() => passagesWith(page, quote)).toBe(before);
    await page.getByRole('heading', { name: 'Segments', level: 1 }).click();
    await page.keyboard.press('ControlOrMeta+z');
    await passages(page).getByText('Why the bar?').waitFor({ state: 'detached' });
  },
);
