import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { ProfilesView } from '../../../src-renderer/features/profiles';
import { unmount } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

describe('framing profiles', () => {
  let session: ProjectSession;
  let navigation: Navigation;
  let show: (node: React.ReactNode) => Promise<void>;
  const chart = () => page.getByRole('group', { name: /by country$/ });
  const country = (name: string) => chart().getByRole('group', { name: new RegExp(`^${name}\\.`) });
  const bar = (name: string) => chart().getByRole('button', { name: new RegExp(`^${name}`) });
  const passages = () => page.getByRole('complementary').getByRole('listitem');
  const choose = async (control: string, option: string) => {
    await page.getByRole('button', { name: new RegExp(control) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  beforeEach(async () => {
    await page.viewport(1440, 900);
    ({ session, navigation, show } = await mountInSample(<ProfilesView />, { view: 'profiles' }));
    await expect.element(chart()).toBeVisible();
  });
  afterEach(unmount);

  it('name n and what it counts, and never make 0% of no data', async () => {
    await expect
      .element(page.getByText(/share of the segments coded with any of these codes$/))
      .toBeVisible();
    await expect.element(bar('Japan, Immigration crime: 39 of 68 segments, 57%')).toBeVisible();
    await expect.element(country('Japan')).toHaveAccessibleName(/n = 68 segments in 5 of 5 documents/);
    const empties = {
      Taiwan: /nothing coded in .*No data/,
      'North Korea': /none of these codes in .*No data/,
    };
    for (const [empty, says] of Object.entries(empties)) {
      await expect.element(country(empty)).toHaveAccessibleName(says);
      expect(country(empty).element().textContent).not.toContain('0%');
    }
    await expect.element(country('Southeast Asia')).toHaveAccessibleName(/Rests on one document/);
  });

  it('set the assigned judgement beside the figures, also where they differ', async () => {
    const korea = country('South Korea');
    await expect
      .element(korea)
      .toHaveAccessibleName(/Assigned: Prostitution problem, but another mode has the larger share/);
    await expect.element(bar('South Korea, Organized crime: 29 of 48 segments, 60%')).toBeVisible();
    await expect
      .element(country('China'))
      .toHaveAccessibleName(/Assigned: Organized crime, which is also the largest/);
  });

  it('show the passages of a bar, lead to the text, and come back to them', async () => {
    const before = chart().element().getBoundingClientRect();
    await bar('Japan, Prostitution problem').click();
    await expect
      .element(page.getByRole('complementary').getByRole('heading', { name: 'Japan' }))
      .toHaveFocus();
    expect(passages().elements()).toHaveLength(3);
    expect(chart().element().getBoundingClientRect()).toEqual(before);
    await expect.element(bar('Japan, Prostitution problem')).toHaveAttribute('aria-pressed', 'true');
    await expectAccessibleInBothThemes();
    await passages().nth(1).getByRole('button').click();
    const { place } = navigation;
    expect(place).toMatchObject({ view: 'reader' });
    const opened = session.state.segments.get(place.view === 'reader' ? (place.segmentId ?? '') : '')!;

    navigation.back();
    await show(<ProfilesView />);
    await expect.poll(() => document.activeElement?.textContent).toContain(opened.quote);
    expect(passages().elements()).toHaveLength(3);
  });

  it('are used without a mouse', async () => {
    (page.getByRole('button', { name: 'Save', exact: true }).element() as HTMLElement).focus();
    const isBar = () => document.activeElement?.getAttribute('aria-label') ?? '';
    for (let tabs = 0; tabs < 12 && !isBar().startsWith('China,'); tabs++) await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    await expect.element(bar('Japan, Organized crime')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('19 passages')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(bar('Japan, Organized crime')).toHaveFocus();
    await expect.element(page.getByText('Choose a figure to read its passages.')).toBeVisible();
  });

  it('count segments, characters or documents, each with a denominator of its own', async () => {
    await page.getByRole('radio', { name: 'Documents' }).click();
    await expect.element(page.getByText(/share of the documents coded with any/)).toBeVisible();
    await expect.element(country('Japan')).toHaveAccessibleName(/n = 5 documents in 5 of 5 documents/);
    await page.getByRole('radio', { name: 'Characters' }).click();
    await expect.element(page.getByText(/share of the characters coded with any/)).toBeVisible();
    await expect.element(page.getByText(/where segments overlap they count once/)).toBeVisible();
  });

  it('show actors, and China’s level, which does not follow from its mode', async () => {
    await choose('Family', 'Actor type');
    await expect.element(bar('China, Police, border and coast guard: 20 of 50 segments, 40%')).toBeVisible();
    await choose('Family', 'Discourse level');
    await expect.element(bar('China, Domestic')).toBeVisible();
    await expect
      .element(chart().getByRole('img', { name: /^China, Global \/ international: none/ }))
      .toBeInTheDocument();
  });

  it('rest on what the filters keep, and say what these leave out', async () => {
    await expect.element(country('Japan')).toHaveAccessibleName(/1 segment left out by the filters/);
    await choose('^Coder', 'Coder B');
    await userEvent.keyboard('{Escape}');
    await expect.element(country('Japan')).not.toHaveAccessibleName(/n = 68 /);
    await choose('^Country', 'China');
    await userEvent.keyboard('{Escape}');
    await expect.element(country('Japan')).not.toBeInTheDocument();
    const { place } = navigation;
    expect(place.view === 'profiles' && place.request?.filters).toMatchObject({ countries: ['CN'] });
  });

  it('say in a table what the chart says, and all together', async () => {
    const table = page.getByRole('table');
    await expect
      .element(table.getByRole('row', { name: /^Japan/ }))
      .toHaveTextContent(/Japan57%394%328%1910%7685 of 5Immigration crime/);
    await expect.element(table.getByRole('row', { name: /^Taiwan/ })).toHaveTextContent(/No data–0 of 1/);
    await expect.element(table.getByRole('row', { name: /^All/ })).toHaveTextContent(/17016 of 19$/);
    await table.getByRole('button', { name: /^Japan, Human rights abuse/ }).click();
    expect(navigation.place).toMatchObject({
      evidence: { country: 'JP', codeId: codeOf(session.state, 'M4').id },
    });
    expect(passages().elements()).toHaveLength(7);
  });

  it('cross with another family, each cell with its passages', async () => {
    await page.getByRole('radio', { name: 'Crossed' }).click();
    await expect.element(bar('China, Organized crime with Domestic: 33 segments')).toBeVisible();
    await expect.element(country('Taiwan')).toHaveAccessibleName(/No data/);
    await bar('Japan, Organized crime with Global / international').click();
    await expect.element(page.getByText('9 passages')).toBeVisible();
    expect(passages().elements()).toHaveLength(9);
    await expectAccessibleInBothThemes();
    await choose('Cross with', 'by Actor type');
    await expect
      .element(bar('China, Organized crime with Traffickers and criminal groups: 13 segments'))
      .toBeVisible();
    const name = (element: Element | null) => element?.getAttribute('aria-label') ?? '';
    (bar('China, Organized crime with State executive').element() as unknown as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(name(document.activeElement)).toMatch(/^China, Organized crime with Police/);
    await userEvent.keyboard('{ArrowLeft}');
    expect(name(document.activeElement)).toMatch(/^China, Immigration crime with Police/);
  });

  it('breaks no rule of accessibility in either form', async () => {
    await expectAccessibleInBothThemes();
    await page.getByRole('radio', { name: 'Stacked' }).click();
    await expect.element(bar('China, Organized crime')).toBeVisible();
    await expectAccessibleInBothThemes();
  });
});
