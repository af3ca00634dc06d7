import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RichTextEditor, type RichText } from '../../../src-renderer/ui/rich-text';
import { richTextOf } from '../../../src-renderer/domain/text/rich-text';
import { expectAccessible, makeServices, mount, unmount } from '../../support/mount';

afterEach(unmount);

const editor = () => page.getByRole('textbox', { name: 'Memo' });

async function open(text: RichText = { body: '', plainText: '' }) {
  const onSave = vi.fn<(saved: RichText) => void>();
  const onClose = vi.fn();
  await mount(
    <RichTextEditor
      label="Memo"
      placeholder="Write"
      text={text}
      onSave={onSave}
      onClose={onClose}
      autoFocus
    />,
    makeServices(),
  );
  await expect.element(editor()).toHaveFocus();
  return { onSave, onClose };
}

const saved = (onSave: ReturnType<typeof vi.fn>) => onSave.mock.lastCall?.[0] as RichText;

describe('the editor of memos', () => {
  it('saves what was typed when it loses the focus and when it goes away', async () => {
    const { onSave } = await open();
    await userEvent.keyboard('One');
    (editor().element() as HTMLElement).blur();
    await expect.poll(() => onSave.mock.calls.length).toBe(1);
    expect(saved(onSave).plainText).toBe('One');
    await editor().click();
    await userEvent.keyboard('{End} two');
    unmount();
    expect(onSave).toHaveBeenCalledTimes(2);
    expect(saved(onSave).plainText).toBe('One two');
  });

  it('saves after a pause', async () => {
    const { onSave } = await open();
    await userEvent.keyboard('Pause');
    await expect.poll(() => onSave.mock.calls.length, { timeout: 4000 }).toBe(1);
  });

  it('does not save what did not change', async () => {
    const { onSave } = await open({ body: richTextOf('Kept'), plainText: 'Kept' });
    await userEvent.keyboard('{ArrowLeft}');
    unmount();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('opens again what it wrote: heading, list, quotation, bold', async () => {
    const { onSave } = await open();
    await page.getByRole('button', { name: 'Heading' }).click();
    await editor().click();
    await userEvent.keyboard('Reasons{Enter}');
    await page.getByRole('button', { name: 'Bulleted list' }).click();
    await editor().click();
    await userEvent.keyboard('police{Enter}courts');
    await userEvent.keyboard('{Control>}b{/Control} first');
    unmount();
    const text = saved(onSave);
    expect(text.plainText.replaceAll(/\n+/g, '|')).toBe('Reasons|police|courts first');
    await open(text);
    await expect.element(editor().getByRole('heading', { name: 'Reasons' })).toBeVisible();
    expect(editor().getByRole('listitem').elements()).toHaveLength(2);
    expect(editor().element().querySelector('strong')?.textContent).toBe(' first');
  });

  it('shows plain text where the body is not its own', async () => {
    await open({ body: '<p>from elsewhere</p>', plainText: 'One\n\nTwo' });
    expect([...editor().element().querySelectorAll('p')].map((line) => line.textContent)).toEqual([
      'One',
      'Two',
    ]);
  });

  it('closes with Escape, adds no style elements, and is accessible', async () => {
    const styles = document.querySelectorAll('style').length;
    const { onClose } = await open({ body: '', plainText: 'Memo' });
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(document.querySelectorAll('style').length).toBe(styles);
  });
});
