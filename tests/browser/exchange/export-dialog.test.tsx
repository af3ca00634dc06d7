import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import { ExportDialog } from '../../../src-renderer/features/exchange';
import type { MemoryPlatform } from '../../../src-renderer/platform/memory';
import { unmount } from '../../support/mount';
import { expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

describe('the export dialog', () => {
  let platform: MemoryPlatform;
  let navigation: Navigation;
  const onClose = vi.fn();
  const dialog = () => page.getByRole('dialog', { name: 'Export' });
  const save = (name: string, at = 0) => dialog().getByRole('button', { name }).nth(at).click();
  const text = (at: number) => new TextDecoder().decode(platform.saved[at]?.bytes);

  beforeEach(async () => {
    await page.viewport(1440, 900);
    onClose.mockReset();
    const sample = await mountInSample(<ExportDialog isOpen onClose={onClose} />);
    ({ navigation } = sample);
    platform = sample.services.platform;
    await expect.element(dialog()).toBeVisible();
  });
  afterEach(unmount);

  it('says what REFI-QDA leaves behind before it is saved, for the families chosen', async () => {
    await expect.element(dialog().getByText(/It leaves behind: .*indicators: 97 codes/)).toBeVisible();
    await dialog().getByText('Securitization mode').click();
    await expect.element(dialog().getByText(/indicators: 97 codes/)).not.toBeInTheDocument();
    await expectAccessibleInBothThemes();
  });

  it('saves the codebook as REFI-QDA with the families and the language chosen', async () => {
    await dialog().getByText('Actor type').click();
    await dialog()
      .getByRole('button', { name: /Labels in/ })
      .click();
    await page.getByRole('option', { name: '日本語' }).click();
    await save('Save as REFI-QDA (.qdc)');
    await expect.element(page.getByText('Saved.')).toBeVisible();
    expect(platform.saved[0]?.name).toMatch(/ codebook\.qdc$/);
    const xml = new DOMParser().parseFromString(text(0), 'application/xml');
    expect(xml.querySelector('parsererror')).toBeNull();
    expect(xml.documentElement.namespaceURI).toBe('urn:QDA-XML:codebook:1.0');
    const names = [...xml.querySelectorAll('Code')].map((code) => code.getAttribute('name'));
    expect(names).toContain('組織犯罪');
    expect(names).not.toContain('アクター類型');
  });

  it('has nothing to save where no family is chosen', async () => {
    for (const checkbox of dialog().getByRole('checkbox', { checked: true }).elements()) {
      await userEvent.click(checkbox.closest('label')!);
    }
    await expect.element(dialog().getByRole('button', { name: /REFI-QDA/ })).toBeDisabled();
    await expect.element(dialog().getByText(/There is no code to export/)).toBeVisible();
  });

  it('saves codebook and segments as CSV that Excel reads', async () => {
    await save('Save as CSV', 0);
    await expect.poll(() => platform.saved.length).toBe(1);
    await save('Save as CSV', 1);
    await expect.poll(() => platform.saved.length).toBe(2);
    for (const { bytes } of platform.saved) expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text(0)).toContain('組織犯罪');
    expect(text(1)).toContain('code_mode');
  });

  it('says why a file could not be saved, in reach while the dialog is open', async () => {
    platform.saveOutcomes.push({ ok: false, error: { kind: 'full', detail: '' } });
    await save('Save as CSV', 0);
    await expect.element(page.getByText(/The disk is full/)).toBeVisible();
    const toast = page.getByText(/The disk is full/).element().parentElement!;
    await userEvent.click(toast.querySelector('button')!);
    await expect.element(page.getByText(/The disk is full/)).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says nothing when saving is cancelled, and leads to the profiles', async () => {
    const said = page.getByText('Saved.').elements().length;
    platform.saveOutcomes.push({ ok: true, value: 'cancelled' });
    await save('Save as CSV', 0);
    await save('Open profiles');
    expect(navigation.place).toEqual({ view: 'profiles' });
    expect(onClose).toHaveBeenCalledOnce();
    expect(platform.saved).toEqual([]);
    expect(page.getByText('Saved.').elements().length).toBeLessThanOrEqual(said);
  });
});
