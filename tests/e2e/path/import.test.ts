import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import { documents, documentsOf } from './documents';
import {
  chooseFiles,
  createProject,
  details,
  download,
  goTo,
  importFiles,
  importLine,
  importPanel,
  importPreview,
  redoButton,
  saved,
  selectSources,
  setCountry,
  sourceRows,
  takeIn,
  undoButton,
} from './steps';

useApp();

it('takes documents in, has their countries set, and finds all of it after a restart', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Trafficking', 'Aiko');
  expect(await importFiles(page, documents)).toBe(`${documents.length} sources imported`);
  for (const path of documents)
    expect(await importLine(page, basename(path)).innerText()).toContain('Imported');
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => sourceRows(page).count()).toBe(documents.length);

  // The file name suggests a country; only a person says so.
  expect(await selectSources(page, 'Japan?')).toBe(documentsOf('jp'));
  await setCountry(page, 'Japan');
  await undoButton(page)
    .and(page.getByRole('button', { name: 'Undo: describe 2 sources' }))
    .click();
  await expect.poll(() => sourceRows(page).filter({ hasText: 'Japan?' }).count()).toBe(documentsOf('jp'));
  await redoButton(page)
    .and(page.getByRole('button', { name: 'Redo: describe 2 sources' }))
    .click();
  await expect.poll(() => sourceRows(page).filter({ hasText: 'Japan?' }).count()).toBe(0);
  await selectSources(page, 'South Korea?');
  await details(page).getByRole('button', { name: 'Use' }).click();
  await saved(page);

  await page.reload();
  await expect.poll(() => sourceRows(page).count()).toBe(documents.length);
  const inCountry = (country: string) =>
    sourceRows(page).filter({ has: page.getByRole('gridcell', { name: country, exact: true }) });
  expect(await inCountry('Japan').count()).toBe(documentsOf('jp'));
  expect(await inCountry('South Korea').count()).toBe(documentsOf('kr'));
  expect(await inCountry('Japan').filter({ hasText: 'Japanese' }).count()).toBe(documentsOf('jp'));
  expect(await undoButton(page).getAttribute('aria-label')).toMatch(/^Undo: describe ‘/);

  // Nothing is coded: no country has a share, not even of 0 %.
  await goTo(page, 'Profiles');
  const table = page.getByRole('table');
  await table
    .getByRole('row', { name: /^Japan/ })
    .getByText('No data')
    .waitFor();
  expect(await table.innerText()).not.toContain('%');
});

it('says of each file that fails why and what to do, and takes in the others', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Trafficking', 'Aiko');
  const [first = ''] = documents;
  const text = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer });
  const summary = await importFiles(page, [
    text('empty.txt', Buffer.alloc(0)),
    text('picture.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')),
    text('cut.docx', Buffer.from('PK\x03\x04cut short', 'latin1')),
    text(basename(first), await readFile(first)),
  ]);
  expect(summary).toBe('1 source imported · 3 failed');
  await expect
    .poll(() => importLine(page, 'empty.txt').innerText())
    .toContain('There is no text in this file.');
  expect(await importLine(page, 'picture.txt').innerText()).toContain(
    'does not read this kind of file (PNG)',
  );
  expect(await importLine(page, 'cut.docx').innerText()).toContain('This file is damaged');
  expect(await sourceRows(page).count()).toBe(1);

  // The same bytes under another name are known, and come in only when asked to.
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  await chooseFiles(page, [text('again.txt', await readFile(first))]);
  const preview = importPreview(page);
  await preview.getByRole('img', { name: /^The same file as/ }).waitFor();
  expect(await preview.getByRole('button', { name: 'Import 0 sources' }).isDisabled()).toBe(true);
  await preview.getByRole('button', { name: 'Take in' }).click();
  expect(await takeIn(page)).toBe('1 source imported');
  await expect.poll(() => sourceRows(page).count()).toBe(2);
});

it('keeps the original of every source', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Trafficking', 'Aiko');
  const [first = ''] = documents;
  await importFiles(page, [first]);
  const original = await download(page, () =>
    details(page).getByRole('button', { name: 'Save original…' }).click(),
  );
  expect(original).toMatchObject({ name: basename(first), text: await readFile(first, 'utf8') });
});
