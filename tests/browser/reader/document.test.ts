import { afterEach, describe, expect, it } from 'vitest';
import { closeReaders, frame, layOut, long, openReader, strange } from './material';

afterEach(closeReaders);

describe('the document', () => {
  it('holds exactly the text of every block', async () => {
    const { view } = await openReader(strange);
    view.fillPieces({ from: 0, to: view.pieces.count });
    for (let piece = 0; piece < view.pieces.count; piece++) {
      const expected = strange.text.slice(view.pieces.starts[piece], view.pieces.ends[piece]);
      expect(view.element(piece)?.textContent).toBe(expected);
    }
  });

  it('maps every position into the DOM and back, from either side', async () => {
    const { view } = await openReader(strange);
    for (const { start, end } of strange.blocks) {
      for (let position = start; position <= end; position++) {
        for (const before of [false, true]) {
          const point = view.point(position, before)!;
          expect(view.position(point.node, point.offset)).toBe(position);
        }
      }
    }
  });

  it('gives ranges whose text is the text', async () => {
    const { view } = await openReader(strange);
    for (const { start, end } of strange.blocks) {
      for (let from = start; from < end; from += 7) {
        const to = Math.min(end, from + 11);
        expect(view.range(from, to)?.toString()).toBe(strange.text.slice(from, to));
      }
    }
  });

  it('takes a position between blocks as the end of the block before', async () => {
    const { view } = await openReader(strange);
    const { end } = strange.blocks[1]!;
    const point = view.point(end + 1)!;
    expect(view.position(point.node, point.offset)).toBe(end);
  });

  it('knows places in elements: rows, lists, sections, the whole', async () => {
    const { view } = await openReader(strange);
    view.fillPieces({ from: 0, to: view.pieces.count });
    expect(view.position(view.body, 0)).toBe(0);
    expect(view.position(view.body, view.body.childNodes.length)).toBe(strange.text.length);
    const row = view.body.querySelector('[role=row]')!;
    const { start } = strange.blocks[5]!;
    expect(view.position(row, 0)).toBe(start);
    expect(view.position(row, 1)).toBe(start + 'Year\t'.length);
    expect(view.position(row, 3)).toBe(strange.blocks[5]!.end);
    const list = view.body.querySelector('[role=list]')!;
    expect(view.position(list, 1)).toBe(strange.blocks[4]!.start);
    expect(view.position(document.body, 0)).toBeNull();
  });

  it('says what blocks are: headings, lists, tables; and lets each run its own way', async () => {
    const { view } = await openReader(strange);
    view.fillPieces({ from: 0, to: view.pieces.count });
    expect(view.body.querySelector('h2')?.textContent).toBe('Plan of action 行動計画');
    expect(view.body.querySelectorAll('[role=list] > [role=listitem]')).toHaveLength(2);
    expect(view.body.querySelectorAll('[role=table] > [role=row] > [role=cell]')).toHaveLength(9);
    const arabic = view.point(strange.blocks[9]!.start)!.node.parentElement!;
    expect(getComputedStyle(arabic).direction).toBe('rtl');
  });

  it('flows wrapped ideographs together without spaces', async () => {
    const wrapped = layOut([
      '人身取引は重大な人権侵害であり国際社会が\n一致して根絶に取り組む課題である我が国も\nまた責務を負う。',
    ]);
    const { view } = await openReader({ ...wrapped, language: 'ja' });
    const end = wrapped.text.indexOf('\n');
    const before = view.boxes({ start: end - 1, end })[0]!;
    const after = view.boxes({ start: end + 1, end: end + 2 })[0]!;
    expect(after.top).toBe(before.top);
    expect(Math.abs(after.left - before.right)).toBeLessThan(1);
  });

  it('fills the screen first and the rest soon after', async () => {
    const { view } = await openReader(long);
    const { to } = view.visible();
    expect(view.body.textContent!.length).toBeLessThan(long.text.length / 2);
    expect(view.element(to - 1)?.textContent).not.toBe('');
    await expect
      .poll(() => view.body.querySelectorAll('[dir]').length, { timeout: 5000 })
      .toBe(view.pieces.count);
  });

  it('goes exactly to any position, however far and however it is guessed', async () => {
    const { view } = await openReader(long);
    for (const part of [0.5, 0.9, 0.1, 0.999]) {
      const position = long.blocks[Math.floor(long.blocks.length * part)]!.start;
      view.scrollTo(position, 'middle');
      for (let i = 0; i < 8; i++) await frame();
      const box = view.caretBox(position)!;
      const screen = view.scroller.getBoundingClientRect();
      expect(box.top).toBeGreaterThan(screen.top);
      expect(box.bottom).toBeLessThan(screen.bottom);
      const { from, to } = view.visible();
      expect(view.pieces.starts[from]).toBeLessThanOrEqual(position);
      expect(view.pieces.ends[to - 1]).toBeGreaterThan(position);
    }
  });

  it('comes back to the line it was left at', async () => {
    const { view } = await openReader(long);
    view.scrollTo(long.blocks[600]!.start + 150, 'top');
    for (let i = 0; i < 8; i++) await frame();
    view.visible();
    const place = view.topPosition();
    view.scrollTo(0, 'start');
    await frame();
    view.scrollTo(place, 'top');
    for (let i = 0; i < 8; i++) await frame();
    view.visible();
    expect(view.topPosition()).toBe(place);
  });

  it('opens a text without blocks, and one of a single block of a million characters', async () => {
    const empty = await openReader({ text: '', blocks: [] });
    expect(empty.view.visible()).toEqual({ from: 0, to: 0 });
    empty.select({ anchor: 0, focus: 0 });
    empty.move('word', 'forward', true);
    closeReaders();
    const { view } = await openReader(layOut(['犯罪。'.repeat(333_333)]));
    expect(view.body.textContent!.length).toBeLessThan(100_000);
  });
});
