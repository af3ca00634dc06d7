import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWindow, useApp } from './app';
import { violations } from './axe';
import { goTo, openSample, sourceRows, views } from './steps';

useApp();

describe.each(['light', 'dark'] as const)('no one is kept out, in %s', (colorScheme) => {
  let page: Page;
  let start: readonly string[];
  beforeAll(async () => {
    page = await newWindow({ colorScheme });
    start = await violations(page);
    await openSample(page);
    await sourceRows(page).first().click();
  });
  afterAll(() => page.context().close());

  it('of the start screen', () => {
    expect(start).toEqual([]);
  });

  it.each(views)('of %s', async (view) => {
    await goTo(page, view);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ['the palette of commands', 'ControlOrMeta+K'],
    ['the export', 'ControlOrMeta+E'],
  ])('of %s', async (_, keys) => {
    await page.keyboard.press(keys);
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});
