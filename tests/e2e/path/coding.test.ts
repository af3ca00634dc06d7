import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import { documents } from './documents';
import {
  createProject,
  download,
  goTo,
  importFiles,
  importPanel,
  redoButton,
  saved,
  selectSources,
  setCountry,
  sourceRows,
  undoButton,
} from './steps';

useApp();

const inspector = (page: Page) => page.getByRole('complementary', { name: 'What is selected' });
const codes = (page: Page) => inspector(page).getByRole('list', { name: 'Codes' }).getByRole('listitem');
const segmentsOnScreen = (page: Page) =>
  page.getByRole('toolbar', { name: 'Coded segments on the screen' }).getByRole('button');

it('leads from files to framings and back to the passage, by keyboard', { timeout: 240_000 }, async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Trafficking', 'Aiko');
  await importFiles(page, documents);
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  for (const country of ['Japan', 'South Korea']) {
    await selectSources(page, `${country}?`);
    await setCountry(page, country);
  }

  // Open, select the first sentence, code it with a mode and an actor.
  await sourceRows(page).filter({ hasText: 'Japanese' }).first().click();
  await page.keyboard.press('Enter');
  const text = page.getByRole('document').and(page.locator('[aria-busy=false]'));
  await text.focus();
  await page.keyboard.press('s');
  await inspector(page).getByRole('heading', { name: 'Selected passage' }).waitFor();
  await page.keyboard.press('1');
  await inspector(page).getByRole('heading', { name: 'Coded segment' }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Code with any code' }).waitFor();
  await page.keyboard.type('police');
  await page.keyboard.press('Enter');
  const both = ['Immigration crime', 'Police, border and coast guard'];
  await expect.poll(() => namesOf(page, both)).toEqual(both);

  // Undo and redo by name.
  await undoButton(page)
    .and(page.getByRole('button', { name: `Undo: code ‘${both[1]}’` }))
    .waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => namesOf(page, both)).toEqual(both.slice(0, 1));
  await redoButton(page)
    .and(page.getByRole('button', { name: `Redo: code ‘${both[1]}’` }))
    .waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => namesOf(page, both)).toEqual(both);
  await saved(page);

  // A restart comes back to the same source with everything on it.
  await page.reload();
  await text.waitFor();
  await expect.poll(() => segmentsOnScreen(page).count()).toBe(1);
  await undoButton(page)
    .and(page.getByRole('button', { name: `Undo: code ‘${both[1]}’` }))
    .waitFor();

  // The profile, from there to the passage.
  await goTo(page, 'Profiles');
  await page
    .getByRole('button', { name: 'Japan, Immigration crime: 1 of 1 segment, 100%; show passages' })
    .click();
  const passage = page
    .getByRole('complementary', { name: 'Japan' })
    .getByRole('listitem')
    .getByRole('button');
  const quote = (await passage.locator('[lang=ja]').innerText()).trim();
  await passage.click();
  await inspector(page).getByRole('heading', { name: 'Coded segment' }).waitFor();
  await text.waitFor();
  expect(flat(await text.innerText())).toContain(flat(quote));
  expect(await namesOf(page, both)).toEqual(both);

  // Undo still knows what was done before the restart.
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => namesOf(page, both)).toEqual(both.slice(0, 1));
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => namesOf(page, both)).toEqual(both);
  await saved(page);

  // What leaves the program says the same.
  await page.keyboard.press('ControlOrMeta+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const codebook = await download(page, () =>
    dialog.getByRole('button', { name: 'Save as REFI-QDA…' }).click(),
  );
  for (const name of both) expect(codebook.text).toContain(`name="${name}"`);
  await dialog.getByRole('tab', { name: 'Tables' }).click();
  const file = await download(page, () =>
    dialog.getByRole('button', { name: 'Save Coded segments as CSV' }).click(),
  );
  expect(file.text.startsWith('\ufeff')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(file.text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toEqual([
    expect.objectContaining({
      country: 'JP',
      coder: 'Aiko',
      codes: both.join('; '),
      code_mode: both[0],
      code_actor: both[1],
      certainty: 'certain',
      stance: 'asserts',
    }),
  ]);
  expect(flat(data[0]?.['quote'] ?? '')).toBe(flat(quote));
  expect(Number(data[0]?.['end']) - Number(data[0]?.['start'])).toBe([...(data[0]?.['quote'] ?? '')].length);
});

/** Which of some codes the selected segment carries. */
async function namesOf(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const shown = await codes(page).allInnerTexts();
  return names.filter((name) => shown.some((chip) => chip.includes(name)));
}

/** Line breaks of the screen are not those of the text. */
const flat = (text: string): string => text.replace(/\s+/gu, '');
