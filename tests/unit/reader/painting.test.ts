import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import codebook from '../../../resources/codebook.json';
import {
  codeColors,
  contrast,
  fillColor,
  lineColor,
  markColor,
  shadeTokens,
  type Ground,
  type Shade,
} from '../../../src-renderer/ui/codes/code-colors';
import { linesOf, outlinePath } from '../../../src-renderer/features/reader/engine/painting/outline';
import { colorRuns } from '../../../src-renderer/features/reader/engine/painting/runs';

const light: Ground = { shade: 'light', paper: '#fffefb', text: '#1d2026', strength: 0.3 };
const dark: Ground = { shade: 'dark', paper: '#1d2025', text: '#e8e6e0', strength: 0.46 };
const color = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`);

const tokens = readFileSync(new URL('../../../src-renderer/ui/theme/tokens.css', import.meta.url), 'utf8');
const [lightTokens = '', darkTokens = ''] = tokens.split("[data-theme='dark']");
const token = (shade: Shade, name: string) =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(shade === 'light' ? lightTokens : darkTokens)?.[1] ?? '';
const groundsOf = (shade: Shade) =>
  ['paper', 'surface', 'sunken', 'hover', 'selected'].map((name) => token(shade, name));

describe('mark colours', () => {
  it('knows the contrast of black on white and of a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777', '#777777')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  });

  it('leave every text readable, whatever the colour', () => {
    fc.assert(
      fc.property(color, fc.constantFrom(light, dark), (code, ground) => {
        expect(contrast(markColor(code, ground), ground.text)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('tell the four modes apart from the paper in light and dark', () => {
    const modes = codebook.codes.filter(({ key }) => /^M[1-4]$/.test(key));
    for (const ground of [light, dark]) {
      const marks = modes.map((mode) => markColor(mode.color, ground));
      expect(new Set([...marks, ground.paper]).size).toBe(5);
    }
  });

  it('makes lines that can be seen on every ground of the theme', () => {
    fc.assert(
      fc.property(color, fc.constantFrom('light', 'dark'), (code, shade) => {
        for (const ground of groundsOf(shade))
          expect(contrast(lineColor(code, shade), ground)).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('fills symbols of the codebook so that they or their edge can be seen, lighter in the dark', () => {
    for (const code of codebook.codes) {
      expect(fillColor(code.color, 'light')).toBe(code.color);
      for (const ground of groundsOf('dark'))
        expect(contrast(fillColor(code.color, 'dark'), ground)).toBeGreaterThanOrEqual(3);
    }
    expect(codeColors('#332288').fill).toMatch(/^light-dark\(#332288, #[0-9a-f]{6}\)$/);
  });

  it('knows the text and the hardest ground of each theme', () => {
    for (const shade of ['light', 'dark'] as const)
      for (const [name, value] of Object.entries(shadeTokens[shade])) expect(token(shade, name)).toBe(value);
  });
});

const mark = (start: number, end: number, name: string) => ({ start, end, color: name });

describe('runs', () => {
  it('puts the shorter mark on top and underlines with what it hides', () => {
    expect(colorRuns([mark(0, 10, 'a'), mark(3, 5, 'b')], 0, 20)).toEqual([
      { start: 0, end: 3, fill: 'a', line: null },
      { start: 3, end: 5, fill: 'b', line: 'a' },
      { start: 5, end: 10, fill: 'a', line: null },
    ]);
  });

  it('draws crossing marks so that both ends show', () => {
    expect(colorRuns([mark(0, 6, 'a'), mark(4, 12, 'b')], 0, 12)).toEqual([
      { start: 0, end: 4, fill: 'a', line: null },
      { start: 4, end: 6, fill: 'a', line: 'b' },
      { start: 6, end: 12, fill: 'b', line: null },
    ]);
  });

  it('joins marks of one colour', () => {
    expect(colorRuns([mark(0, 6, 'a'), mark(4, 9, 'a'), mark(9, 10, 'a')], 0, 20)).toEqual([
      { start: 0, end: 10, fill: 'a', line: null },
    ]);
  });

  it('covers exactly what the marks cover, once', () => {
    const marks = fc.array(
      fc.record({
        start: fc.nat(40),
        length: fc.integer({ min: 1, max: 20 }),
        color: fc.constantFrom('a', 'b', 'c'),
      }),
    );
    fc.assert(
      fc.property(marks, (drawn) => {
        const given = drawn.map(({ start, length, color: name }) => mark(start, start + length, name));
        const runs = colorRuns(given, 5, 50);
        for (let position = 5; position < 50; position++) {
          const over = given.filter(({ start, end }) => start <= position && position < end);
          const painted = runs.filter(({ start, end }) => start <= position && position < end);
          expect(painted.length).toBe(over.length > 0 ? 1 : 0);
          const [run] = painted;
          if (!run) continue;
          const shortest = Math.min(...over.map(({ start, end }) => end - start));
          expect(over.some((m) => m.color === run.fill && m.end - m.start === shortest)).toBe(true);
          const others = new Set(over.map((m) => m.color));
          others.delete(run.fill);
          expect(run.line === null ? others.size === 0 : others.has(run.line)).toBe(true);
        }
      }),
    );
  });
});

describe('outlines', () => {
  const box = (left: number, right: number, top: number) => ({ left, right, top, bottom: top + 20 });

  it('makes one line of the boxes that stand on it', () => {
    expect(linesOf([box(50, 90, 1), box(0, 50, 0), box(0, 70, 26)])).toEqual([
      { left: 0, right: 90, top: 0, bottom: 21 },
      { left: 0, right: 70, top: 26, bottom: 46 },
    ]);
  });

  it('goes around the lines of one paragraph and begins anew after a gap', () => {
    const close = outlinePath(linesOf([box(0, 90, 0), box(0, 90, 26)]), 0);
    expect(close.match(/M/g)).toHaveLength(1);
    const apart = outlinePath(linesOf([box(0, 90, 0), box(0, 90, 60)]), 0);
    expect(apart.match(/M/g)).toHaveLength(2);
    expect(outlinePath([], 0)).toBe('');
  });
});
