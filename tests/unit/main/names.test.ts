import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensionOf, safeFileName } from '../../../src-main/files/names';

test.each([
  ['Codebook.qdc', 'Codebook.qdc'],
  ['US/Japan: 2020?.csv', 'US-Japan- 2020-.csv'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['人身取引.csv', '人身取引.csv'],
  ['CON', '_CON'],
  ['nul.csv', '_nul.csv'],
  ['console.csv', 'console.csv'],
  ['  .hidden. ', 'hidden'],
  ['', 'parallax'],
  ['...', 'parallax'],
  ['a\u0000b\n.svg', 'a-b-.svg'],
  ['\ud800.csv', '-.csv'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name is cut between characters and keeps its extension', () => {
  const name = safeFileName(`${'憲'.repeat(500)}.qdpx`);
  expect(name).toBe(`${'憲'.repeat(60)}.qdpx`);
});

test('every name that comes out names one file, and stays as it is when it goes in again', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(...Buffer.from(' .-/CON:csv')));
  const names = fc.array(unit, { maxLength: 150 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(names, (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\:\0]/);
      expect(['', '.', '..']).not.toContain(safe);
      expect(Buffer.byteLength(safe)).toBeLessThan(230);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});

test('the extension is what follows the last dot', () => {
  expect(extensionOf('a.tar.gz')).toBe('gz');
  expect(extensionOf('none')).toBe('');
});
