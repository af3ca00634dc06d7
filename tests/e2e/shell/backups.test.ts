import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { launchProgram, type RunningProgram } from '../../electron-double/launch';
import {
  closeProject,
  codeWithMemo,
  deleteProject,
  importProject,
  openSample,
  passagesWith,
} from '../path/steps';
import { temporaryFolder } from './bundle';

async function launch(userData: string): Promise<RunningProgram> {
  const program = await launchProgram({ userData });
  onTestFinished(() => program.double.dispose());
  program.page.setDefaultTimeout(30_000);
  return program;
}

/** The copies in the folder, the oldest first. */
async function copiesIn(userData: string): Promise<readonly string[]> {
  const root = join(userData, 'backups');
  const folders = await readdir(root).catch(() => []);
  const copies = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder))).map((name) => join(root, folder, name)),
    ),
  );
  return copies.flat().sort();
}

const passages = (page: Page) => page.getByRole('list', { name: 'Segments' });

test('a project that was changed leaves a copy when it is closed, and the copy brings all of it back', async () => {
  const userData = await temporaryFolder();
  const { double, page } = await launch(userData);

  await openSample(page);
  await closeProject(page);
  expect(await copiesIn(userData)).toEqual([]);

  await openSample(page);
  const quote = await codeWithMemo(page, 'Why the bar?');
  const before = await passagesWith(page, quote);
  expect(before).toContain('Why the bar?');
  await closeProject(page);
  const [copy = '', ...others] = await copiesIn(userData);
  expect(copy).toMatch(/ .+\.qdpx$/);
  expect(others).toEqual([]);

  await deleteProject(page, 'Sample');
  double.dialog.script('showOpenDialog', { canceled: false, filePaths: [copy] });
  await page.getByRole('button', { name: 'Open a project file…' }).click();
  await importProject(page);
  await expect.poll(() => passagesWith(page, quote)).toBe(before);
  await page.getByRole('heading', { name: 'Segments', level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+z');
  await passages(page).getByText('Why the bar?').waitFor({ state: 'detached' });
});
