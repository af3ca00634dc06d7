import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { progressOf } from '../../../src-renderer/domain/coders/progress';
import { LibraryView } from '../../../src-renderer/features/library';
import { ProfilesView } from '../../../src-renderer/features/profiles';
import { SettingsView } from '../../../src-renderer/features/settings';
import { blindOf } from '../../../src-renderer/application/blind';
import { unmount } from '../../support/mount';
import { expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

beforeEach(() => page.viewport(1440, 1000));
afterEach(unmount);

describe('how far coders are', () => {
  it('stands in a table of sources by coders that leads to each source', async () => {
    const { session, navigation } = await mountInSample(<SettingsView />);
    const { state } = session;
    const table = page.getByRole('group', { name: 'Progress of coders' }).getByRole('table');
    const [source] = state.sources.values();
    const row = table.getByRole('row', { name: source!.title });
    const cells = [...state.coders.keys()].map((id) => progressOf(state, source!.id, id));
    await expect.element(row).toBeVisible();
    const shown = [...row.element().querySelectorAll('td')].map((cell) => cell.dataset['progress']);
    expect(shown).toEqual(cells);
    await expectAccessibleInBothThemes();
    await row.getByRole('button').click();
    expect(navigation.place).toMatchObject({ view: 'reader', sourceId: source!.id });
  });

  it('chooses sources in the library', async () => {
    const { session } = await mountInSample(<LibraryView />);
    const { state, coderId } = session;
    const begun = [...state.sources.keys()].filter(
      (id) => progressOf(state, id, coderId) === 'in-progress',
    ).length;
    await page.getByRole('button', { name: 'Progress', exact: true }).first().click();
    await page.getByRole('option', { name: 'In progress' }).click();
    await expect.poll(() => page.getByRole('rowheader').elements().length).toBe(begun);
  });
});

it('profiles count a coder’s own passages alone while they code blind, and say so', async () => {
  const { session, services } = await mountInSample(<ProfilesView />, { view: 'profiles' });
  await expect.element(page.getByRole('button', { name: 'Coder', exact: true })).toBeVisible();
  await blindOf(session, services.storage).set(true);
  await expect.element(page.getByText(/Blind: only your own coding is counted/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Coder', exact: true })).not.toBeInTheDocument();
  const bar = page.getByRole('button', { name: /show passages/ }).first();
  await bar.click();
  const counted = /: (\d+) of/.exec(bar.element().getAttribute('aria-label') ?? '')?.[1];
  await expect.element(page.getByText(new RegExp(`^${counted} passages?$`))).toBeVisible();
});
