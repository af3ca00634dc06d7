import Papa from 'papaparse';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaintsOf, newWindow, useApp } from './app';
import { download, goTo, openSample } from './steps';

useApp();

let page: Page;
beforeAll(async () => {
  page = await newWindow();
  await openSample(page);
});
beforeEach(() => goTo(page, 'Profiles'));
afterAll(() => expect(complaintsOf(page)).toEqual([]));

const row = (country: string) =>
  page.getByRole('table').getByRole('row', { name: new RegExp(`^${country} `) });
const panel = (country: string) =>
  page.getByRole('main').getByRole('group', { name: new RegExp(`^${country}\\.`) });
const bar = (country: string, code: string) =>
  panel(country).getByRole('button', { name: `${country}, ${code}: ` });

/** Counts by mode, as the table has them; the chart must say the same. */
async function counts(country: string): Promise<Record<string, number>> {
  const names = await row(country)
    .getByRole('button')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  return Object.fromEntries(
    names.map((name) => {
      const [, code = '', value = ''] = /^.+?, (.+): ([\d,]+), /.exec(name) ?? [];
      return [code, Number(value.replace(',', ''))] as const;
    }),
  );
}

const largest = (values: Record<string, number>): string | undefined =>
  Object.entries(values).sort(([, a], [, b]) => b - a)[0]?.[0];

describe('the findings of the article', () => {
  it('Japan: immigration crime first, organised crime next, victims nearly left out', async () => {
    const japan = await counts('Japan');
    expect(
      Object.keys(japan)
        .sort((a, b) => japan[b]! - japan[a]!)
        .slice(0, 2),
    ).toEqual(['Immigration crime', 'Organized crime']);
    expect(await panel('Japan').getAttribute('aria-label')).toContain(
      'Assigned: Immigration crime, which is also the largest share.',
    );
  });

  it('South Korea: assigned to the prostitution problem, told mostly as organised crime, and it says so', async () => {
    const korea = await counts('South Korea');
    expect(largest(korea)).toBe('Organized crime');
    expect(korea['Organized crime']).toBeGreaterThan(korea['Prostitution problem']!);
    const verdict = 'Assigned: Prostitution problem, but another mode has the larger share.';
    expect(await panel('South Korea').getAttribute('aria-label')).toContain(verdict);
    const said = page.getByRole('article', { name: 'South Korea' }).getByText(/another mode/i);
    expect(await said.count()).toBe(1);
  });

  it('China: organised crime', async () => {
    expect(largest(await counts('China'))).toBe('Organized crime');
  });

  it.each(['Taiwan', 'North Korea'])('%s: no data, which is not a share of zero', async (country) => {
    expect(await row(country).innerText()).toContain('No data');
    expect(await row(country).innerText()).not.toContain('%');
    expect(await row(country).getByRole('button').count()).toBe(0);
    expect(await panel(country).getByText('No data').count()).toBe(1);
  });

  it('tells North Korea, coded for other things, from Taiwan, not coded at all', async () => {
    expect(await panel('North Korea').getAttribute('aria-label')).toMatch(
      /none of these codes in 2 documents; \d+ segments with other codes/,
    );
    expect(await panel('Taiwan').getAttribute('aria-label')).toContain('nothing coded in 1 document');
  });

  it('says where figures rest on one document', async () => {
    expect(await panel('Southeast Asia').getAttribute('aria-label')).toContain('Rests on one document.');
  });
});

it('leads from a bar to its passages', async () => {
  const { 'Prostitution problem': count } = await counts('South Korea');
  const { 'Prostitution problem': next } = await counts('Japan');
  await bar('South Korea', 'Prostitution problem').click();
  const passages = page.getByRole('complementary', { name: 'South Korea' });
  await passages.getByText(`${count} passages`).waitFor();
  expect(await passages.getByRole('listitem').count()).toBe(count);
  // By keyboard as well: from bar to bar with arrows, and back with Escape.
  await page.keyboard.press('Escape');
  await passages.waitFor({ state: 'detached' });
  await bar('Japan', 'Prostitution problem').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Japan' }).getByText(`${next} passages`).waitFor();
});

it('saves the very figures that it shows', async () => {
  const file = await download(page, async () => {
    await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Data as CSV' }).click();
  });
  expect(file.name).toMatch(/mode Segments\.csv$/);
  const rows = tableOf(file.text);
  const inFile = (country: string) => rows.filter(({ country_name: name }) => name === country);
  const values = (country: string) =>
    Object.fromEntries(inFile(country).map(({ code = '', value }) => [code, Number(value)] as const));
  for (const country of ['Japan', 'South Korea', 'China'])
    expect(values(country)).toEqual(await counts(country));
  for (const { status, value, share } of inFile('Taiwan'))
    expect({ status, value, share }).toEqual({ status: 'no-data', value: '', share: '' });

  const picture = await download(page, async () => {
    await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Chart as SVG' }).click();
  });
  expect(picture.text).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
  expect(picture.text).toContain('South Korea');
});

it('saves codebook and segments in the formats of other programs', async () => {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await page.keyboard.press('ControlOrMeta+E');
  const codebook = await download(page, () =>
    dialog.getByRole('button', { name: 'Save as REFI-QDA…' }).click(),
  );
  expect(codebook.name).toMatch(/codebook\.qdc$/);
  expect(codebook.text).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Parallax');
  for (const name of ['Immigration crime', 'Prostitution problem', 'Organized crime', 'Human rights abuse'])
    expect(codebook.text).toMatch(new RegExp(`<Code guid="[0-9A-F-]{36}" name="${name}" isCodable="true"`));
  await dialog.getByRole('heading', { name: 'What this file does not carry' }).waitFor();
  await dialog.getByRole('tab', { name: 'Tables' }).click();

  const segments = await download(page, () =>
    dialog.getByRole('button', { name: 'Save Coded segments as CSV' }).click(),
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await goTo(page, 'Segments');
  const said = page.getByRole('main').getByText(/^\d+ coded segments$/);
  const rows = tableOf(segments.text);
  expect(`${rows.length} coded segments`).toBe(await said.innerText());
  expect(rows.some(({ quote }) => /[\u3040-\u30ff]/.test(quote ?? ''))).toBe(true);
  expect(rows.some(({ quote }) => /[\uac00-\ud7af]/.test(quote ?? ''))).toBe(true);
});

it('filters the list of segments', async () => {
  await goTo(page, 'Segments');
  const all = await page
    .getByRole('main')
    .getByText(/^\d+ coded segments$/)
    .innerText();
  await page.getByRole('searchbox', { name: 'Search the passages' }).fill('국가');
  await page
    .getByRole('main')
    .getByText(new RegExp(`^\\d+ of ${all.replace(/\D/g, '')} coded segments$`))
    .waitFor();
  const cards = page.getByRole('list', { name: 'Segments' }).getByRole('link');
  for (const card of await cards.allInnerTexts()) expect(card).toContain('국가');
});

/** A file of ours as rows; begins with the mark without which Excel misreads Chinese, Japanese and Korean. */
function tableOf(text: string): readonly Record<string, string>[] {
  expect(text.startsWith('\ufeff')).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}
