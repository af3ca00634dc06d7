import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { launchProgram } from '../../electron-double/launch';
import { newWindowForTest, useApp } from '../path/app';
import { createProject, dragFiles, importLine, importPanel, sourceRows, takeIn } from '../path/steps';
import { temporaryFolder } from './bundle';

useApp();

const windows: readonly [string, () => Promise<Page>][] = [
  [
    'the program',
    async () => {
      const program = await launchProgram({ userData: await temporaryFolder() });
      onTestFinished(() => program.double.dispose());
      return program.page;
    },
  ],
  ['a browser', () => newWindowForTest()],
];

test.each(windows)('files and folders dropped into the window of %s are imported', async (_, open) => {
  const folder = await temporaryFolder();
  const write = (path: string, text: string) => writeFile(join(folder, path), text);
  await mkdir(join(folder, 'reports/2009/empty'), { recursive: true });
  await write('act.txt', 'The Act punishes those who traffic in persons.');
  await write('reports/plan.txt', 'The plan protects victims.');
  await write('reports/2009/計画.txt', '人身取引は犯罪である。');
  await write('reports/2009/nothing.txt', '');

  const page = await open();
  await createProject(page, 'Trafficking', 'Aiko');
  const drop = await dragFiles(page, [join(folder, 'reports'), join(folder, 'act.txt')]);
  const hint = page.getByRole('status').filter({ hasText: 'Drop' });
  await hint.waitFor();
  await drop();
  await hint.waitFor({ state: 'detached' });

  expect(await takeIn(page)).toBe('3 sources imported · 1 failed');
  for (const name of ['act.txt', 'plan.txt', '計画.txt'])
    expect(await importLine(page, name).innerText()).toContain('Imported');
  expect(await importLine(page, 'nothing.txt').innerText()).toContain('There is no text in this file.');
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => sourceRows(page).count()).toBe(3);
});

test('a document dropped where no project is open is said to be none, and the page stays', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'act.html'), '<p>The Act punishes those who traffic in persons.');
  const page = await newWindowForTest();
  await page.getByRole('button', { name: 'New project' }).waitFor();
  const drop = await dragFiles(page, [join(folder, 'act.html')]);
  await drop();
  const dialog = page.getByRole('alertdialog', { name: /act\.html/ });
  await dialog.getByText(/It is not a project file/).waitFor();
  await page.keyboard.press('Enter');
  await createProject(page, 'Trafficking', 'Aiko');
  expect(page.context().pages()).toEqual([page]);
});
