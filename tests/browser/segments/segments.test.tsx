import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { SegmentsView } from '../../../src-renderer/features/segments';
import type { MemoryPlatform } from '../../../src-renderer/platform/memory';
import { makeServices, mountInProject, unmount } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

const passages = () => page.getByRole('list', { name: 'Segments' }).getByRole('link');
const filter = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}(?!r)`) });
const option = (name: string) => page.getByRole('option', { name, exact: true });

describe('the list of segments', () => {
  let session: ProjectSession;
  let navigation: Navigation;
  let platform: MemoryPlatform;
  let show: (node: React.ReactNode) => Promise<void>;

  beforeEach(async () => {
    await page.viewport(1440, 900);
    const sample = await mountInSample(<SegmentsView />, { view: 'segments' });
    ({ session, navigation, show } = sample);
    platform = sample.services.platform;
    await expect.element(page.getByText('277 coded segments')).toBeVisible();
  });
  afterEach(unmount);

  it('stands under the sources, with only what is in sight in the document', async () => {
    const title = 'National Assembly: debate on two bills against prostitution (illustration)';
    await expect.element(page.getByRole('heading', { name: title })).toBeVisible();
    expect(passages().elements().length).toBeLessThan(40);
    await expectAccessibleInBothThemes();
  });

  it('is gone through by keyboard, and opens the passage', async () => {
    (passages().first().element() as HTMLElement).focus();
    const first = document.activeElement?.textContent;
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(() => document.activeElement?.textContent).not.toBe(first);
    await userEvent.keyboard('{Home}');
    await expect.poll(() => document.activeElement?.textContent).toBe(first);
    await userEvent.keyboard('{End}');
    await expect
      .poll(() => document.activeElement?.closest('[role=listitem]')?.getAttribute('aria-posinset'))
      .toBe(document.querySelector('[role=listitem]')?.getAttribute('aria-setsize'));
    await userEvent.keyboard('{Enter}');
    const place = navigation.place;
    expect(place).toMatchObject({ view: 'reader' });
    const opened = place.view === 'reader' ? session.state.segments.get(place.segmentId ?? '') : undefined;
    expect(opened).toBeDefined();

    // The way back leads to the same passage.
    navigation.back();
    await show(<SegmentsView />);
    await expect.poll(() => document.activeElement?.textContent).toContain(opened!.quote.slice(0, 40));
  });

  it('is filtered by country, code, coder, certainty and words', async () => {
    await filter('Country').click();
    await option('Japan').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(filter('Country')).toHaveTextContent('Japan');
    await filter('Code').click();
    await userEvent.keyboard('organized');
    await option('Organized crime').click();
    await userEvent.keyboard('{Escape}{Escape}');
    await filter('Coder').click();
    await option('Coder B').click();
    await userEvent.keyboard('{Escape}');
    const query = navigation.place.view === 'segments' ? navigation.place.query : {};
    expect(query).toEqual({
      countries: ['JP'],
      codeIds: [codeOf(session.state, 'M3').id],
      coderIds: [[...session.state.coders.values()].find(({ name }) => name === 'Coder B')!.id],
    });
    await expect.element(page.getByText(/^[1-9]\d? of 277 coded segments$/)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the passages' }).fill('no such words');
    await expect.element(page.getByText('No segment passes these filters')).toBeVisible();
    await expectAccessibleInBothThemes();
    await page.getByRole('button', { name: 'Show all segments' }).click();
    await page.getByRole('radio', { name: 'Unsure' }).click();
    await expect.element(page.getByText(/^\d+ of 277 coded segments$/)).toBeVisible();
    for (const passage of passages().elements()) expect(passage.textContent).toContain('Unsure');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.element(page.getByText('277 coded segments', { exact: true })).toBeVisible();
  });

  it('keeps a choice when its menu is closed by Escape', async () => {
    await filter('Stance').click();
    await option('Rejects').click();
    await expectAccessibleInBothThemes();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(filter('Stance')).toHaveTextContent('Rejects');
  });

  it('is saved as it is filtered', async () => {
    await page.getByRole('searchbox').fill('brokers');
    await expect.element(page.getByText(/^\d+ of 277/)).toBeVisible();
    const count = Number(/^\d+/.exec(page.getByText(/^\d+ of 277/).element().textContent)?.[0]);
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    await expect.element(page.getByText('Saved.')).toBeVisible();
    const [file] = platform.saved;
    expect([...file!.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(file!.bytes);
    // Quoted cells may hold line ends of their own: each record begins with a GUID.
    expect(text.match(/^[0-9a-f]{8}-[0-9a-f-]{27},/gm)).toHaveLength(count);
  });
});

it('says how to begin where nothing is coded', async () => {
  const { navigation } = await mountInProject(<SegmentsView />, makeServices(), [], {
    place: { view: 'segments' },
  });
  await expect.element(page.getByText('No coded segments yet')).toBeVisible();
  await expectAccessibleInBothThemes();
  await page.getByRole('button', { name: 'Open the reader' }).click();
  expect(navigation.place).toEqual({ view: 'reader' });
  unmount();
});
