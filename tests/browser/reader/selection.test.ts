import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { Reader } from '../../../src-renderer/features/reader/engine/reader';
import { onDocumentKey } from '../../../src-renderer/features/reader/keys/document-keys';
import { closeReaders, coded, frame, layOut, long, openReader, strange } from './material';

afterEach(closeReaders);

const chosen = (reader: Reader): string => {
  const { range } = reader;
  return range ? reader.view.text.slice(range.start, range.end) : '';
};

/** A mouse that presses, moves and lets go where the text stands. */
async function drag(reader: Reader, from: number, to: number, clicks = 1): Promise<void> {
  const frameBox = window.frameElement?.getBoundingClientRect();
  const at = (position: number, edge: 'left' | 'right') => {
    const box = reader.view.boxes({ start: position, end: position + 1 })[0]!;
    return {
      x: (edge === 'left' ? box.left + 0.5 : box.right - 0.5) + (frameBox?.left ?? 0),
      y: (box.top + box.bottom) / 2 + (frameBox?.top ?? 0),
    };
  };
  const send = (type: string, point: { x: number; y: number }, clickCount: number) =>
    cdp().send('Input.dispatchMouseEvent', {
      type,
      ...point,
      button: 'left',
      buttons: 1,
      clickCount,
    } as never);
  const start = at(from, 'left');
  const end = from === to ? start : at(to - 1, 'right');
  for (let click = 1; click <= clicks; click++) {
    await send('mousePressed', start, click);
    await send('mouseMoved', end, click);
    await send('mouseReleased', end, click);
  }
  await frame();
}

describe('the mouse', () => {
  it('selects what it draws over: emoji, marks and ideographs whole', async () => {
    const reader = await openReader(strange);
    const from = strange.text.indexOf('Café'.normalize('NFD'));
    const to = strange.text.indexOf(' police');
    await drag(reader, from, to);
    expect(chosen(reader)).toBe('Cafe\u0301 owners 👩‍👩‍👧‍👦 and 🇯🇵');
    expect(document.getSelection()?.isCollapsed ?? true).toBe(true);
  });

  it('selects across blocks', async () => {
    const reader = await openReader(strange);
    const from = strange.text.indexOf('police met');
    const to = strange.text.indexOf('重大') + 2;
    await drag(reader, from, to);
    expect(chosen(reader)).toBe('police met.\n\n人身取引は、重大');
  });

  it('selects backwards', async () => {
    const reader = await openReader(strange);
    const from = strange.text.indexOf('crime');
    await drag(reader, from + 5, from + 1);
    expect(reader.state.selection!.focus).toBeLessThan(reader.state.selection!.anchor);
  });

  it('selects a word by two clicks and a paragraph by three', async () => {
    const reader = await openReader(strange);
    const at = strange.text.indexOf('trafficking') + 3;
    await drag(reader, at, at, 2);
    expect(chosen(reader)).toBe('trafficking');
    await drag(reader, at, at, 3);
    const { start, end } = strange.blocks[1]!;
    expect(chosen(reader)).toBe(strange.text.slice(start, end));
  });

  it('puts the caret where it clicks, and goes down through the segments there', async () => {
    const { text } = strange;
    const at = text.indexOf('trafficking');
    const reader = await openReader(strange, [
      coded('outer', text, at - 6, at + 20),
      coded('inner', text, at, at + 11),
    ]);
    await drag(reader, at + 2, at + 2);
    expect(reader.state.segmentIds).toEqual(['inner']);
    await drag(reader, at + 3, at + 3);
    expect(reader.state.segmentIds).toEqual(['outer']);
    await drag(reader, at + 3, at + 3);
    expect(reader.state.segmentIds).toEqual(['inner']);
    await drag(reader, text.indexOf('許されない'), text.indexOf('許されない'));
    expect(reader.state).toEqual({
      segmentIds: [],
      selection: { anchor: text.indexOf('許されない'), focus: text.indexOf('許されない') },
    });
  });

  it('takes over what something else selects, and the whole document at once', async () => {
    const reader = await openReader(strange);
    document.getSelection()!.selectAllChildren(document.body);
    await expect.poll(() => reader.range).toEqual({ start: 0, end: strange.text.length });
    expect(document.getSelection()!.isCollapsed).toBe(true);
  });

  it('drags the end of the selected segment', async () => {
    const { text } = strange;
    const at = text.indexOf('trafficking');
    const onResize = vi.fn();
    const reader = await openReader(strange, [coded('one', text, at, at + 11)], { onResize });
    reader.selectSegments(['one']);
    await frame();
    const knob = document.querySelector<HTMLElement>('[data-edge=end]')!;
    const box = knob.getBoundingClientRect();
    const target = reader.view.boxes({ start: at + 18, end: at + 19 })[0]!;
    const send = (type: string, x: number, y: number) =>
      knob.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          button: 0,
          buttons: 1,
          clientX: x,
          clientY: y,
          bubbles: true,
        }),
      );
    vi.spyOn(knob, 'setPointerCapture').mockImplementation(() => undefined);
    vi.spyOn(knob, 'hasPointerCapture').mockReturnValue(true);
    send('pointerdown', box.left, box.top);
    knob.hidden = true;
    send('pointermove', target.right - 1, (target.top + target.bottom) / 2);
    send('pointerup', target.right, target.top);
    expect(onResize).toHaveBeenCalledOnce();
    const [, range] = onResize.mock.calls[0]!;
    expect(text.slice(range.start, range.end)).toBe(text.slice(at, at + 19));
  });
});

