import { expect, test } from 'vitest';
import { environmentOf } from '../../../src-main/app/environment';
import { APP_ORIGIN, isOfOrigin } from '../../../src-main/security/origin';

test.each(['app://parallax', 'app://parallax/', 'app://parallax/index.html?x#y'])('%s is ours', (url) => {
  expect(isOfOrigin(APP_ORIGIN, url)).toBe(true);
});

test.each([
  'app://parallax.evil/',
  'app://parallax:8080/',
  'app://evil/parallax',
  'app:parallax',
  'https://parallax/',
  'file:///parallax',
  'null',
  '',
  'javascript:app://parallax/',
])('%s is not ours', (url) => {
  expect(isOfOrigin(APP_ORIGIN, url)).toBe(false);
});

test('the built program stays inside app://', () => {
  const { isInside, startUrl, development } = environmentOf('/x/out/main');
  expect(development).toBe(false);
  expect(startUrl).toBe('app://parallax/index.html');
  expect(isInside('blob:app://parallax/1')).toBe(true);
  expect(isInside('ws://localhost:5173/')).toBe(false);
  expect(isInside('devtools://devtools/')).toBe(false);
});

test('in development the server of the pages and its web socket are inside, and nothing else', () => {
  const { isInside, origin } = environmentOf('/x/out/main', 'http://localhost:5173/');
  expect(origin).toEqual({ protocol: 'http:', host: 'localhost:5173' });
  expect(isInside('ws://localhost:5173/')).toBe(true);
  expect(isInside('http://localhost:5174/')).toBe(false);
  expect(isInside('https://example.org/')).toBe(false);
});
