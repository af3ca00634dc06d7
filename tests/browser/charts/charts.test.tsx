import axe from 'axe-core';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SmallMultiples, pngBlob, svgText } from '../../../src-renderer/charts';
import { codes, panels } from '../../unit/charts/figure';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
});

function show(onSelect: (panelId: string, codeId: string) => void = () => {}): SVGSVGElement {
  const host = document.body.appendChild(document.createElement('main'));
  root = createRoot(host);
  flushSync(() =>
    root?.render(
      <SmallMultiples
        codes={codes}
        panels={panels}
        label="Modes by country"
        width={900}
        onSelect={onSelect}
      />,
    ),
  );
  return host.querySelector('svg')!;
}
const focused = () => document.activeElement?.getAttribute('aria-label')?.split(':')[0];

it('shows passages by click, Enter and Space', async () => {
  const onSelect = vi.fn();
  const svg = show(onSelect);
  const bar = svg.querySelector<SVGElement>('[data-panel="KR"][data-code="m2"]')!;
  await userEvent.click(bar);
  expect(onSelect).toHaveBeenLastCalledWith('KR', 'm2');
  bar.focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  expect(onSelect).toHaveBeenCalledTimes(3);
});

it('goes through bars by the arrow keys and from country to country by Tab', async () => {
  show();
  await userEvent.tab();
  expect(focused()).toBe('Japan, Immigration crime');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('Japan, Organized crime');
  await userEvent.keyboard('{ArrowRight}');
  expect(focused()).toBe('South Korea, Organized crime');
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('South Korea, Prostitution problem');
  await userEvent.keyboard('{ArrowLeft}'); // Japan has nothing there
  expect(focused()).toBe('South Korea, Prostitution problem');
});

it('has no accessibility fault', async () => {
  const svg = show();
  const { violations } = await axe.run(svg, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

it('exports an SVG that stands alone, dark on white in any theme', () => {
  document.documentElement.style.setProperty('--text', '#eeeeee');
  const svg = show();
  expect(getComputedStyle(svg.querySelector('text')!).fill).toBe('rgb(238, 238, 238)');
  const text = svgText(svg);
  const file = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(file.querySelector('parsererror')).toBeNull();
  expect(file.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(file.querySelector('title')?.textContent).toBe('Modes by country');
  expect(text).not.toMatch(
    /var\(|class=|style=|tabindex|role=|aria-|transparent|#eeeeee|https?:(?!\/\/www\.w3)/,
  );
  expect(file.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
  const title = [...file.querySelectorAll('text')].find((each) => each.textContent === 'Japan')!;
  expect(title.getAttribute('fill')).toBe('#1d2026');
  expect(title.getAttribute('font-family')).toBeTruthy();
  expect(text).toContain('fill="url(#');
  expect(document.querySelectorAll('svg')).toHaveLength(1);
});

it('exports a PNG at 300 dots per inch with the figure on it', async () => {
  const svg = show();
  const blob = await pngBlob(svg, 300);
  const picture = await createImageBitmap(blob);
  expect(picture.width).toBe(Math.round(((Number(svg.getAttribute('width')) + 32) * 300) / 96));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  expect([...data.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  const has = (r: number, g: number, b: number) => {
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) return true;
    return false;
  };
  expect(has(0xdd, 0xaa, 0x33)).toBe(true); // the colour of organized crime
  expect(has(0x1d, 0x20, 0x26)).toBe(true); // text
});
