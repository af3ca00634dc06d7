import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import {
  closeProject,
  createProject,
  goTo,
  importFiles,
  importPanel,
  openSample,
  saved,
  sourceRows,
} from './steps';

useApp();

it('asks before it goes with a memo that is not on disk yet, and keeps it', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Memos', 'Aiko');
  const buffer = Buffer.from('Police raided a bar. Nobody was helped.');
  await importFiles(page, [{ name: 'raid.txt', mimeType: 'text/plain', buffer }]);
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  await sourceRows(page).first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('document').and(page.locator('[aria-busy=false]')).focus();
  await page.keyboard.press('s');
  await page.keyboard.press('3');
  await saved(page);
  await page.keyboard.press('m');
  const memo = page.getByRole('textbox', { name: 'Memo' });
  const question = page.waitForEvent('dialog');
  await memo.pressSequentially('Why the bar?');
  const leaving = page.evaluate(() => window.location.reload());
  const dialog = await question;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await saved(page);
  await page.reload();

  await goTo(page, 'Segments');
  await page.getByRole('list', { name: 'Segments' }).getByText('Why the bar?').waitFor();
});

it('refuses to delete a project that another window holds', async () => {
  const page = await newWindowForTest();
  await openSample(page);
  const other = await page.context().newPage();
  await other.goto(new URL('/', page.url()).href);
  const line = other.getByRole('grid', { name: 'Projects' }).getByRole('row').filter({ hasText: 'Sample' });
  await line.focus();
  await other.keyboard.press('Delete');
  await other.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await other.getByText('This project is open in another window.').waitFor();
  await other.close();
  await closeProject(page);
  await page.getByRole('grid', { name: 'Projects' }).getByRole('row').filter({ hasText: 'Sample' }).waitFor();
});
