import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { LibraryView } from '../../../src-renderer/features/library';
import {
  expectAccessible,
  makeServices,
  mountInProject,
  unmount,
  type TestServices,
} from '../../support/mount';
import { manyRows, rows } from './build';

let services: TestServices;
let session: ProjectSession;
let navigation: Navigation;

const grid = () => page.getByRole('grid', { name: 'Sources' });
const row = (name: string | RegExp) => grid().getByRole('row', { name });
const titles = () =>
  grid()
    .getByRole('rowheader')
    .elements()
    .map((cell) => cell.textContent);
const chosen = () =>
  [...document.querySelectorAll('[role=row][aria-selected=true] [role=rowheader]')].map(
    (cell) => cell.textContent,
  );
const source = (id: string) => session.state.sources.get(id)!;
const start = async (changes = rows) => {
  await page.viewport(1440, 900);
  services = makeServices();
  ({ session, navigation } = await mountInProject(<LibraryView />, services, changes));
  await expect.element(grid()).toBeVisible();
};
afterEach(unmount);

describe('the list of sources', () => {
  beforeEach(() => start());

  it('sorts by any column, what is empty last either way', async () => {
    expect(titles()).toEqual([
      'Action plan',
      'Loose leaf',
      'Press review',
      'Regional note',
      'White paper',
      '인신매매 방지법',
    ]);
    await page.getByRole('button', { name: 'Date' }).click();
    const dated = ['Action plan', 'Regional note', 'White paper', 'Press review'];
    expect(titles()).toEqual([...dated, 'Loose leaf', '인신매매 방지법']);
    await page.getByRole('button', { name: 'Date' }).click();
    expect(titles()).toEqual([...dated.toReversed(), 'Loose leaf', '인신매매 방지법']);
    await expect
      .element(page.getByRole('columnheader', { name: 'Date' }))
      .toHaveAttribute('aria-sort', 'descending');
    await page.getByRole('button', { name: 'Characters' }).click();
    expect(titles().slice(0, 1)).toEqual(['Loose leaf']);
  });

  it('searches what the columns show, in any language and width', async () => {
    const search = page.getByRole('searchbox', { name: 'Find sources' });
    await search.fill('japan');
    await expect.poll(titles).toEqual(['Action plan', 'White paper']);
    await search.fill('방지법');
    await expect.poll(titles).toEqual(['인신매매 방지법']);
    await search.fill('ｔｗ_report');
    await expect.poll(titles).toEqual(['Loose leaf']);
    await search.fill('nothing of the kind');
    await expect.element(page.getByText('No source fits the filters')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect.poll(() => titles().length).toBe(6);
  });

  it('filters by country, also by none, and by what is coded', async () => {
    await page.getByRole('button', { name: 'Country', exact: true }).first().click();
    await page.getByRole('option', { name: 'Not set' }).click();
    await page.getByRole('option', { name: 'China' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(titles).toEqual(['Loose leaf', 'Press review']);
    await page.getByRole('radio', { name: 'Coded', exact: true }).click();
    await expect.poll(titles).toEqual(['Press review']);
  });

  it('groups by country with heads that choose their sources', async () => {
    await userEvent.keyboard('{Control>}g{/Control}');
    await expect
      .poll(titles)
      .toEqual([
        'China1 source',
        'Press review',
        'Japan2 sources',
        'Action plan',
        'White paper',
        'Northeast Asia1 source',
        'Regional note',
        'South Korea1 source',
        '인신매매 방지법',
        'No country yet1 source',
        'Loose leaf',
      ]);
    await row(/^Japan/).click();
    expect(chosen()).toEqual(['Japan2 sources', 'Action plan', 'White paper']);
    await expectAccessible();
  });

  it('is chosen from and opened by keyboard alone', async () => {
    row('Action plan').element().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen()).toEqual(['Loose leaf']);
    await expect.element(row('Loose leaf')).toHaveFocus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosen()).toEqual(['Loose leaf', 'Press review', 'Regional note']);
    await userEvent.keyboard('{Control>}{End}{/Control} ');
    expect(chosen()).toEqual(['Loose leaf', 'Press review', 'Regional note', '인신매매 방지법']);
    await userEvent.keyboard('{Escape}');
    expect(chosen()).toEqual([]);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(chosen()).toHaveLength(6);
    await userEvent.keyboard('{Home}{Enter}');
    expect(navigation.place).toEqual({ view: 'reader', sourceId: 's1' });
  });

  it('is chosen from with the mouse: one, more, a range, and opened by a double click', async () => {
    await row('Action plan').click();
    await row('Regional note').click({ modifiers: ['Shift'] });
    expect(chosen()).toHaveLength(4);
    await row('Press review').click({ modifiers: ['ControlOrMeta'] });
    expect(chosen()).toEqual(['Action plan', 'Loose leaf', 'Regional note']);
    await row('White paper').dblClick();
    expect(navigation.place).toEqual({ view: 'reader', sourceId: 's2' });
  });

  it('removes sources with what belongs to them, and undo brings all of it back', async () => {
    await row('Action plan').click();
    row('Action plan').element().focus();
    await userEvent.keyboard('{Delete}');
    const dialog = page.getByRole('alertdialog', { name: 'Remove “Action plan”?' });
    await expect.element(dialog.getByText(/2 coded segments and 0 memos/)).toBeVisible();
    await expectAccessible();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => session.state.sources.size).toBe(5);
    expect(session.state.segments.size).toBe(1);
    await session.undo();
    expect(session.state.segmentsBySource.get('s1')).toHaveLength(2);
  });

  it('has no accessibility fault, nothing chosen, one chosen, several chosen', async () => {
    await expectAccessible();
    await row('Loose leaf').click();
    await expectAccessible();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expectAccessible();
  });
});

describe('a list of thousands', () => {
  it('keeps only the lines in sight, and the one with the focus', async () => {
    await start(manyRows(2000));
    const drawn = () => grid().getByRole('rowheader').elements().length;
    await expect.poll(drawn).toBeLessThan(80);
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '2001');
    row('Source 0000').element().focus();
    await userEvent.keyboard('{End}');
    await expect.element(row('Source 1999')).toHaveFocus();
    await expect.element(row('Source 1999')).toBeInViewport();
    await userEvent.keyboard('{PageUp}');
    expect(chosen()[0]).toMatch(/^Source 19[5-9]\d$/);
    expect(drawn()).toBeLessThan(80);
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(page.getByRole('heading', { name: '2,000 sources' })).toBeVisible();
    expect(source('m0').title).toBe('Source 0000');
  });
});
