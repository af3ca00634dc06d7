import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CompareView } from '../../../src-renderer/features/compare';
import type { MemoryPlatform } from '../../../src-renderer/platform/memory';
import { unmount } from '../../support/mount';
import { expectAccessibleInBothThemes } from '../../support/sample';
import { mountDoubleCoded } from './double-coded';

describe('for the paper', () => {
  let platform: MemoryPlatform;
  const preview = () => page.getByRole('article', { name: 'Preview' });
  const save = async (name: RegExp) => {
    const count = platform.saved.length;
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect.poll(() => platform.saved.length, { timeout: 50_000 }).toBe(count + 1);
    return platform.saved.at(-1)!;
  };

  beforeEach(async () => {
    await page.viewport(1440, 1000);
    const { services } = await mountDoubleCoded(<CompareView />, { view: 'compare', comparison: 'paper' });
    platform = services.platform;
    await expect.element(preview(), { timeout: 60_000 }).toBeVisible();
  });
  afterEach(unmount);

  it('previews the methods section with its gaps, tables and references', async () => {
    await expect.element(preview().getByText(/coders took part \(C1, C2, and C3\)/)).toBeVisible();
    await expect
      .element(preview().getByText('[Describe the coders’ qualification and training.]'))
      .toBeVisible();
    await expect.element(page.getByText(/passages in brackets are for you to fill in/)).toBeVisible();
    await expect.element(preview().getByRole('table', { name: 'Agreement by code' })).toBeInTheDocument();
    await expect.element(preview().getByRole('table', { name: 'Agreement by country' })).toBeInTheDocument();
    await expect.element(preview().getByText(/^Krippendorff, K., Mathet/)).toBeInTheDocument();
    await expectAccessibleInBothThemes();
  });

  it('calls coders by initials where that is wanted', async () => {
    await page.getByRole('radio', { name: 'Initials' }).click();
    await expect.element(preview().getByText(/BO\b.*\)\.|took part \(.*BO/)).toBeVisible();
  });

  it('is saved as Word, HTML and CSV', async () => {
    const word = await save(/^Word/);
    expect(word.name).toMatch(/Double coding and agreement\.docx$/);
    expect(Object.keys(unzipSync(word.bytes))).toContain('word/document.xml');
    const html = new TextDecoder().decode((await save(/HTML/)).bytes);
    expect(html).toContain('<caption>Agreement by code</caption>');
    const csv = new TextDecoder().decode((await save(/CSV/)).bytes);
    expect(csv).toContain('table,row,column,value,low,high,reason');
    expect(csv).toContain('agreement_by_code,');
  });
});
