import Papa from 'papaparse';
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { newWindowForTest, useApp } from './app';
import {
  chooseProjectFile,
  codesOfSegment,
  createProject,
  download,
  goTo,
  importFiles,
  importPanel,
  importProject,
  passageCount,
  readerText,
  saved,
  sourceRows,
} from './steps';

useApp();

const sources: readonly (readonly [title: string, text: string])[] = [
  [
    'raid',
    [
      'Police raided a bar in the harbour.',
      'Nobody was helped afterwards.',
      'Brokers had brought the women across the border.',
      'They owed money to a lender.',
      'The minister spoke of a new law.',
    ].join(' '),
  ],
  ['plan', 'The plan protects victims. Customs will watch the ports.'],
];

const characters = sources.reduce((sum, [, text]) => sum + text.length, 0);

/** What a coder gives each sentence of a source: the key of a code, `[` before it for a word less, or nothing. */
type Coding = Readonly<Record<string, readonly string[]>>;

const aiko: Coding = { raid: ['1', '3', '4', '', '2'], plan: ['3', '2'] };
/** Another code, a passage that each has alone, and another end. */
const bea: Coding = { raid: ['1', '2', '', '1', '[2'], plan: ['3', '2'] };

/** Milliseconds that a computation may take on a busy machine. */
const patience = 60_000;

/** The coefficients of a paper: as they are called on the screen, and in the file. */
const coefficients = {
  'u-α': 'u_alpha',
  'α (Jaccard)': 'char_set_alpha_jaccard',
  '|u-α': 'bar_u_alpha',
  'cu-α': 'cu_alpha',
  '(k)cu-α': 'ku_alpha',
  'F1 (IoU ≥ .5)': 'span_f1',
  Agreement: 'char_percent_agreement',
};

/** Tables of counts: in the file, on the screen, and how many cells name a line. */
const counts = [
  ['coders', 'Coders', 2],
  ['disagreements', 'What was decided on disagreements', 1],
] as const;

