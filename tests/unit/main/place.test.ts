import { expect, test } from 'vitest';
import { fitPlace, parsePlace } from '../../../src-main/app/place';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const place = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

test('a place that was written is read again', () => {
  expect(parsePlace(JSON.stringify(place(10, 20)))).toEqual(place(10, 20));
});

test.each([
  '',
  'null',
  '{"bounds": {}}',
  JSON.stringify({ ...place(0, 0), maximized: 'yes' }),
  JSON.stringify(place(0.5, 0)),
  JSON.stringify(place(0, 0, 10, 10)),
  JSON.stringify(place(1e9, 0)),
])('%s is no place', (text) => {
  expect(parsePlace(text)).toBeUndefined();
});

test('a window keeps its place on a display that is still there', () => {
  expect(fitPlace(place(100, 50), [screen])).toEqual(place(100, 50));
});

test('a window that hangs over the edge is moved in, one that is too large is cut', () => {
  expect(fitPlace(place(1500, -300), [screen])).toEqual(place(720, 0));
  expect(fitPlace(place(-50, 0, 4000, 3000), [screen])).toEqual(place(0, 0, 1920, 1040));
});

test('the display that shows most of the window decides', () => {
  const left = { x: -1280, y: 0, width: 1280, height: 1000 };
  expect(fitPlace(place(-900, 100), [screen, left])).toEqual(place(-1200, 100));
});

test('a window on a display that is gone is placed anew', () => {
  expect(fitPlace(place(2500, 0), [screen])).toBeUndefined();
  expect(fitPlace(place(0, 0), [])).toBeUndefined();
});
