import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import { chooseFiles, createProject, importPanel, importPreview, sourceRows, takeIn } from './steps';

useApp();

/** What a news database hands out as a text: a cover page, and articles with lines of their own for each fact. */
const nexis = (declared: number, articles: readonly { outlet: string; title: string; text: string }[]) =>
  articles
    .map(
      (
        { outlet, title, text },
        i,
      ) => `\n\n                               ${i + 1} of ${declared} DOCUMENTS\n\n
                                   ${outlet}\n
                            January ${i + 11}, 2010 Monday\n
${title}\n
LENGTH: ${text.split(' ').length} words\n\n
${text}\n
LOAD-DATE: January ${i + 11}, 2010\n
LANGUAGE: ENGLISH\n
PUBLICATION-TYPE: Newspaper\n
                          Copyright 2010 ${outlet}
                              All Rights Reserved\n`,
    )
    .join('');

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

it('holds the articles of a bundle against the number it says, and leaves out what one does not want', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Press', 'Aiko');
  const bundle = nexis(4, [
    { outlet: 'The Guardian', title: 'Police raid a bar', text: 'Officers freed three women on Monday.' },
    { outlet: 'The Times', title: 'Borders guarded', text: 'The minister spoke of organised crime.' },
    { outlet: 'The Sun', title: 'Weather', text: 'It rained for most of the day in the north.' },
  ]);
  await chooseFiles(page, [file('delivery.TXT', Buffer.from(bundle))]);
  const preview = importPreview(page);
  await preview
    .getByRole('row', { name: 'delivery.TXT' })
    .getByText('3 sources, though the file says 4')
    .waitFor();
  await preview.getByText('The file says that it holds 4 articles; 3 were found.').waitFor();

  // By keys alone: down to the last article, its boundary, then out with it.
  await preview.getByRole('row', { name: 'Borders guarded' }).click();
  const boundary = preview.getByRole('separator', { name: 'Boundary with “Weather” after it' });
  const before = Number(await boundary.getAttribute('aria-valuenow'));
  await boundary.press('ArrowDown');
  await expect.poll(() => boundary.getAttribute('aria-valuenow')).toBe(String(before + 1));
  await page.keyboard.press('Control+z');
  await expect.poll(() => boundary.getAttribute('aria-valuenow')).toBe(String(before));
  await preview.getByRole('row', { name: 'Borders guarded' }).focus();
  await page.keyboard.press('ArrowDown');
  await preview.getByRole('button', { name: 'Leave out' }).press('Enter');
  await preview.getByRole('button', { name: 'Import 2 sources' }).waitFor();

  expect(await takeIn(page)).toBe('2 sources imported · 1 left out');
  const rows = sourceRows(page);
  await expect.poll(() => rows.count()).toBe(2);
  expect(await rows.filter({ hasText: 'Police raid a bar' }).innerText()).toContain('2010-01-11');
  expect(await rows.filter({ hasText: 'Weather' }).count()).toBe(0);

  // What was left out is still known of, long after.
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Reports of imports');
  await page.keyboard.press('Enter');
  const report = page.getByRole('dialog', { name: 'Imports so far' }).getByRole('list').first();
  expect(await report.innerText()).toContain('The file says that it holds 4 articles; 3 were found.');
});

it('makes a source of each row of a table, of the columns that one chooses', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Debates', 'Aiko');
  const table = `id,heading,words,held
1,First reading,Victims are to be protected under the new act.,2009-12-01
2,Second reading,The borders are to be guarded more closely.,2010-03-05
`;
  await chooseFiles(page, [file('debates.csv', Buffer.from(table))]);
  const preview = importPreview(page);
  const choose = async (column: string, role: string) => {
    const columns = preview.getByRole('group', { name: 'Columns' });
    await columns.getByRole('button', { name: new RegExp(` ${column}$`) }).click();
    await page.getByRole('option', { name: role, exact: true }).click();
  };
  // Nothing says that these are documents; the person does.
  await preview.getByRole('button', { name: /Read as/ }).click();
  await page.getByRole('option', { name: 'A source in each row' }).click();
  await choose('words', 'Text');
  await choose('heading', 'Title');
  await choose('held', 'Date');
  await choose('id', 'Leave out');
  await preview.getByRole('row', { name: 'Second reading' }).getByText('2010-03-05').waitFor();
  expect(await takeIn(page)).toBe('2 sources imported');
  const row = sourceRows(page).filter({ hasText: 'First reading' });
  await expect.poll(() => row.innerText()).toContain('2009-12-01');
});

it('takes the folders of an archive for countries', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Laws', 'Aiko');
  const archive = zipSync({
    'Japan/plan.txt': strToU8('The plan protects victims.'),
    'Japan/law.txt': strToU8('The law punishes offenders.'),
    'South Korea/act.txt': strToU8('The act does both.'),
  });
  await chooseFiles(page, [file('laws.zip', Buffer.from(archive))]);
  const preview = importPreview(page);
  await preview.getByRole('row', { name: 'laws.zip' }).getByText('Archive of 3 files').waitFor();
  await preview.getByRole('button', { name: 'Fill in from names of files and folders' }).click();
  await preview.getByRole('textbox', { name: 'Pattern of the names' }).fill('{country}/{title}');
  await preview.getByRole('button', { name: 'Fill in 3 sources' }).click();
  await preview.getByText(/^South Korea ·/).waitFor();
  expect(await takeIn(page)).toBe('3 sources imported');
  await expect.poll(() => sourceRows(page).filter({ hasText: 'Japan' }).count()).toBe(2);
  expect(await sourceRows(page).filter({ hasText: 'South Korea' }).count()).toBe(1);
});
