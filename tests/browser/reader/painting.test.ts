import { afterEach, describe, expect, it } from 'vitest';
import type { CodedSegment } from '../../../src-renderer/domain/model/segment';
import { compareSegments } from '../../../src-renderer/domain/history/state';
import { contrast } from '../../../src-renderer/ui/codes/code-colors';
import { colorRuns } from '../../../src-renderer/features/reader/engine/painting/runs';
import { Find } from '../../../src-renderer/features/reader/find/find';
import type { Reader } from '../../../src-renderer/features/reader/engine/reader';
import { closeReaders, coded, frame, layOut, long, look, openReader, painted, strange } from './material';

afterEach(() => {
  closeReaders();
  delete document.documentElement.dataset['theme'];
  CSS.highlights.delete('somebody-else');
});

/** What the model says must be painted of the blocks, joined as `painted` joins. */
function expected(
  { blocks }: typeof strange,
  segments: readonly CodedSegment[],
): Record<string, [number, number][]> {
  const found: Record<string, [number, number][]> = {};
  const add = (name: string, start: number, end: number) => {
    const list = (found[name] ??= []);
    const last = list.at(-1);
    if (last?.[1] === start) last[1] = end;
    else list.push([start, end]);
  };
  for (const block of blocks) {
    const marks = segments
      .filter(({ start, end }) => start < block.end && end > block.start)
      .map((segment) => ({ start: segment.start, end: segment.end, color: look(segment).lead.color }));
    for (const { start, end, fill, line } of colorRuns(marks, block.start, block.end)) {
      add(`fill-${fill.slice(1)}`, start, end);
      if (line) add(`line-${line.slice(1)}`, start, end);
    }
  }
  return found;
}

const show = (reader: Reader, segments: readonly CodedSegment[]) =>
  reader.setSegments([...segments].sort(compareSegments), look);

describe('painting', () => {
  const { text } = strange;
  const first = [
    coded('a', text, 0, 30, '332288'),
    coded('b', text, 10, 60, 'B0306A'),
    coded('c', text, text.indexOf('人身'), text.indexOf('Cases') + 5, 'DDAA33'),
    coded('d', text, text.indexOf('👩'), text.indexOf(' and 🇯🇵'), '33BBEE'),
  ].sort(compareSegments);

  it('covers exactly the segments: across blocks, rows and scripts', async () => {
    const reader = await openReader(strange, first);
    expect(painted(reader)).toEqual(expected(strange, first));
  });

  it('follows every change of a segment', async () => {
    const reader = await openReader(strange, first);
    const [a, b, d, c] = first as [CodedSegment, CodedSegment, CodedSegment, CodedSegment];
    const steps = [
      [a, b, c, d, coded('e', text, 5, 200, '767676')],
      [{ ...a, end: 12 }, b, c, d],
      [b, c, { ...d, tags: ['000000'] }],
      [],
      first,
    ];
    for (const segments of steps) {
      show(reader, segments);
      expect(painted(reader)).toEqual(expected(strange, [...segments].sort(compareSegments)));
    }
  });

  it('touches nothing where nothing changed', async () => {
    const reader = await openReader(strange, first);
    const before = new Set([...CSS.highlights.values()].flatMap((highlight) => [...highlight]));
    const { start } = strange.blocks.at(-1)!;
    show(reader, [...first, coded('z', text, start, start + 5, 'AACF6E')]);
    const after = new Set([...CSS.highlights.values()].flatMap((highlight) => [...highlight]));
    expect([...after].filter((range) => !before.has(range))).toHaveLength(1);
    expect([...before].filter((range) => !after.has(range))).toEqual([]);
  });

  it('paints what is near the screen and nothing else, and moves along', async () => {
    const segments = long.blocks.map(({ start }, i) => coded(`s${i}`, long.text, start, start + 12));
    const reader = await openReader(long, segments);
    const spans = () => painted(reader)['fill-332288'] ?? [];
    expect(spans()[0]).toEqual([0, 12]);
    expect(spans().length).toBeLessThan(200);
    reader.view.scrollTo(long.blocks[800]!.start, 'middle');
    await frame();
    await frame();
    const { start } = long.blocks[800]!;
    expect(spans()).toContainEqual([start, start + 12]);
    expect(spans()).not.toContainEqual([0, 12]);
    expect(spans().length).toBeLessThan(200);
  });

  it('leaves the highlights of others alone and takes its own away', async () => {
    CSS.highlights.set('somebody-else', new Highlight());
    const sheets = document.adoptedStyleSheets.length;
    const reader = await openReader(strange, first);
    expect(document.adoptedStyleSheets.length).toBe(sheets + 1);
    closeReaders();
    expect([...CSS.highlights.keys()]).toEqual(['somebody-else']);
    expect(document.adoptedStyleSheets.length).toBe(sheets);
    expect(reader.view.sheet.isConnected).toBe(false);
  });

  it('keeps text readable on every mark when light becomes dark', async () => {
    await openReader(strange, first);
    const marks = () =>
      [...document.adoptedStyleSheets.at(-1)!.cssRules]
        .map(({ cssText }) => /fill-.*background-color: (rgb\([^)]*\))/.exec(cssText)?.[1])
        .filter((color) => color !== undefined)
        .map(
          (color) =>
            `#${color
              .match(/\d+/g)!
              .map((part) => (+part).toString(16).padStart(2, '0'))
              .join('')}`,
        );
    const ink = () => getComputedStyle(document.documentElement).getPropertyValue('--text').trim();
    const light = marks();
    for (const mark of light) expect(contrast(mark, ink())).toBeGreaterThanOrEqual(4.5);
    document.documentElement.dataset['theme'] = 'dark';
    await expect.poll(marks).not.toEqual(light);
    expect(marks()).toHaveLength(light.length);
    for (const mark of marks()) expect(contrast(mark, ink())).toBeGreaterThanOrEqual(4.5);
  });

  it('paints the selection, even of everything, only near the screen', async () => {
    const reader = await openReader(long);
    reader.selectAll();
    expect(reader.range).toEqual({ start: 0, end: long.text.length });
    const spans = painted(reader)['selection']!;
    expect(spans[0]![0]).toBe(0);
    expect(spans.at(-1)![1]).toBeLessThan(long.text.length / 2);
    reader.select({ anchor: 5, focus: 2 });
    expect(painted(reader)['selection']).toEqual([[2, 5]]);
    reader.clear();
    expect(painted(reader)['selection']).toBeUndefined();
  });
});

describe('finding', () => {
  it('paints every hit whatever its case and width, and shows one after the other', async () => {
    const source = layOut(['ＮＰＡ and npa. 警察、ｹｲｻﾂ、ケイサツ。', 'NPA again']);
    const reader = await openReader(source);
    const find = new Find(reader.view, reader.surface.painter);
    find.search('npa', 5);
    expect(find.state.hits.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      'ＮＰＡ',
      'npa',
      'NPA',
    ]);
    expect(find.state.current).toBe(1);
    const at = source.text.lastIndexOf('NPA');
    expect(painted(reader)).toEqual({
      find: [
        [0, 3],
        [at, at + 3],
      ],
      'find-current': [[8, 11]],
    });
    find.step('forward');
    find.step('forward');
    expect(find.state.current).toBe(0);
    expect(painted(reader)['find-current']).toEqual([[0, 3]]);
    find.search('ケイサツ', 0);
    expect(find.state.hits).toHaveLength(2);
    find.search('missing', 0);
    expect(find.state).toMatchObject({ hits: [], current: -1 });
    find.clear();
    expect(painted(reader)).toEqual({});
  });
});