describe('the keyboard', () => {
  const typed = async (reader: Reader, keys: string) => {
    const { scroller } = reader.view;
    scroller.addEventListener('keydown', (event) => onDocumentKey(reader, event));
    scroller.focus();
    await userEvent.keyboard(keys);
  };

  it('moves and extends by grapheme, word and line', async () => {
    const reader = await openReader(strange);
    const { start } = strange.blocks[1]!;
    reader.select({ anchor: start, focus: start });
    await typed(
      reader,
      '{Control>}{ArrowRight}{ArrowRight}{/Control}{ArrowRight}{Shift>}{ArrowRight>2/}{/Shift}',
    );
    expect(chosen(reader)).toBe('is');
    reader.select({ anchor: start, focus: start });
    await typed(reader, '{Shift>}{End}{/Shift}');
    expect(chosen(reader).startsWith('Human trafficking')).toBe(true);
    const line = reader.range!.end;
    await typed(reader, '{ArrowUp}');
    expect(reader.state.selection!.focus).toBeLessThan(start);
    expect(line).toBeLessThanOrEqual(strange.blocks[1]!.end);
  });

  it('goes down line by line in its column and never stands still before the end', async () => {
    const source = layOut([`${'word '.repeat(60)}end.`, '警察は捜査を強化した。'.repeat(12)]);
    const reader = await openReader(source);
    reader.select({ anchor: 40, focus: 40 });
    let last = 40;
    let steps = 0;
    for (; steps < 40; steps++) {
      reader.moveByLine('forward', false);
      const { focus } = reader.state.selection!;
      if (focus === last) break;
      expect(focus).toBeGreaterThan(last);
      last = focus;
    }
    expect(steps).toBeGreaterThan(5);
    expect(last).toBeGreaterThan(source.blocks[1]!.start);
  });

  it('moves left in text that runs to the left', async () => {
    const reader = await openReader(strange);
    const { start } = strange.blocks[9]!;
    reader.select({ anchor: start, focus: start });
    await typed(reader, '{ArrowLeft}');
    expect(reader.state.selection!.focus).toBe(start + 1);
  });

  it('steps through sentences, selects everything, and lets go', async () => {
    const reader = await openReader(strange);
    const { start } = strange.blocks[1]!;
    reader.select({ anchor: start, focus: start });
    await typed(reader, '{Alt>}{ArrowDown}{/Alt}');
    expect(chosen(reader)).toBe('Human trafficking is a crime.');
    reader.step('sentence', 'forward');
    expect(chosen(reader).startsWith('Cafe')).toBe(true);
    await typed(reader, '{Control>}a{/Control}');
    expect(reader.range).toEqual({ start: 0, end: strange.text.length });
    await typed(reader, '{Escape}');
    expect(reader.range).toBeNull();
  });

  it('scrolls along with the caret to the end of a long document', async () => {
    const reader = await openReader(long);
    await typed(reader, '{Control>}{End}{/Control}');
    await frame();
    expect(reader.state.selection!.focus).toBe(long.text.length);
    const box = reader.view.caretBox(long.text.length)!;
    expect(box.bottom).toBeLessThanOrEqual(reader.view.scroller.getBoundingClientRect().bottom);
  });

  it('selects the segment at the caret, and the one below it', async () => {
    const { text } = strange;
    const at = text.indexOf('trafficking');
    const reader = await openReader(strange, [
      coded('outer', text, at - 6, at + 20),
      coded('inner', text, at, at + 11),
    ]);
    reader.select({ anchor: at + 1, focus: at + 1 });
    await typed(reader, '{Enter}');
    expect(reader.state.segmentIds).toEqual(['inner']);
    reader.selectAtCaret();
    expect(reader.state.segmentIds).toEqual(['outer']);
  });

  it('leaves Enter with another key to the commands of the window', async () => {
    const reader = await openReader(strange);
    const left = vi.fn((event: KeyboardEvent) => event.key === 'Enter' && !event.defaultPrevented);
    window.addEventListener('keydown', left);
    await typed(reader, '{Alt>}{Enter}{/Alt}{Control>}{Enter}{/Control}{Enter}');
    window.removeEventListener('keydown', left);
    expect(left.mock.results.map(({ value }) => value)).toEqual([false, true, false, true, false]);
  });

  it('copies the selected passage as it is in the text', async () => {
    const reader = await openReader(strange);
    const end = strange.text.indexOf('Cases');
    reader.select({ anchor: 0, focus: end });
    const data = new DataTransfer();
    reader.view.scroller.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    expect(data.getData('text/plain')).toBe(strange.text.slice(0, end));
  });
});

describe('the list of segments', () => {
  it('names what is on the screen, has one Tab stop, and goes on beyond the screen', async () => {
    const segments = long.blocks.map(({ start }, i) => coded(`s${i}`, long.text, start, start + 12));
    const reader = await openReader(long, segments);
    const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('[role=toolbar] button')];
    await expect.poll(() => buttons().length).toBeGreaterThan(3);
    expect(buttons()[0]!.getAttribute('aria-label')).toBe('s0, 0');
    expect(buttons().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    buttons()[0]!.focus();
    const count = buttons().length;
    for (let i = 0; i < count + 2; i++) await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe(`s${count + 2}, 0`);
    await userEvent.keyboard('{Enter}');
    expect(reader.state.segmentIds).toEqual([`s${count + 2}`]);
  });
});
