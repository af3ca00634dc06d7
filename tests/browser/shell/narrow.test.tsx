import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ProjectFrame } from '../../../src-renderer/shell/project-frame';
import { unmount } from '../../support/mount';
import { mountInSample } from '../../support/sample';

const text = () => document.querySelector<HTMLElement>('[role=document][aria-busy=false]');
const sources = () => page.getByRole('group', { name: 'Sources' });

async function openReader(width: number, height: number) {
  await page.viewport(width, height);
  const opened = await mountInSample(<ProjectFrame onClose={() => undefined} />, { view: 'reader' });
  await expect.poll(text).not.toBeNull();
  return opened;
}

/** What a person reads or presses in a header, as far as it is in sight. */
function controlsOf(header: Element): { name: string; box: DOMRect }[] {
  return [...header.querySelectorAll('button, strong, h1, [role=status]')].map((element) => ({
    name: element.getAttribute('aria-label') ?? element.textContent,
    box: element.getBoundingClientRect(),
  }));
}

function expectApart(header: Element) {
  const controls = controlsOf(header);
  for (const [index, { name, box }] of controls.entries()) {
    expect(box.width, name).toBeGreaterThan(12);
    expect(box.right, name).toBeLessThanOrEqual(window.innerWidth);
    for (const other of controls.slice(index + 1)) {
      const isApart =
        box.right <= other.box.left ||
        other.box.right <= box.left ||
        box.bottom <= other.box.top ||
        other.box.bottom <= box.top;
      expect(isApart, `${name} and ${other.name}`).toBe(true);
    }
  }
}

afterEach(unmount);

describe.each([
  [720, 450],
  [800, 600],
  [900, 600],
  [1024, 768],
])('a window of %i × %i', (width, height) => {
  it('leaves the text a readable width and keeps its headers apart', async () => {
    await openReader(width, height);
    const paragraph = text()?.querySelector('p, h1, h2, [class*=piece]');
    const { fontSize } = getComputedStyle(document.querySelector('[class*=text][lang]') ?? document.body);
    const column = paragraph?.getBoundingClientRect();
    expect(column?.width).toBeGreaterThanOrEqual(28 * parseFloat(fontSize));
    expect(column?.right).toBeLessThanOrEqual(width);
    const headers = document.querySelectorAll('header');
    expect(headers.length).toBeGreaterThanOrEqual(2);
    headers.forEach(expectApart);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe('a panel without room', () => {
  it('opens over the text by its key, has the focus, and goes with Escape', async () => {
    await openReader(800, 600);
    await expect.element(sources()).not.toBeInTheDocument();
    text()?.focus();
    await userEvent.keyboard('l');
    await expect.element(sources()).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('searchbox', { name: 'Search sources' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(sources()).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(text());
  });

  it('opens by its button, one at a time, and gives way to the source chosen there', async () => {
    const { navigation } = await openReader(800, 600);
    await page.getByRole('button', { name: 'Show what is selected' }).click();
    await expect.element(page.getByRole('complementary', { name: 'What is selected' })).toBeVisible();
    await page.getByRole('button', { name: 'Show sources and codes' }).click();
    await expect
      .element(page.getByRole('complementary', { name: 'What is selected' }))
      .not.toBeInTheDocument();
    const before = navigation.place;
    await sources().getByRole('listitem').nth(1).getByRole('button').click();
    await expect.poll(() => navigation.place).not.toEqual(before);
    await expect.element(sources()).not.toBeInTheDocument();
  });

  it('stands beside the text again in a wide window', async () => {
    await openReader(800, 600);
    await page.viewport(1440, 900);
    await expect.element(sources()).toBeVisible();
    await expect.element(page.getByRole('complementary', { name: 'What is selected' })).toBeVisible();
  });
});

describe('the details of the library', () => {
  it('open over the list in a narrow window, and close', async () => {
    const { navigation } = await openReader(800, 600);
    navigation.go({ view: 'library' });
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect.element(page.getByRole('heading', { name: 'Library' })).toBeVisible();
    await expect.element(details).not.toBeInTheDocument();
    document.querySelectorAll('header').forEach(expectApart);
    await userEvent.keyboard('{Control>}i{/Control}');
    await expect.element(details).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(details).not.toBeInTheDocument();
  });
});