it(
  'takes a package to a second coder and back, settles what differs, and writes the tables of a paper',
  { timeout: 300_000 },
  async () => {
    const page = await newWindowForTest();
    await createProject(page, 'Trafficking', 'Aiko');
    await importFiles(
      page,
      sources.map(([title, text]) => ({
        name: `${title}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
    await importPanel(page).getByRole('button', { name: 'Close' }).click();
    await codeAll(page, aiko);

    // The package holds the sources and none of what Aiko coded.
    await command(page, 'Package for a second coder');
    const making = page.getByRole('dialog', { name: 'Package for a second coder' });
    await making.getByRole('textbox', { name: 'Name of the coder' }).fill('Bea');
    const given = await download(page, () =>
      making.getByRole('button', { name: 'Save the package…' }).click(),
    );
    await making.waitFor({ state: 'detached' });

    // The second coder opens it elsewhere.
    const second = await newWindowForTest();
    await chooseProjectFile(second, handedOn(given));
    await importProject(second);
    const line = second.getByRole('region', { name: 'Package', exact: true });
    await line.getByText('Double coding 1 · round 1 · codebook frozen · 0 of 2 sources finished').waitFor();
    await goTo(second, 'Segments');
    expect(await passageCount(second)).toBe(0);
    await codeAll(second, bea);
    await line.getByText('2 of 2 sources finished').waitFor();
    const returned = await download(second, () => line.getByRole('button', { name: 'Send back…' }).click());

    // What comes back is merged into the first project.
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('ControlOrMeta+Shift+O');
    await (await chooser).setFiles(handedOn(returned));
    const merging = page.getByRole('dialog', { name: 'Merge coded files' });
    await merging.getByText('Bea: 6 segments, 6 of them new').waitFor();
    await merging.getByRole('button', { name: 'Merge', exact: true }).click();
    const report = page.getByRole('dialog', { name: 'Merged' });
    await report.getByRole('button', { name: 'Close' }).last().click();
    await report.waitFor({ state: 'detached' });
    await goTo(page, 'Segments');
    await expect.poll(() => passageCount(page), { timeout: patience }).toBe(12);

    // How far the two agree.
    await page.keyboard.press('Alt+6');
    await page.getByText('2 sources that two of them looked at').waitFor({ timeout: patience });
    await page.getByText('Coders: Aiko, Bea').waitFor();
    await page.getByText(`${characters} characters`).waitFor();
    const agreement = page.getByRole('table').first();
    await agreement.getByRole('row', { name: /^Immigration crime .*\[.*\]/ }).waitFor();

    // Three disagreements are settled by key; one stays open.
    await compare(page, 'Disagreements');
    await page.getByText('0 of 4 settled').waitFor();
    for (const [index, key] of ['1', '2', '3'].entries()) {
      await page.keyboard.press(key);
      await page.getByText(`${index + 1} of 4 settled`).waitFor();
    }
    await saved(page);

    // The tables for the paper are on the screen and in the file alike.
    await compare(page, 'For the paper');
    const paper = page.getByRole('article', { name: 'Preview' });
    await paper.getByText('3 disagreements were decided on').waitFor({ timeout: patience });
    expect(await paper.innerText()).toContain(`Of 2 sources, 2 (100%; ${characters} characters`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const file = await download(page, () => page.getByRole('menuitem', { name: 'Tables as CSV' }).click());
    expect(file.name).toMatch(/Double coding and agreement\.csv$/);
    expect(file.text.startsWith('\ufeff')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(file.text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const written = (table: string) => data.filter((each) => each['table'] === table);
    const [names, ...rows] = await cellsOf(paper, 'Agreement by code');
    expect(names).toEqual(['Code', ...Object.keys(coefficients)]);
    expect(rows.length).toBeGreaterThan(4);
    expect(written('agreement_by_code').map((each) => [each['row'], each['column'], printed(each)])).toEqual(
      rows.flatMap(([code, ...cells]) =>
        Object.values(coefficients).map((name, index) => [code, name, cells[index]]),
      ),
    );
    for (const [table, title, labels] of counts) {
      const shown = (await cellsOf(paper, title)).slice(1);
      expect(written(table).map((each) => each['value'])).toEqual(
        shown.flatMap((cells) => cells.slice(labels)),
      );
    }
    expect(written('coders').map((each) => each['value'])).toEqual(['6', '2', '2', '6', '2', '2']);
    // One coder’s coding twice, both once, and one left open.
    expect(written('disagreements').map((each) => each['value'])).toEqual(['2', '1', '0', '0', '1']);
  },
);

/** Opens each source, codes its sentences one after the other by key, and says that it is finished. */
async function codeAll(page: Page, coding: Coding): Promise<void> {
  for (const [title, sentences] of Object.entries(coding)) {
    await goTo(page, 'Library');
    await sourceRows(page).filter({ hasText: title }).click();
    await page.keyboard.press('Enter');
    await readerText(page).focus();
    await page.keyboard.press('s');
    for (const [index, keys] of sentences.entries()) {
      if (index > 0) await page.keyboard.press('Alt+ArrowDown');
      if (keys === '') continue;
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(() => codesOfSegment(page), { timeout: patience }).toHaveLength(1);
    }
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('button', { name: 'Finished: Not finished after all' }).waitFor();
    await saved(page);
  }
}

/** Runs a command by its name. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'All commands' }).fill(name);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
}

const compare = (page: Page, comparison: string): Promise<void> =>
  page.getByRole('radiogroup', { name: 'What to compare' }).getByText(comparison).click();

/** A file that was saved, as somebody else chooses it. */
const handedOn = ({ name, buffer }: { readonly name: string; readonly buffer: Buffer }) => ({
  name,
  mimeType: 'application/zip',
  buffer,
});

/** The cells of a table on the screen, row by row. */
const cellsOf = async (paper: Locator, name: string): Promise<readonly (readonly string[])[]> => {
  const rows = await paper.getByRole('table', { name }).getByRole('row').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
};

/** A figure of the file as the screen shows it. */
function printed({ value = '', low = '', high = '' }: Readonly<Record<string, string>>): string {
  if (value === '') return '—';
  const interval = low === '' ? '' : ` [${short(low)}, ${short(high)}]`;
  return short(value) + interval;
}

const short = (figure: string): string =>
  Number(figure)
    .toFixed(2)
    .replace(/^-/, '−')
    .replace(/0(?=\.)/, '');
