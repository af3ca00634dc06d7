import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { childrenOf, familyRoot } from '../../../src-renderer/domain/codebook/tree';
import { CodebookView } from '../../../src-renderer/features/codebook';
import { expectAccessible, unmount } from '../../support/mount';
import { codeOf, mountInSample } from '../../support/sample';

describe('the codebook is changed', () => {
  let session: ProjectSession;
  const row = (name: string) => page.getByRole('treegrid').getByRole('row', { name, exact: true });
  const details = () => page.getByRole('region', { name: 'Details of the code' });
  const dialog = () => page.getByRole('dialog');
  const code = (key: string) => codeOf(session.state, key);
  const family = (key: string) => [...session.state.families.values()].find((each) => each.key === key)!;
  const below = (key: string) => childrenOf(session.state, code(key).id).map(({ labels }) => labels.en);
  const last = () => session.snapshot.stacks.undoable.at(-1)?.label;
  const choose = async (action: string) => {
    await details().getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  beforeEach(async () => {
    await page.viewport(1440, 900);
    ({ session } = await mountInSample(<CodebookView />, { view: 'codebook' }));
    await expect.element(row('Organized crime')).toBeVisible();
  });
  afterEach(unmount);

  it('by a code of one’s own, by keyboard, beside the one that is chosen', async () => {
    await row('Syndicate as threat').click();
    await userEvent.keyboard('{Alt>}n{/Alt}');
    await expect.element(dialog().getByRole('textbox', { name: 'Label' })).toHaveFocus();
    await expectAccessible();
    await userEvent.keyboard('Gangs at the border{Enter}');
    await expect.element(details().getByRole('heading', { name: 'Gangs at the border' })).toBeVisible();
    expect(below('M3')).toEqual(['Syndicate as threat', 'Law-enforcement response', 'Gangs at the border']);
    expect(last()).toEqual({ key: 'create-code', params: { code: 'Gangs at the border' } });
    await session.undo();
    await expect.element(row('Gangs at the border')).not.toBeInTheDocument();
  });

  it('but not by a name that is too long, which the dialog says', async () => {
    await page.getByRole('button', { name: 'New code', exact: true }).click();
    await dialog().getByRole('textbox', { name: 'Label' }).fill('x'.repeat(10_000));
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText('A name has at most 200 characters.')).toBeVisible();
    expect(last()).toBeUndefined();
  });

  it('by a family of one’s own with codes in it, renamed', async () => {
    await page.getByRole('button', { name: 'Families' }).click();
    await dialog().getByRole('textbox').fill('Metaphors');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByRole('checkbox', { name: 'Metaphors' })).toBeChecked();
    await dialog().getByRole('textbox').fill('metaphors');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText(/There is a ‘metaphors’ here already/)).toBeVisible();
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.element(row('Metaphors')).toHaveAttribute('aria-selected', 'true');
    await details().getByRole('button', { name: 'New code here' }).click();
    await userEvent.keyboard('Flood{Enter}');
    await expect.element(details().getByRole('heading', { name: 'Flood' })).toBeVisible();
    await row('Metaphors').click();
    await details().getByRole('textbox', { name: 'English' }).fill('Images');
    await userEvent.keyboard('{Enter}');
    await expect.element(row('Images')).toBeVisible();
    expect(family('Metaphors').labels.en).toBe('Images');
  });

  it('by a new name for a family, which its root folder takes as well', async () => {
    await row('Discourse level').click();
    await details().getByRole('textbox', { name: 'English' }).fill('Arena');
    await userEvent.keyboard('{Enter}');
    await expect.element(row('Arena')).toBeVisible();
    expect(familyRoot(session.state, family('level').id)?.labels.en).toBe('Arena');
  });

  it('by families switched on and off', async () => {
    await page.getByRole('button', { name: 'Families' }).click();
    await dialog().getByText('Evidence cited').click();
    await dialog().getByText('Discourse level').click();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await expect.element(row('Discourse level')).not.toBeInTheDocument();
    expect([family('evidence').enabled, family('level').enabled]).toEqual([true, false]);
    expect(last()).toEqual({ key: 'disable-family', params: { family: 'Discourse level' } });
  });

  it('by a code moved with its grip, without a mouse', async () => {
    (row('Syndicate as threat').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Move Syndicate as threat' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const place = (name: string) => page.getByRole('button', { name, exact: true });
    const first = 'Insert between Syndicate as threat and Law-enforcement response';
    await expect.element(place(first)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(place('Drop on Law-enforcement response')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => below('M3')).toEqual(['Law-enforcement response', 'Syndicate as threat']);
    await expect.element(row('Syndicate as threat')).toHaveFocus();
    expect(last()).toEqual({ key: 'move-code', params: { code: 'Syndicate as threat' } });
  });

  it('by a code moved to another family, found by typing', async () => {
    await row('Syndicate as threat').click();
    await choose('Move to…');
    await userEvent.keyboard('media');
    await expect.element(page.getByRole('option', { name: /Media/ }).first()).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => code('M3a').familyId).toBe(family('actor').id);
  });

  it('by one code made part of another, with its segments', async () => {
    const [from, into] = [code('M3a').id, code('M3b').id];
    const having = (id: string) =>
      [...session.state.segments.values()].filter(({ tags }) => tags.includes(id));
    const moved = having(from).map(({ id }) => id);
    await row('Syndicate as threat').click();
    await choose('Merge into…');
    await userEvent.keyboard('law-enf{Enter}');
    await expect.element(details().getByRole('heading', { name: 'Law-enforcement response' })).toBeVisible();
    expect(having(from)).toEqual([]);
    expect(having(into).map(({ id }) => id)).toEqual(expect.arrayContaining(moved));
  });

  it('by a code deleted, after saying what goes with it; undone whole', async () => {
    const { segments, memos, cases, codes } = session.state;
    await row('Organized crime').click();
    await userEvent.keyboard('{Delete}');
    const asked = page.getByRole('alertdialog', { name: 'Delete “Organized crime”?' });
    await expect.element(asked.getByText('2 codes below it are deleted too.')).toBeVisible();
    await expect.element(asked.getByText(/^90 segments have this code/)).toBeVisible();
    await expect.element(asked.getByText('1 case loses the judgement that names it.')).toBeVisible();
    await expect.element(asked.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await expectAccessible();
    await asked.getByRole('button', { name: 'Delete code' }).click();
    await expect.element(row('Organized crime')).not.toBeInTheDocument();
    expect(session.state.codes.size).toBe(codes.size - 3);
    await session.undo();
    expect(session.state).toMatchObject({ segments, memos, cases, codes });
  });

  it('by a code deleted whose segments get another', async () => {
    const gone = code('M1').id;
    const had = [...session.state.segments.values()].filter(({ tags }) => tags.includes(gone));
    await row('Immigration crime').click();
    await choose('Delete code');
    const asked = page.getByRole('alertdialog');
    await asked.getByText('Give another code instead.').click();
    const confirm = asked.getByRole('button', { name: 'Delete code' });
    await expect.element(confirm).toBeDisabled();
    await asked.getByRole('button', { name: /Other code/ }).click();
    await page.getByRole('option', { name: 'Other framing' }).click();
    await confirm.click();
    const other = code('M9').id;
    for (const { id } of had) expect(session.state.segments.get(id)?.tags).toContain(other);
    expect(session.state.segments.size).toBe(277);
  });
});
