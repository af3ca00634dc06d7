import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import {
  codesOfSegment,
  createProject,
  goTo,
  openText,
  passageCount,
  redoButton,
  saved,
  undoButton,
} from './steps';

useApp();

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codebook' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search codes in any language' });
const refusal = 'A name has at most 200 characters.';

/** Chooses a code in the codebook by its name. */
async function chooseCode(page: Page, name: string): Promise<void> {
  await goTo(page, 'Codebook');
  await search(page).fill(name);
  await tree(page).getByRole('row', { name }).first().click();
  await page.getByRole('main').getByRole('heading', { name, exact: true }).waitFor();
}

it('deletes a code with its segments, and brings back both', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Codes', 'Aiko');
  await openText(page, 'raid.txt', 'Police raided a bar. Nobody was helped. The owner fled.');
  // One sentence with this code alone, one that has another code too.
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect.poll(() => codesOfSegment(page)).toHaveLength(1);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await expect.poll(() => codesOfSegment(page)).toHaveLength(2);
  const [, other = ''] = await codesOfSegment(page);
  await saved(page);

  await chooseCode(page, 'Immigration crime');
  await tree(page).getByRole('row', { name: 'Immigration crime' }).first().focus();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete “Immigration crime”?' });
  await question.getByText('1 segment has no other code and is removed.').waitFor();
  await question.getByRole('button', { name: 'Delete code' }).click();
  await expect.poll(() => tree(page).getByRole('row', { name: 'Immigration crime' }).count()).toBe(0);
  await goTo(page, 'Segments');
  await expect.poll(() => passageCount(page)).toBe(1);
  await goTo(page, 'Reader');
  await page.reload();
  await goTo(page, 'Segments');
  await expect.poll(() => passageCount(page)).toBe(1);

  await undoButton(page)
    .and(page.getByRole('button', { name: 'Undo: delete code ‘Immigration crime’' }))
    .click();
  await expect.poll(() => passageCount(page)).toBe(2);
  await saved(page);
  await page.reload();
  await expect.poll(() => passageCount(page)).toBe(2);
  expect(
    await page.getByRole('list', { name: 'Segments' }).getByText('Immigration crime').count(),
  ).toBeGreaterThanOrEqual(2);
  expect(await page.getByRole('list', { name: 'Segments' }).getByText(other).count()).toBeGreaterThan(0);
  await chooseCode(page, 'Immigration crime');
  await page.getByRole('main').getByRole('button', { name: '2 segments', exact: true }).waitFor();

  await redoButton(page).click();
  await goTo(page, 'Segments');
  await expect.poll(() => passageCount(page)).toBe(1);
});

it('refuses a name of 10,000 characters, and takes markup in a name as words', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Names', 'Aiko');
  await goTo(page, 'Codebook');
  const name = '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 2">';
  await page.getByRole('button', { name: 'New code' }).click();
  const dialog = page.getByRole('dialog', { name: 'New code' });
  const label = dialog.getByRole('textbox', { name: 'Label' });
  await label.fill('長い名前'.repeat(2500));
  await dialog.getByRole('button', { name: 'Create code' }).click();
  await dialog.getByText(refusal).waitFor();
  await label.fill(name);
  await expect.poll(() => dialog.getByText(refusal).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Create code' }).click();
  await page.getByRole('main').getByRole('heading', { name }).waitFor();

  // The name of a code that is there already is held to the same.
  const field = page
    .getByRole('main')
    .getByRole('group', { name: 'Labels' })
    .getByRole('textbox', { name: 'English' });
  await field.fill('x'.repeat(10_000));
  await field.press('Tab');
  await page.getByText(refusal).first().waitFor();
  await page.getByRole('main').getByRole('heading', { name }).waitFor();
  await saved(page);

  await openText(page, 'raid.txt', 'Police raided a bar. Nobody was helped.');
  await page.keyboard.press('s');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Code with any code' }).fill('onerror');
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => codesOfSegment(page)).toEqual([name]);
  await page.getByRole('button', { name: 'Undo: code ‘<script>window.hurt = 1</script>' }).waitFor();
  await saved(page);
  await page.reload();
  await goTo(page, 'Segments');
  await page.getByRole('list', { name: 'Segments' }).getByText(name).waitFor();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
});
