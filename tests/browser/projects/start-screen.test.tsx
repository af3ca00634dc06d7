import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createProject } from '../../../src-renderer/application/projects';
import { StartScreen } from '../../../src-renderer/features/projects';
import { expectAccessible, makeServices, mount, unmount, type TestServices } from '../../support/mount';

describe('the start screen', () => {
  let services: TestServices;
  const onOpen = vi.fn<(id: string) => void>();
  const show = () => mount(<StartScreen onOpen={onOpen} />, services);
  const rows = () => page.getByRole('grid').getByRole('row');
  const names = () =>
    rows()
      .elements()
      .map((row) => row.firstElementChild?.firstElementChild?.textContent);
  const make = async (name: string) => {
    const made = await createProject(services, { name, coderName: 'Ana Kim' });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value;
  };

  beforeEach(() => {
    services = makeServices();
    onOpen.mockReset();
  });
  afterEach(unmount);

  it('says how to begin when there is nothing yet', async () => {
    await show();
    await expect.element(page.getByText('No projects yet')).toBeVisible();
    await expectAccessible();
  });

  it('makes a project and remembers the name of its coder', async () => {
    await show();
    await page.getByRole('button', { name: 'New project' }).click();
    const create = page.getByRole('button', { name: 'Create project' });
    await expect.element(create).toBeDisabled();
    await userEvent.keyboard('Diet debates');
    await page.getByLabelText('Your name as a coder').fill('  Ana Kim ');
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onOpen.mock.calls.length).toBe(1);
    const [project] = services.storage.projects.values();
    expect(onOpen).toHaveBeenCalledWith(project!.info.id);
    expect(project!.state.coders.size).toBe(1);
    expect(project!.state.codes.size).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'New project' }).click();
    await expect.element(page.getByLabelText('Your name as a coder')).toHaveValue('Ana Kim');
  });

  it('says why a project could not be made', async () => {
    services.storage.nextFailure = { kind: 'full' };
    await show();
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByLabelText('Name of the project').fill('A');
    await page.getByLabelText('Your name as a coder').fill('B');
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect.element(page.getByText(/The disk is full/)).toBeVisible();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('opens by Enter, renames by F2, deletes by Delete, and takes it back', async () => {
    await make('First');
    const second = await make('Second');
    await show();
    await expect.element(rows().first()).toBeVisible();
    await expectAccessible();
    rows().first().element().focus();
    expect(names()).toEqual(['Second', 'First']);

    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(second);

    await userEvent.keyboard('{ArrowDown}{F2}');
    await expect.element(page.getByLabelText('Name of the project')).toHaveFocus();
    await userEvent.keyboard('Renamed{Enter}');
    // The line stays where it was, although renaming opens the project.
    await expect.poll(names).toEqual(['Second', 'Renamed']);

    await userEvent.keyboard('{Delete}');
    const dialog = page.getByRole('alertdialog', { name: 'Delete “Renamed”?' });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await expectAccessible();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(names).toEqual(['Second']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => names().toSorted()).toEqual(['Renamed', 'Second']);
  });

  it('keeps what was deleted for thirty days', async () => {
    const kept = await make('Kept');
    const old = await make('Old');
    await services.storage.deleteProject(kept);
    services.storage.projects.get(old)!.deletedAt = '2025-11-01T00:00:00.000Z';
    services.storage.projects.get(kept)!.deletedAt = '2025-12-20T00:00:00.000Z';
    await show();
    await page.getByRole('button', { name: 'Recently deleted (1)' }).click();
    await expect.element(page.getByText('2 weeks ago', { exact: false })).not.toBeInTheDocument();
    await expectAccessible();
    await page.getByRole('button', { name: 'Restore Kept' }).click();
    await expect.poll(names).toEqual(['Kept']);
    expect(services.storage.projects.has(old)).toBe(false);
  });

  it('says so when the list cannot be read', async () => {
    const list = vi.spyOn(services.storage, 'listProjects').mockRejectedValue(new Error('gone'));
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await show();
    await expect.element(page.getByText(/could not be read/)).toBeVisible();
    list.mockRestore();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('No projects yet')).toBeVisible();
  });
});
