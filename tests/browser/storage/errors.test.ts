import { expect, test } from 'vitest';
import { describeRefusal, isFull } from '../../../src-renderer/storage/errors';
import { sameValue } from '../../../src-renderer/storage/equal';

const quota = new DOMException('', 'QuotaExceededError');

test('a full disk is known in each of its forms', () => {
  // Chromium finds out when it commits: the transaction is aborted, and Dexie wraps the reason.
  expect(isFull(Object.assign(new Error('QuotaExceededError'), { name: 'AbortError', inner: quota }))).toBe(
    true,
  );
  expect(isFull(Object.assign(new Error('bulkPut'), { name: 'BulkError', failures: [quota] }))).toBe(true);
  expect(isFull(quota)).toBe(true);
  expect(isFull(Object.assign(new Error('x'), { name: 'AbortError', inner: null }))).toBe(false);
  expect(isFull(undefined)).toBe(false);
});

test('errors that are not of the database are not hidden', () => {
  expect(describeRefusal(new DOMException('Gone.', 'UnknownError'))).toBe('UnknownError: Gone.');
  const ours = new TypeError('x is not a function');
  expect(() => describeRefusal(ours)).toThrow(ours);
});

test.each([
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [1, 2, 3], false],
  [[], {}, false],
  [null, {}, false],
  [null, null, true],
  [{ a: null }, { a: undefined }, false],
  [{ a: { b: [{ c: 'x' }] } }, { a: { b: [{ c: 'x' }] } }, true],
  [{ a: { b: [{ c: 'x' }] } }, { a: { b: [{ c: 'y' }] } }, false],
  [0, -0, true],
  [Number.NaN, Number.NaN, true],
  [1, '1', false],
])('%j and %j: same is %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
});
