import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { caseOf } from '../../../src-renderer/domain/sources/case';
import { ProfilesView } from '../../../src-renderer/features/profiles';
import type { MemoryPlatform } from '../../../src-renderer/platform/memory';
import { expectAccessible, makeServices, mountInProject, unmount } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

describe('beside the profiles', () => {
  let session: ProjectSession;
  let platform: MemoryPlatform;
  const dialog = () => page.getByRole('dialog');
  const save = async (name: string) => {
    const count = platform.saved.length;
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect.poll(() => platform.saved.length).toBe(count + 1);
    return platform.saved.at(-1)!;
  };

  beforeEach(async () => {
    await page.viewport(1440, 900);
    const sample = await mountInSample(<ProfilesView />, { view: 'profiles' });
    session = sample.session;
    platform = sample.services.platform;
    await expect.element(page.getByRole('group', { name: /by country$/ })).toBeVisible();
  });
  afterEach(unmount);

  it('a case says the judgement, how it stands to the figures, and dated facts', async () => {
    const korea = page.getByRole('article', { name: 'South Korea' });
    await expect
      .element(korea.getByText('Another mode has the larger share of the segments.'))
      .toBeInTheDocument();
    await korea.getByText(/dated facts$/).click();
    await expect.element(korea.getByRole('term').first()).toBeVisible();
  });

  it('a case is edited as one change, and a date that is none is said in the dialog', async () => {
    await page.getByRole('button', { name: 'Edit the case Taiwan' }).click();
    await expectAccessible();
    await dialog()
      .getByRole('button', { name: /judgement of the mode/ })
      .click();
    await page.getByRole('option', { name: 'Human rights abuse' }).click();
    await dialog().getByRole('textbox', { name: 'Reasons' }).fill('To be tested.');
    await dialog().getByRole('textbox', { name: 'Date' }).first().fill('long ago');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog().getByText(/Write a date as 2009/)).toBeVisible();
    await dialog().getByRole('textbox', { name: 'Date' }).first().fill('2009-12');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(caseOf(session.state, 'TW')?.judgement).toEqual({
      codeId: codeOf(session.state, 'M4').id,
      reasons: 'To be tested.',
    });
    await expect
      .element(page.getByRole('article', { name: 'Taiwan' }).getByText('No segments to compare it with.'))
      .toBeInTheDocument();
    expect(session.snapshot.stacks.undoable).toHaveLength(1);
  });

  it('the figures are saved as CSV with empty cells where there is no data', async () => {
    const { name, bytes } = await save('Data as CSV');
    expect(name).toMatch(/Securitization mode Segments\.csv$/);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 7 * 4);
    expect(lines.find((line) => line.startsWith('JP,Japan') && line.includes(',M1,'))).toContain(
      ',39,68,0.57',
    );
    expect(lines.find((line) => line.startsWith('TW,Taiwan') && line.includes(',M1,'))).toContain(',,0,,');
  });

  it('the chart is saved as SVG that stands alone, dark on white, and as PNG for print', async () => {
    document.documentElement.dataset['theme'] = 'dark';
    const svg = await save('Chart as SVG');
    document.documentElement.dataset['theme'] = 'light';
    const file = new DOMParser().parseFromString(new TextDecoder().decode(svg.bytes), 'image/svg+xml');
    expect(file.querySelector('parsererror')).toBeNull();
    expect(file.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
    expect(file.documentElement.textContent).toContain('Japan');
    const png = await save('Chart as PNG (300 dpi)');
    expect([...png.bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const picture = await createImageBitmap(new Blob([png.bytes]));
    expect(picture.width).toBeGreaterThan(2000);
  });

  it('the crossed figures are saved as they are shown', async () => {
    await page.getByRole('radio', { name: 'Crossed' }).click();
    const { name, bytes } = await save('Data as CSV');
    expect(name).toContain('Securitization mode × Discourse level');
    expect(new TextDecoder().decode(bytes)).toContain(
      'CN,China,Securitization mode,M3,Organized crime,Discourse level,L1,Domestic,33,44',
    );
  });
});

it('says how to begin where there is no country yet', async () => {
  await mountInProject(<ProfilesView />, makeServices(), [], { place: { view: 'profiles' } });
  await expect.element(page.getByText('No countries yet')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await expectAccessibleInBothThemes();
  unmount();
});
