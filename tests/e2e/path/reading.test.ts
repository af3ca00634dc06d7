import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import { codesOfSegment, createProject, goTo, openText, passageCount, readerText, saved } from './steps';

useApp();

const words = 'Police raided a bar. Nobody was helped.\n\n警察は店を捜索した。誰も助けられなかった。';

it('codes the whole of a document at once', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Whole', 'Aiko');
  const text = Array.from({ length: 400 }, (_, i) => `Paragraph ${i}: victims are protected.`).join('\n\n');
  await openText(page, 'long.txt', text);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('1');
  await expect.poll(() => codesOfSegment(page)).toEqual(['Immigration crime']);
  await saved(page);
  await page.reload();
  await readerText(page).waitFor();
  await page
    .getByRole('toolbar', { name: 'Coded segments on the screen' })
    .getByRole('button', { name: /Immigration crime/ })
    .waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await goTo(page, 'Segments');
  await expect.poll(() => passageCount(page)).toBe(0);
});

it('changes the language of the window while a source is open, and keeps the place in it', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Languages', 'Aiko');
  await openText(page, 'raid.txt', words);
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect.poll(() => codesOfSegment(page)).toEqual(['Immigration crime']);
  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: '日本語' }).click();
  const views = page.getByRole('navigation', { name: '画面' });
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');

  await views.getByRole('button', { name: 'リーダー' }).click();
  await readerText(page).waitFor();
  expect((await readerText(page).innerText()).replace(/\s+/gu, ' ')).toContain('誰も助けられなかった。');
  const chosen = page.getByRole('complementary', { name: '選択内容' });
  await readerText(page).focus();
  await page.keyboard.press('2');
  await expect.poll(() => chosen.getByRole('button', { name: /を外す$/ }).count()).toBe(2);
  expect(await chosen.innerText()).not.toContain('Immigration crime');

  await page.reload();
  await readerText(page).waitFor();
  await views.getByRole('button', { name: '設定' }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await goTo(page, 'Segments');
  await page.getByRole('list', { name: 'Segments' }).getByText('Immigration crime').first().waitFor();
});

it('takes Enter and Escape for the input method while it composes, not for the palette', async () => {
  const page = await newWindowForTest();
  await createProject(page, 'Input methods', 'Aiko');
  await openText(page, 'raid.txt', words);
  await page.keyboard.press('s');
  await page.keyboard.press('/');
  const palette = page.getByRole('combobox', { name: 'Code with any code' });
  await palette.waitFor();
  const input = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  // The letters of the reading are searched for as they come; the Enter that takes the word only takes it.
  await compose('けいさつ');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await palette.inputValue()).toBe('けいさつ');
  await compose('警察');
  await input.send('Input.insertText', { text: '警察' });
  expect(await palette.inputValue()).toBe('警察');
  await page.getByRole('option', { name: /Police, border and coast guard/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => codesOfSegment(page)).toEqual(['Police, border and coast guard']);
});
