import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ExchangePort } from '../../../src-renderer/application/ports/exchange';
import { ExportDialog } from '../../../src-renderer/features/exchange';
import type { MemoryPlatform } from '../../../src-renderer/platform/memory';
import { unmount } from '../../support/mount';
import { expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

describe('the export dialog', () => {
  let platform: MemoryPlatform;
  let exchange: ExchangePort;
  const onClose = vi.fn();
  const dialog = () => page.getByRole('dialog', { name: 'Export' });
  const part = (name: string) => dialog().getByRole('tab', { name }).click();
  const format = (name: string) => dialog().getByRole('radio', { name, exact: true }).click();
  const save = (name: string | RegExp) => dialog().getByRole('button', { name }).click();
  const saved = async (count = 1) => {
    await expect.poll(() => platform.saved.length, { timeout: 15_000 }).toBe(count);
    return platform.saved[count - 1]!;
  };
  const text = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

  beforeEach(async () => {
    await page.viewport(1440, 900);
    onClose.mockReset();
    const sample = await mountInSample(<ExportDialog isOpen onClose={onClose} />);
    ({ platform, exchange } = sample.services);
    await expect.element(dialog()).toBeVisible();
  });
  afterEach(unmount);

  describe('for the codebook', () => {
    it('says what REFI-QDA leaves behind before it is saved, for the families chosen', async () => {
      await expect.element(dialog().getByText('Indicators of 97 codes.')).toBeVisible();
      await dialog().getByText('Securitization mode').click();
      await expect.element(dialog().getByText('Indicators of 97 codes.')).not.toBeInTheDocument();
      await expectAccessibleInBothThemes();
    });

    it('saves REFI-QDA with the families and the language chosen', async () => {
      await dialog().getByText('Actor type').click();
      await dialog()
        .getByRole('button', { name: /Main language/ })
        .click();
      await page.getByRole('option', { name: '日本語' }).click();
      await save(/^Save as REFI-QDA/);
      const file = await saved();
      expect(file.name).toMatch(/ codebook\.qdc$/);
      const xml = new DOMParser().parseFromString(text(file), 'application/xml');
      expect(xml.documentElement.namespaceURI).toBe('urn:QDA-XML:codebook:1.0');
      const names = [...xml.querySelectorAll('Code')].map((code) => code.getAttribute('name'));
      expect(names).toContain('組織犯罪');
      expect(names).not.toContain('アクター類型');
      await expect.element(page.getByText(/^Saved\. .*Indicators of/)).toBeVisible();
    });

    it('has nothing to save where no family is chosen', async () => {
      const group = dialog().getByRole('group', { name: 'Families' });
      for (const checkbox of group.getByRole('checkbox', { checked: true }).elements()) {
        await userEvent.click(checkbox.closest('label')!);
      }
      await expect.element(dialog().getByRole('button', { name: /REFI-QDA/ })).toBeDisabled();
      await expect.element(dialog().getByText(/There is no code to export/)).toBeVisible();
    });

    it('saves documents with the languages, examples and counts chosen', async () => {
      await format('HTML');
      await dialog().getByRole('group', { name: 'Labels also in' }).getByText('한국어').click();
      await save('Save as HTML…');
      const html = text(await saved());
      expect(html).toContain('Organized crime');
      expect(html).toContain('조직범죄');
      await format('Word');
      await dialog().getByText('Counts of segments and sources').click();
      await save('Save as Word…');
      const docx = unzipSync(new Uint8Array((await saved(2)).bytes));
      expect(strFromU8(docx['word/document.xml']!)).toContain('Organized crime');
    });

    it('saves tables that come back: CSV, Excel, JSON', async () => {
      await format('CSV');
      await save('Save as CSV…');
      expect([...(await saved()).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      await format('Excel');
      await save('Save as Excel…');
      expect(Object.keys(unzipSync(new Uint8Array((await saved(2)).bytes)))).toContain('xl/workbook.xml');
      await format('JSON');
      await save('Save as JSON…');
      expect(text(await saved(3))).toContain('組織犯罪');
    });
  });

  it('writes the whole project, shows its report, and saves it then', async () => {
    await part('Whole project');
    await dialog()
      .getByRole('button', { name: /Made for/ })
      .click();
    await page.getByRole('option', { name: 'QualCoder' }).click();
    await save('Write the file');
    await expect.element(dialog().getByText(/The file is ready/)).toBeVisible();
    await expect.element(dialog().getByText('Only Parallax understands')).toBeVisible();
    await expectAccessibleInBothThemes();
    expect(platform.saved).toEqual([]);
    await save('Save…');
    const file = await saved();
    expect(file.name).toMatch(/\.qdpx$/);
    const members = unzipSync(new Uint8Array(file.bytes));
    expect(strFromU8(members['project.qde']!)).toContain('urn:QDA-XML:project:1.0');
  });

  it('lets go of a file that was begun for another program than the one chosen since', async () => {
    let finish = () => {};
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const write = exchange.writeProject.bind(exchange);
    const slow = vi.spyOn(exchange, 'writeProject').mockImplementation(async (...args) => {
      await gate;
      return write(...args);
    });
    await part('Whole project');
    await save('Write the file');
    await dialog()
      .getByRole('button', { name: /Made for/ })
      .click();
    await page.getByRole('option', { name: 'NVivo' }).click();
    finish();
    await expect.poll(() => slow.mock.settledResults[0]?.type, { timeout: 15_000 }).toBe('fulfilled');
    await expect.element(dialog().getByRole('button', { name: 'Write the file' })).toBeEnabled();
    expect(
      dialog()
        .getByText(/The file is ready/)
        .elements(),
    ).toEqual([]);
  });

  it('saves each table, and all in one workbook', async () => {
    await part('Tables');
    await expectAccessibleInBothThemes();
    await save('Save Coded segments as CSV');
    expect(text(await saved())).toContain('code_mode');
    await save('Save History as CSV');
    expect(text(await saved(2)).split('\r\n').length).toBeGreaterThan(1);
    await save('Save all in one workbook…');
    const members = unzipSync(new Uint8Array((await saved(3)).bytes));
    expect(strFromU8(members['xl/workbook.xml']!)).toContain('Co-occurrences');
  });

  it('saves networks of two families', async () => {
    await part('Network');
    await expect.element(dialog().getByText(/\d+ codes, \d+ pairs that meet\./)).toBeVisible();
    await expectAccessibleInBothThemes();
    await save('Save as GraphML…');
    const file = await saved();
    expect(file.name).toMatch(/ actor mode\.graphml$/);
    expect(text(file)).toContain('<graphml');
    await save('Save as GEXF…');
    expect(text(await saved(2))).toContain('<gexf');
  });

  it('is led through by keyboard', async () => {
    (dialog().getByRole('tab', { name: 'Codebook' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect
      .element(dialog().getByRole('tab', { name: 'Tables' }))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Tab}');
    await expect.element(dialog().getByRole('button', { name: 'Save Coded segments as CSV' })).toHaveFocus();
  });

  it('says why a file could not be saved, in reach while the dialog is open', async () => {
    platform.saveOutcomes.push({ ok: false, error: { kind: 'full', detail: '' } });
    await format('CSV');
    await save('Save as CSV…');
    await expect.element(page.getByText(/The disk is full/)).toBeVisible();
    const toast = page.getByText(/The disk is full/).element().parentElement!;
    await userEvent.click(toast.querySelector('button')!);
    await expect.element(page.getByText(/The disk is full/)).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says nothing when saving is cancelled', async () => {
    const said = page.getByText('Saved.').elements().length;
    platform.saveOutcomes.push({ ok: true, value: 'cancelled' });
    await format('CSV');
    await save('Save as CSV…');
    await expect.poll(() => platform.saveOutcomes.length, { timeout: 15_000 }).toBe(0);
    expect(platform.saved).toEqual([]);
    expect(page.getByText('Saved.').elements().length).toBeLessThanOrEqual(said);
  });
});
