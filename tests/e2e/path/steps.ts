import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';

/** What a person does in the window, by the names they see. */

export const views = ['Library', 'Reader', 'Codebook', 'Segments', 'Profiles', 'Settings'] as const;

export async function goTo(page: Page, view: (typeof views)[number]): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();
}

export async function createProject(page: Page, name: string, coder: string): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByRole('textbox', { name: 'Name of the project' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Your name as a coder' }).fill(coder);
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await sourceList(page).waitFor();
}

export async function closeProject(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Projects' }).click();
  await page.getByRole('heading', { name: 'Parallax', level: 1 }).waitFor();
}

/** Deletes a project from the list of the start screen. */
export async function deleteProject(page: Page, name: string | RegExp): Promise<void> {
  const line = page.getByRole('grid', { name: 'Projects' }).getByRole('row').filter({ hasText: name });
  await line.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await line.waitFor({ state: 'detached' });
}

/** Chooses a project file on the start screen; what comes of it is in a dialog. */
export async function chooseProjectFile(page: Page, file: Files): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a project file…' }).click();
  await (await chooser).setFiles(file);
}

/** Says yes to the project file that is shown. */
export async function importProject(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Import as a new project' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
}

/** Codes the first sentence of the first source and writes a memo on it. Out: its words. */
export async function codeWithMemo(page: Page, memo: string): Promise<string> {
  await goTo(page, 'Library');
  await sourceRows(page).first().click();
  await page.keyboard.press('Enter');
  await readerText(page).focus();
  await page.keyboard.press('s');
  await page.keyboard.press('3');
  await saved(page);
  await page.keyboard.press('m');
  await page.getByRole('textbox', { name: 'Memo' }).pressSequentially(memo);
  const inspector = page.getByRole('complementary', { name: 'What is selected' });
  const quote = await inspector.locator('blockquote').innerText();
  await goTo(page, 'Segments');
  await saved(page);
  return quote;
}

/** What the view of segments says of passages with these words: how many there are in all, and each of them. */
export async function passagesWith(page: Page, words: string): Promise<string> {
  await goTo(page, 'Segments');
  await page.getByRole('searchbox', { name: 'Search the passages' }).fill(words);
  const found = page.getByRole('heading', { name: 'Segments', level: 1 }).locator('xpath=..');
  await found.getByText(/ of /).waitFor();
  const list = page.getByRole('list', { name: 'Segments' });
  return `${await found.innerText()}\n${await list.innerText()}`;
}

export const sourceList = (page: Page): Locator => page.getByRole('grid', { name: 'Sources' });
/** The lines of the library, without its header. */
export const sourceRows = (page: Page): Locator =>
  sourceList(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
export const details = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Details of the selected sources' });
export const importPanel = (page: Page): Locator => page.getByRole('region', { name: 'Import', exact: true });

/** What an import would bring in, before it does. */
export const importPreview = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'What would come in' });

/** Says yes to what an import would bring in, and waits until it is in. Out: the summary. */
export async function takeIn(page: Page): Promise<string> {
  await importPreview(page)
    .getByRole('button', { name: /^Import \d/ })
    .click();
  const panel = importPanel(page);
  await panel.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  return panel.getByRole('status').innerText();
}

/** Files as a test hands them over: paths, or names with bytes. */
export type Files = Parameters<Locator['setInputFiles']>[0];

/** Chooses files in the file dialog; what would come of them is in a dialog of its own. */
export async function chooseFiles(page: Page, files: Files): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Import…/ })
    .click();
  await (await chooser).setFiles(files);
}

/** Imports through the file dialog all that can be read. Out: the summary. */
export async function importFiles(page: Page, files: Files): Promise<string> {
  await chooseFiles(page, files);
  return takeIn(page);
}

/**
 * Holds files and folders of the disk over the middle of the window. Out: what lets go of them. The page gets
 * what it gets from the desktop: a transfer of the browser's own, with folders that can be read.
 */
export async function dragFiles(page: Page, paths: readonly string[]): Promise<() => Promise<void>> {
  const browser = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    browser.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await send('dragEnter');
  await send('dragOver');
  return async () => {
    await send('drop');
    await browser.detach();
  };
}

/** What the import says of one file. */
export const importLine = (page: Page, file: string): Locator =>
  importPanel(page).getByRole('list').getByRole('listitem').filter({ hasText: file });

/** Selects every source that the library shows with such a text, alone. */
export async function selectSources(page: Page, text: string | RegExp): Promise<number> {
  const rows = sourceRows(page).filter({ hasText: text });
  const count = await rows.count();
  for (let index = 0; index < count; index++) {
    await rows.nth(index).click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
  }
  return count;
}

/** Sets the country of all that is selected. */
export async function setCountry(page: Page, country: string): Promise<void> {
  await details(page).getByRole('combobox', { name: 'Country' }).fill(country);
  await page.getByRole('option', { name: country, exact: true }).click();
}

export const undoButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^Undo/ });
export const redoButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^Redo/ });

export const saved = (page: Page): Promise<void> =>
  page.getByRole('banner').getByRole('status').filter({ hasText: 'Saved' }).waitFor();

/** The file that an action saves. */
export async function download(
  page: Page,
  action: () => Promise<void>,
): Promise<{ readonly name: string; readonly buffer: Buffer; readonly text: string }> {
  const started = page.waitForEvent('download');
  await action();
  const file = await started;
  const buffer = await readFile(await file.path());
  return { name: file.suggestedFilename(), buffer, text: buffer.toString('utf8') };
}

/** The text of the open source, once it is laid out. */
export const readerText = (page: Page): Locator =>
  page.getByRole('document').and(page.locator('[aria-busy=false]'));

/** Imports one text and opens it, ready for keys. */
export async function openText(page: Page, name: string, text: string): Promise<void> {
  await goTo(page, 'Library');
  await importFiles(page, [{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }]);
  await importPanel(page).getByRole('button', { name: 'Close' }).click();
  await sourceRows(page)
    .filter({ hasText: name.replace(/\.\w+$/, '') })
    .click();
  await page.keyboard.press('Enter');
  await readerText(page).focus();
}

/** Names of the codes that the selected segment carries. */
export async function codesOfSegment(page: Page): Promise<readonly string[]> {
  const codes = page
    .getByRole('complementary', { name: 'What is selected' })
    .getByRole('list', { name: 'Codes' })
    .getByRole('listitem')
    .filter({ hasNot: page.getByRole('button', { name: 'Add code' }) });
  return (await codes.allInnerTexts()).map((text) => text.trim());
}

/** How many passages the view of segments lists. */
export const passageCount = (page: Page): Promise<number> =>
  page.getByRole('list', { name: 'Segments' }).getByRole('link').count();
