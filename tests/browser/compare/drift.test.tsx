import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { CompareView } from '../../../src-renderer/features/compare';
import { unmount } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes } from '../../support/sample';
import { mountDoubleCoded } from './double-coded';

describe('codebook drift', () => {
  let session: ProjectSession;
  let navigation: Navigation;

  beforeEach(async () => {
    await page.viewport(1440, 1000);
    ({ session, navigation } = await mountDoubleCoded(<CompareView />, {
      view: 'compare',
      comparison: 'drift',
    }));
    await expect.element(page.getByRole('heading', { name: 'Codes that are confused' })).toBeVisible();
  });
  afterEach(unmount);

  const confused = () => page.getByRole('button', { name: /^Immigration crime ↔/ });

  it('ranks confusions with the share of what is coded, and shows rounds with intervals', async () => {
    await expect.element(page.getByRole('group', { name: /^Agreement over time/ })).toBeVisible();
    await expect.element(page.getByRole('rowheader', { name: 'Round 1' })).toBeVisible();
    await expect.element(page.getByRole('rowheader', { name: 'Round 2' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: /^Round 1: .*\[.*\]/ }).first()).toBeInTheDocument();
    await expectAccessibleInBothThemes();
  });

  it('opens passages side by side beside both definitions, and leads to the codebook and back', async () => {
    await confused().first().click();
    await expect
      .element(page.getByRole('heading', { name: 'What the codebook says, and what was coded' }))
      .toHaveFocus();
    const [edit] = page.getByRole('button', { name: 'Edit in the codebook' }).elements();
    expect(edit).toBeDefined();
    await expect.element(page.getByText('Ben Okoro').first()).toBeVisible();
    await expectAccessibleInBothThemes();
    await page.getByRole('button', { name: 'Edit in the codebook' }).first().click();
    expect(navigation.place).toEqual({ view: 'codebook', codeId: codeOf(session.state, 'M1').id });
    navigation.back();
    await expect
      .element(page.getByRole('heading', { name: 'What the codebook says, and what was coded' }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect
      .element(page.getByRole('heading', { name: 'What the codebook says, and what was coded' }))
      .not.toBeInTheDocument();
  });

  it('shows one code over half-months', async () => {
    await page.getByRole('radio', { name: 'Half-months' }).click();
    await expect.element(page.getByRole('rowheader', { name: /first half$/ }).first()).toBeVisible();
    await page.getByRole('button', { name: /All codes/ }).click();
    await page.getByRole('option', { name: 'Immigration crime' }).click();
    await expect.element(page.getByRole('columnheader', { name: 'u-α' }), { timeout: 60_000 }).toBeVisible();
  });
});
