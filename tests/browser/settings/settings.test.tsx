import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { SettingsView } from '../../../src-renderer/features/settings';
import { applyTheme } from '../../../src-renderer/ui/theme/theme';
import {
  expectAccessible,
  makeServices,
  mountInProject,
  unmount,
  type TestServices,
} from '../../support/mount';

describe('the settings', () => {
  let services: TestServices;
  let session: ProjectSession;
  const coders = () => [...session.state.coders.values()];

  beforeEach(async () => {
    await page.viewport(1280, 800);
    services = makeServices();
    ({ session } = await mountInProject(<SettingsView />, services));
    await expect.element(page.getByRole('heading', { name: 'Coders' })).toBeVisible();
  });
  afterEach(() => {
    unmount();
    applyTheme('light');
  });

  it('turn the window dark at once and keep it for the next start', async () => {
    await page.getByRole('radio', { name: 'Dark' }).click();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await expect.poll(() => services.storage.settings.get('theme')).toBe('dark');
    await expectAccessible();
  });

  it('change the language of the window', async () => {
    await page.getByRole('radio', { name: '日本語' }).click();
    await expect.poll(() => document.documentElement.lang).toBe('ja');
    await expect.poll(() => services.storage.settings.get('language')).toBe('ja');
  });

  it('add a coder without making it the one who codes, then make it so by its own button', async () => {
    await page.getByRole('button', { name: 'Add coder' }).click();
    await userEvent.keyboard('ana kim{Enter}');
    await expect.element(page.getByText('There is a coder of this name already.')).toBeVisible();
    await expectAccessible();
    await page.getByLabelText('Name').fill('中村文子');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('中村文子', { exact: true })).toBeVisible();
    expect(session.coderId).toBe(coders()[0]?.id);

    await page.getByRole('button', { name: 'Code as 中村文子' }).click();
    await expect.element(page.getByText('You now code as 中村文子.')).toBeVisible();
    expect(session.coderId).toBe(coders()[1]?.id);
    await expectAccessible();
    await session.undo();
    expect(session.coderId).toBe(coders()[0]?.id);
  });

  it('edit name, initials and colour as one change', async () => {
    await page.getByRole('button', { name: 'Edit Ana Kim' }).click();
    await page.getByLabelText('Name').fill('Ana Lee');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Violet' })).toBeChecked();
    await expectAccessible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => coders()[0]).toMatchObject({ name: 'Ana Lee', initials: 'AL', color: '#8A6FB0' });
    expect(session.snapshot.stacks.undoable).toHaveLength(1);
  });

  it('say that a browser keeps no copies and how to keep one', async () => {
    const backups = page.getByRole('region', { name: 'Backups' });
    await expect.element(backups.getByText(/A browser has no folder/)).toBeVisible();
    await expect.element(backups.getByRole('button', { name: 'Export…' })).toBeVisible();
  });

  it('say where copies are kept where there is a folder', async () => {
    services.platform.keepsBackups = true;
    await mountInProject(<SettingsView />, services);
    await expect.element(page.getByText(/the newest ten of each project/)).toBeVisible();
    await expectAccessible();
  });
});
