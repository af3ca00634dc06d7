import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HeatMaps, SmallMultiples, StackedBars } from '../../../src-renderer/charts';
import { codes, panels } from './figure';

const draw = (figure: ReactElement) => renderToStaticMarkup(figure);
const count = (markup: string, part: string | RegExp) => markup.split(part).length - 1;
const figure = { codes, panels, label: 'Modes by country' };
const noop = () => {};

describe('small multiples', () => {
  const markup = draw(<SmallMultiples {...figure} width={900} onSelect={noop} />);

  it('has a named button for every bar, and none where nothing was counted', () => {
    expect(count(markup, 'role="button"')).toBe(5);
    expect(markup).toContain('aria-label="Japan, Immigration crime: 6 of 10 segments; show passages"');
    expect(markup).toContain('role="img" aria-label="Japan, Prostitution problem: 0 of 10 segments');
  });

  it('has one tab stop in each panel with data', () => {
    expect(count(markup, 'tabindex="0"')).toBe(2);
  });

  it('says in words what has no data, and draws no bar there', () => {
    expect(markup).toContain('aria-label="Taiwan. 1 document. No data."');
    expect(count(markup, 'stroke-dasharray="4 4"')).toBe(1);
    expect(count(markup, '>0 %<')).toBe(1); // Japan's own zero, not Taiwan
  });

  it('labels bars directly, with symbol and pattern beside the colour', () => {
    for (const text of ['>6<', '>60 %<', '>assigned<', '>Rests on one document.<'])
      expect(markup).toContain(text);
    expect(count(markup, '<pattern ')).toBe(codes.length);
    expect(count(markup, 'fill="url(#')).toBe(5);
  });

  it('has no style sheet and no inline style, which the content security policy would refuse', () => {
    expect(markup).not.toMatch(/<style|style="/);
  });

  it('is a plain picture where nobody listens', () => {
    expect(draw(<SmallMultiples {...figure} width={900} />)).not.toContain('role="button"');
  });

  it('is never wider than its room, and draws nothing for no panels', () => {
    for (const width of [300, 640, 1200, 2000]) {
      const drawn = draw(<SmallMultiples {...figure} width={width} />);
      expect(Number(/ width="([\d.]+)"/.exec(drawn)![1])).toBeLessThanOrEqual(width);
    }
    expect(draw(<SmallMultiples {...figure} panels={[]} width={900} />)).not.toContain('<text');
  });

  it('writes names with markup as text', () => {
    const hostile = [{ ...codes[0]!, label: '<script>alert(1)</script>' }, ...codes.slice(1)];
    expect(draw(<SmallMultiples {...figure} codes={hostile} width={900} />)).not.toContain('<script');
  });
});

describe('stacked bars', () => {
  it('parts each bar by the allocations, all of it', () => {
    const markup = draw(<StackedBars {...figure} panels={panels.slice(1, 2)} width={1016} onSelect={noop} />);
    const widths = [...markup.matchAll(/y="24.5" width="([\d.]+)"/g)].map(([, width]) => Number(width) + 2);
    expect(widths).toEqual([200, 300, 500]);
    expect(count(markup, 'role="button"')).toBe(3);
  });

  it('frames a country without data and says so', () => {
    const markup = draw(<StackedBars {...figure} width={800} />);
    expect(markup).toContain('>No data<');
    expect(count(markup, 'stroke-dasharray="4 4"')).toBe(1);
  });
});

describe('a country without data', () => {
  it('says why in full, above its frame', () => {
    const subtitle = 'none of these codes in 2 documents; 20 segments with other codes';
    const empty = { id: 'KP', title: 'North Korea', subtitle, notes: [], emptyLabel: 'No data', cells: null };
    const markup = draw(
      <HeatMaps rows={[]} columns={[]} panels={[empty]} label="Modes" width={240} onSelect={noop} />,
    );
    const written = [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(written).toHaveLength(4);
    expect(written.slice(1, 3).join(' ')).toBe(subtitle);
  });
});

describe('heat maps', () => {
  const cells = [
    [4, 0],
    [0, 0],
    [1, 2],
  ].map((row) => row.map((n) => ({ count: n, label: String(n), description: `cell of ${n}` })));
  const base = { subtitle: 'n = 7', notes: [], emptyLabel: 'No data' };

  it('write every count, let cells with passages be chosen, and say where there is no data', () => {
    const markup = draw(
      <HeatMaps
        rows={codes}
        columns={codes.slice(0, 2)}
        panels={[
          { ...base, id: 'JP', title: 'Japan', cells },
          { ...base, id: 'TW', title: 'Taiwan', cells: null },
        ]}
        label="Modes crossed"
        width={900}
        onSelect={noop}
      />,
    );
    expect(count(markup, 'role="button"')).toBe(3);
    expect(count(markup, 'tabindex="0"')).toBe(1);
    expect(markup).toContain('aria-label="cell of 2"');
    expect(count(markup, '>0<')).toBe(3);
    expect(count(markup, '>No data<')).toBe(1);
  });
});
