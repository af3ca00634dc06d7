import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import { closeProject, createProject, openSample, sourceRows } from './steps';

useApp();

const projects = (page: Page) => page.getByRole('grid', { name: 'Projects' }).getByRole('row');

it('makes, renames, deletes and brings back a project', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Trafficking', 'Aiko');
  expect(await page.title()).toBe('Trafficking – Parallax');
  await closeProject(page);

  await projects(page).filter({ hasText: 'Trafficking' }).focus();
  await page.keyboard.press('F2');
  const rename = page.getByRole('dialog', { name: 'Rename project' });
  await rename.getByRole('textbox', { name: 'Name of the project' }).fill('Framings in Asia');
  await rename.getByRole('button', { name: 'Rename' }).click();
  await expect
    .poll(() => projects(page).allInnerTexts())
    .toEqual([expect.stringContaining('Framings in Asia')]);

  await page.getByRole('button', { name: 'Actions for Framings in Asia' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  const said = page.getByRole('region', { name: 'Notifications' });
  await said.getByText('Deleted “Framings in Asia”.').waitFor();
  await expect.poll(() => projects(page).count()).toBe(0);

  await said.getByRole('button', { name: 'Undo' }).click();
  await projects(page).filter({ hasText: 'Framings in Asia' }).waitFor();
  await page.reload();
  await projects(page).filter({ hasText: 'Framings in Asia' }).click();
  await page.getByRole('heading', { name: 'Bring in your documents' }).waitFor();
});

it('opens the sample once, and then the same one again', async () => {
  const page = await newWindowForTest();
  await openSample(page);
  const count = await sourceRows(page).count();
  await closeProject(page);
  await openSample(page);
  expect(await sourceRows(page).count()).toBe(count);
  await closeProject(page);
  expect(await projects(page).count()).toBe(1);
});
