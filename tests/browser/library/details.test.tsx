import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { LibraryView } from '../../../src-renderer/features/library';
import { registerCommands } from '../../../src-renderer/ui/commands/registry';
import { textFile } from '../../support/files';
import { importDeskOf } from '../../../src-renderer/application/import/import-desk';
import {
  expectAccessible,
  makeServices,
  mountInProject,
  unmount,
  type TestServices,
} from '../../support/mount';
import { rows } from './build';

describe('the details of sources', () => {
  let services: TestServices;
  let session: ProjectSession;
  const source = (id: string) => session.state.sources.get(id)!;
  const row = (name: string) => page.getByRole('grid').getByRole('row', { name });
  const panel = () => page.getByRole('complementary');
  const field = (name: string) => panel().getByRole('combobox', { name });
  const undoable = () => session.snapshot.stacks.undoable.map(({ label }) => label);

  beforeEach(async () => {
    await page.viewport(1440, 900);
    services = makeServices();
    ({ session } = await mountInProject(<LibraryView />, services, rows));
    await expect.element(page.getByRole('grid')).toBeVisible();
  });
  afterEach(unmount);

  it.each([
    ['zaf', 'ZA'],
    ['日本', 'JP'],
    ['Southeast Asia', 'Southeast Asia'],
  ])('take a country as %s and keep it as %s', async (typed, kept) => {
    await row('Loose leaf').click();
    await field('Country').fill(typed);
    await userEvent.tab();
    await expect.poll(() => source('s6').country).toBe(kept);
    expect(undoable()).toEqual([{ key: 'edit-source', params: { title: 'Loose leaf' } }]);
  });

  it('find a country by a part of its name in another language and take it by Enter', async () => {
    await row('Loose leaf').click();
    await field('Country').fill('몽골');
    await userEvent.keyboard('{ArrowDown}');
    await expect
      .element(page.getByRole('option', { name: 'Mongolia' }))
      .toHaveAttribute('aria-selected', 'true');
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => source('s6').country).toBe('MN');
    await expect.element(field('Country')).toHaveValue('Mongolia');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await field('Country').fill('twn');
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Country')).toHaveValue('Taiwan');
    await expect.element(field('Country')).toHaveFocus();
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  });

  it('leave undo to the project once a choice is taken, and to the field while something is typed', async () => {
    const undo = vi.fn();
    const stop = registerCommands([
      { id: 'edit.undo', section: 'edit', label: 'Undo', keys: ['Mod+Z'], run: undo },
    ]);
    onTestFinished(stop);
    await row('Loose leaf').click();
    await field('Country').fill('viet');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(undo).not.toHaveBeenCalled();
    await field('Country').fill('viet');
    await page.getByRole('option', { name: 'Vietnam' }).click();
    await expect.element(field('Country')).toHaveFocus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(undo).toHaveBeenCalledOnce();
  });

  it('take the same choice for one source after another', async () => {
    for (const [title, id] of [
      ['Loose leaf', 's6'],
      ['Press review', 's4'],
    ] as const) {
      await row(title).click();
      await expect.element(panel().getByRole('textbox', { name: 'Title' })).toHaveValue(title);
      await field('Country').fill('viet');
      await page.getByRole('option', { name: 'Vietnam' }).click();
      await expect.poll(() => source(id).country).toBe('VN');
    }
  });

  it('forget what was half typed when other sources are chosen', async () => {
    await row('Loose leaf').click();
    const date = panel().getByRole('textbox', { name: 'Date' });
    await date.fill('whenever');
    await row('Action plan').click();
    await expect.element(date).toHaveValue('2009-12');
    await row('Loose leaf').click();
    await expect.element(date).toHaveValue('');
    await expect.element(page.getByText(/Write a date as/)).not.toBeInTheDocument();
  });

  it('read a date as people write it, and say what is none', async () => {
    await row('Loose leaf').click();
    const date = panel().getByRole('textbox', { name: 'Date' });
    await date.fill('22 December 2009');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => source('s6').date).toBe('2009-12-22');
    await expect.element(date).toHaveValue('2009-12-22');
    await date.fill('04/05/2009');
    await userEvent.tab();
    await expect.element(page.getByText(/Write a date as/)).toBeVisible();
    await expectAccessible();
    expect(source('s6').date).toBe('2009-12-22');
    await date.fill('');
    await userEvent.tab();
    await expect.poll(() => source('s6').date).toBe('');
  });

  it('describe many at once, and say where they differ', async () => {
    await row('Action plan').click();
    await row('Press review').click({ modifiers: ['ControlOrMeta'] });
    await expect.element(panel().getByRole('heading', { name: '2 sources' })).toBeVisible();
    await expect.element(field('Country')).toHaveAttribute('placeholder', 'Several');
    await field('Issued by').fill('Cabinet Office');
    await userEvent.tab();
    await expect
      .poll(() => [source('s1').actor, source('s4').actor])
      .toEqual(['Cabinet Office', 'Cabinet Office']);
    expect([source('s1').country, source('s4').country]).toEqual(['JP', 'CN']);
    await panel().getByRole('button', { name: 'Clear Date for all selected' }).click();
    expect([source('s1').date, source('s4').date]).toEqual(['', '']);
    expect(undoable()).toHaveLength(2);
    await session.undo();
    expect([source('s1').date, source('s4').date]).toEqual(['2009-12', '2014-04-10']);
  });

  it('choose a type and take it away', async () => {
    await row('White paper').click();
    await panel()
      .getByRole('button', { name: /White paper Type/ })
      .click();
    await page.getByRole('option', { name: 'Speech' }).click();
    await expect.poll(() => source('s2').documentType).toBe('speech');
    await panel()
      .getByRole('button', { name: /Speech Type/ })
      .click();
    await page.getByRole('option', { name: 'Not set' }).click();
    await expect.poll(() => source('s2').documentType).toBe('');
  });

  it('offer what the name of the file suggests and wait for a yes', async () => {
    await expect.element(row('Loose leaf').getByText('Taiwan?')).toBeVisible();
    await row('Loose leaf').click();
    await expect.element(page.getByText('The file name suggests Taiwan and 2014.')).toBeVisible();
    expect(source('s6').country).toBe('');
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await expect.poll(() => [source('s6').country, source('s6').date]).toEqual(['TW', '2014']);
    expect(undoable()).toHaveLength(1);
  });

  it('keep variables of one’s own, with their types', async () => {
    await row('Action plan').click();
    await panel().getByRole('button', { name: 'Manage…' }).click();
    await userEvent.keyboard('Year in force');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Text Type/ })
      .click();
    await page.getByRole('option', { name: 'Whole number' }).click();
    await page.getByRole('button', { name: 'Add variable' }).click();
    await expect.element(page.getByRole('button', { name: 'Remove variable Year in force' })).toBeVisible();
    await expectAccessible();
    await page.getByRole('button', { name: 'Done' }).click();

    const value = panel().getByRole('textbox', { name: 'Year in force' });
    await value.fill('soon');
    await userEvent.tab();
    await expect.element(page.getByText(/does not fit the type/)).toBeVisible();
    await value.fill('２,０１４');
    await userEvent.tab();
    const [variable] = session.state.variables.keys();
    await expect.poll(() => source('s1').variables[variable!]).toBe(2014);
    await expect.element(page.getByRole('columnheader', { name: 'Year in force' })).toBeInTheDocument();

    await panel().getByRole('button', { name: 'Manage…' }).click();
    await page.getByRole('button', { name: 'Remove variable Year in force' }).click();
    await expect.poll(() => session.state.variables.size).toBe(0);
    expect(source('s1').variables).toEqual({});
    await session.undo();
    expect(source('s1').variables[variable!]).toBe(2014);
  });

  it('give the original back byte for byte', async () => {
    const desk = importDeskOf(session, services);
    await desk.start([textFile('original.txt', 'As it was.')]);
    await desk.keep();
    await row('original').click();
    await page.getByRole('button', { name: 'Save original…' }).click();
    await expect.poll(() => services.platform.saved.length).toBe(1);
    expect(services.platform.saved[0]).toMatchObject({ name: 'original.txt', type: 'text/plain' });
    expect(new TextDecoder().decode(services.platform.saved[0]?.bytes)).toBe('As it was.');
    await expect.element(page.getByText('Saved original.txt.')).toBeVisible();
  });
});
