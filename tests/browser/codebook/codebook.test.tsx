import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { CodebookView } from '../../../src-renderer/features/codebook';
import { unmount } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

describe('the codebook', () => {
  let session: ProjectSession;
  let navigation: Navigation;
  const row = (name: string) => page.getByRole('treegrid').getByRole('row', { name, exact: true });
  const details = () => page.getByRole('region', { name: 'Details of the code' });
  const field = (name: string) => details().getByRole('textbox', { name }).first();
  const code = (key: string) => codeOf(session.state, key);
  const undoable = () => session.snapshot.stacks.undoable.map(({ label }) => label.key);

  beforeEach(async () => {
    await page.viewport(1440, 900);
    ({ session, navigation } = await mountInSample(<CodebookView />, { view: 'codebook' }));
    await expect.element(row('Organized crime')).toBeVisible();
  });
  afterEach(unmount);

  it('is read and chosen by keyboard alone', async () => {
    await userEvent.click(page.getByRole('searchbox'));
    await userEvent.tab();
    await expect.element(row('Securitization mode')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('Immigration crime')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(row('Immigration crime')).toHaveAttribute('aria-expanded', 'false');
    await expect.element(row('Border as threat site')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(row('Border as threat site')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(details().getByRole('heading', { name: 'Immigration crime' })).toBeVisible();
    expect(navigation.place).toEqual({ view: 'codebook', codeId: code('M1').id });
  });

  it('counts each segment once for a code and everything below it', async () => {
    await row('Organized crime').click();
    const button = details().getByRole('button', { name: '90 segments' });
    await expect.element(row('Organized crime').getByLabelText('90 segments')).toBeVisible();
    await button.click();
    expect(navigation.place).toEqual({ view: 'segments', query: { codeIds: [code('M3').id] } });
  });

  it('finds a code in any of its languages', async () => {
    await page.getByRole('searchbox').fill('조직범죄');
    await expect.element(row('Organized crime')).toBeVisible();
    await expect.element(row('Immigration crime')).not.toBeInTheDocument();
    await page.getByRole('searchbox').fill('nothing of the kind');
    await expect.element(page.getByText('Nothing found')).toBeVisible();
  });

  it('takes a text as one change when the field is left', async () => {
    await row('Organized crime').click();
    await field('Definition').fill('Gangs, said to be the problem.');
    expect(undoable()).toEqual([]);
    await userEvent.tab();
    await expect.poll(() => code('M3').definition).toBe('Gangs, said to be the problem.');
    expect(undoable()).toEqual(['edit-code']);
    await session.undo();
    await expect.element(field('Definition')).toHaveValue(code('M3').definition);
  });

  it('says beside the field why a name cannot be', async () => {
    await row('Organized crime').click();
    await field('English').fill('x'.repeat(10_000));
    await userEvent.keyboard('{Enter}');
    await expect.element(details().getByText('A name has at most 200 characters.')).toBeVisible();
    await field('English').fill('immigration CRIME');
    await userEvent.keyboard('{Enter}');
    await expect.element(details().getByText('There is a ‘immigration CRIME’ here already.')).toBeVisible();
    expect(code('M3').labels.en).toBe('Organized crime');
    expect(undoable()).toEqual([]);
  });

  it('shows markup in a name as the text it is', async () => {
    const name = '<script>document.title = "run"</script><b>bold</b>';
    await row('Organized crime').click();
    await field('English').fill(name);
    await userEvent.keyboard('{Enter}');
    await expect.element(details().getByRole('heading', { level: 2 })).toHaveTextContent(name);
    expect(document.querySelector('main script, main b')).toBeNull();
    expect(document.title).not.toBe('run');
  });

  it('changes look and key, and refuses a key that is taken', async () => {
    await row('Organized crime').click();
    await details()
      .getByRole('button', { name: /Symbol/ })
      .click();
    await page.getByRole('option', { name: 'Star' }).click();
    await expect.poll(() => code('M3').symbol).toBe('star');
    await details()
      .getByRole('button', { name: /Pattern/ })
      .click();
    await page.getByRole('option', { name: 'Dots' }).click();
    await expect.poll(() => code('M3').pattern).toBe('dots');
    const color = details().getByLabelText('Colour', { exact: true });
    await color.fill('#123456');
    await userEvent.tab();
    await expect.poll(() => code('M3').color).toBe('#123456');
    await field('Key').fill('1');
    await userEvent.keyboard('{Enter}');
    await expect.element(details().getByText(/The key ‘1’ belongs to ‘Immigration crime’/)).toBeVisible();
    expect(code('M3').shortcut).toBe('3');
  });

  it('does not make a folder of a code that segments have', async () => {
    await row('Syndicate as threat').click();
    await details()
      .getByText(/^Folder:/)
      .click();
    await expect
      .element(page.getByText('27 segments have this code, so it cannot become a folder.'))
      .toBeVisible();
    expect(code('M3a').codable).toBe(true);
  });

  it('chooses examples among the passages with the code, and leads to them', async () => {
    await row('Syndicate as threat').click();
    const before = code('M3a').examples.length;
    await details().getByRole('button', { name: 'Choose an example' }).click();
    const option = page.getByRole('listbox').getByRole('option').first();
    await expect.element(option).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => code('M3a').examples.length).toBe(before + 1);
    const chosen = session.state.segments.get(code('M3a').examples.at(-1)!)!;
    expect(chosen.tags).toContain(code('M3a').id);
    await details().getByRole('blockquote').last().getByRole('button').first().click();
    expect(navigation.place).toEqual({ view: 'reader', sourceId: chosen.sourceId, segmentId: chosen.id });
    navigation.back();
    await details().getByRole('button', { name: 'Remove the example' }).last().click();
    await expect.poll(() => code('M3a').examples.length).toBe(before);
  });

  it('breaks no rule of accessibility, with a code, a family, or nothing chosen', async () => {
    await expectAccessibleInBothThemes();
    await row('Organized crime').click();
    await expectAccessibleInBothThemes();
    await row('Discourse level').click();
    await expect.element(details().getByText('3 codes · 172 segments')).toBeVisible();
    await expectAccessibleInBothThemes();
  });
});
