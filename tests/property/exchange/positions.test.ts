import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conventionsFor } from '../../../src-renderer/domain/exchange/refi/positions/convention';
import { detectPositions } from '../../../src-renderer/domain/exchange/refi/positions/detect';
import { FileText } from '../../../src-renderer/domain/exchange/refi/positions/file-text';
import { written } from '../../fixtures/refi/dialects';

const words = [
  'trafficking',
  'crime',
  'Victims',
  'border',
  '😀',
  '𠮷野家',
  'cafe\u0301',
  '👩‍👩‍👧',
  'state',
  'of',
];
const word = fc.constantFrom(...words);
const line = fc.array(word, { minLength: 2, maxLength: 8 }).map((some) => some.join(' '));
const document = fc.record({
  lines: fc.array(line, { minLength: 4, maxLength: 12 }),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
  mark: fc.boolean(),
  convention: fc.constantFrom(...conventionsFor('')),
  picks: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 12, maxLength: 24 }),
});

/** Passages of whole words on one line, wherever chance has it. */
function passagesOf(text: string, picks: readonly (readonly [number, number])[]) {
  const lines = [...text.matchAll(/.+/g)];
  return picks.map(([where, which]) => {
    const found = lines[where % lines.length]!;
    const inLine = [...found[0].matchAll(/\S+/g)];
    const first = which % inLine.length;
    const last = first + (where % (inLine.length - first));
    return {
      start: found.index + inLine[first]!.index,
      end: found.index + inLine[last]!.index + inLine[last]![0].length,
    };
  });
}

describe('positions in the file of an unknown program', () => {
  test.each([
    ['with the passages as names', true],
    ['without names', false],
  ])('are found on the very characters, %s', (_, named) => {
    fc.assert(
      fc.property(document, ({ lines, picks, ...dialect }) => {
        const text = lines.join('\n');
        const passages = passagesOf(text, picks);
        const raw = (dialect.mark ? '\uFEFF' : '') + text.replaceAll('\n', dialect.lineEnd);
        const inclusive = dialect.convention.end === 'inclusive' ? 1 : 0;
        const selections = passages.map(({ start, end }) => ({
          name: named ? text.slice(start, end) : '',
          start: written(text, start, dialect),
          end: written(text, end, dialect) - inclusive,
        }));
        const file = new FileText(raw);
        const verdict = detectPositions({ guid: 'g', name: 'n' }, file, selections, '');
        const read = selections.map(({ start, end }) => file.range(start, end, verdict.convention));
        // A verdict that says it is sure must be right; without names it may say that it is not sure.
        if (named || !verdict.weak) expect(read).toEqual(passages);
      }),
      { numRuns: 300 },
    );
  });
});
