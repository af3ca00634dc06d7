import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src-renderer/domain/model/source';
import { moveBoundary, rangeAround, type TextUnit } from '../../../../src-renderer/domain/text/boundaries';

/** Text and blocks of paragraphs with a blank line between them. */
function document(...paragraphs: string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    blocks.push({ start, end: start + paragraph.length, kind: 'paragraph', level: 0 });
    start += paragraph.length + 2;
  }
  return { text: paragraphs.join('\n\n'), blocks };
}

/** Every stop of a caret that goes through a text. */
function stops(
  { text, blocks }: ReturnType<typeof document>,
  unit: TextUnit,
  direction: 'forward' | 'backward',
  language: string,
): number[] {
  const found: number[] = [];
  let position = direction === 'forward' ? 0 : text.length;
  for (;;) {
    const next = moveBoundary(text, blocks, position, unit, direction, language);
    if (next === position) return found;
    found.push((position = next));
  }
}

const around = (
  { text, blocks }: ReturnType<typeof document>,
  position: number,
  unit: TextUnit,
  language: string,
) => {
  const range = rangeAround(text, blocks, position, unit, language);
  return range && text.slice(range.start, range.end);
};

describe('moving a boundary', () => {
  it('goes by grapheme, over the gap between blocks in one step', () => {
    const doc = document('e\u0301a', '🇯🇵');
    expect(stops(doc, 'grapheme', 'forward', 'en')).toEqual([2, 3, 5, 9]);
    expect(stops(doc, 'grapheme', 'backward', 'en')).toEqual([5, 3, 2, 0]);
  });

  it('goes by word, over punctuation', () => {
    const doc = document('Stop it, now.', '(Go!)');
    expect(stops(doc, 'word', 'forward', 'en')).toEqual([4, 7, 12, 18, 20]);
    expect(stops(doc, 'word', 'backward', 'en')).toEqual([16, 9, 5, 0]);
  });

  it('goes by word in Japanese by the dictionary', () => {
    expect(stops(document('人身取引対策'), 'word', 'forward', 'ja')).toEqual([2, 4, 6]);
  });

  it('goes by sentence, over hard line ends', () => {
    const doc = document('One line\nbroken here. Two.', '三。四。');
    expect(stops(doc, 'sentence', 'forward', 'en')).toEqual([21, 26, 30, 32]);
    expect(stops(doc, 'sentence', 'backward', 'en')).toEqual([30, 28, 22, 0]);
  });

  it('takes line ends of preformatted text for what they are', () => {
    const text = 'first line\nsecond line';
    const blocks: Block[] = [{ start: 0, end: text.length, kind: 'preformatted', level: 0 }];
    expect(moveBoundary(text, blocks, 0, 'sentence', 'forward', 'en')).toBe(10);
  });

  it('goes by paragraph', () => {
    const doc = document('One.', 'Two.', 'Three.');
    expect(stops(doc, 'paragraph', 'forward', 'en')).toEqual([4, 10, 18]);
    expect(stops(doc, 'paragraph', 'backward', 'en')).toEqual([12, 6, 0]);
  });

  it('stays where there are no blocks', () => {
    expect(moveBoundary('', [], 0, 'word', 'forward', 'en')).toBe(0);
    expect(moveBoundary('', [], 0, 'grapheme', 'backward', 'en')).toBe(0);
  });

  it('finds ends of sentences longer than what is segmented at once', () => {
    const long = `${'人身取引対策、'.repeat(3000)}終わり。`;
    const doc = document(`始め。${long}次。`);
    const middle = 9000;
    expect(moveBoundary(doc.text, doc.blocks, middle, 'sentence', 'forward', 'ja')).toBe(3 + long.length);
    expect(moveBoundary(doc.text, doc.blocks, middle, 'sentence', 'backward', 'ja')).toBe(3);
    expect(around(doc, middle, 'sentence', 'ja')).toBe(long);
  });

  it('gives the same sentences in a long block as in a short one', () => {
    const sentence = 'The U.S. Department of State said so. ';
    const doc = document(sentence.repeat(300).trim());
    expect(stops(doc, 'sentence', 'forward', 'en')).toEqual(
      Array.from({ length: 300 }, (_, i) => (i + 1) * sentence.length - 1),
    );
  });

  it('is quick in a long block', () => {
    const doc = document('人身取引対策に関する行動計画を策定する。'.repeat(50_000));
    const times = Array.from({ length: 20 }, (_, i) => {
      const started = performance.now();
      moveBoundary(doc.text, doc.blocks, 500_000 + i, 'sentence', 'forward', 'ja');
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('the unit around a position', () => {
  const doc = document('Stop it,  now. “Go.” he said.', '人身取引は犯罪である。次。');

  it('finds words, and the next one from white space', () => {
    expect(around(doc, 6, 'word', 'en')).toBe('it');
    expect(around(doc, 8, 'word', 'en')).toBe('now');
    expect(around(doc, 7, 'word', 'en')).toBe(',');
    expect(around(doc, doc.blocks[1]!.start + 1, 'word', 'ja')).toBe('人身');
  });

  it('finds sentences without the space around them', () => {
    expect(around(doc, 3, 'sentence', 'en')).toBe('Stop it,  now.');
    expect(around(doc, doc.blocks[1]!.end, 'sentence', 'ja')).toBe('次。');
  });

  it('finds paragraphs and graphemes', () => {
    expect(around(doc, 40, 'paragraph', 'ja')).toBe('人身取引は犯罪である。次。');
    expect(around(document('ae\u0301'), 2, 'grapheme', 'en')).toBe('e\u0301');
  });

  it('finds nothing where there is nothing', () => {
    expect(rangeAround('', [], 0, 'word', 'en')).toBeNull();
    expect(around(document('   '), 1, 'word', 'en')).toBeNull();
    expect(around(document(''), 0, 'sentence', 'en')).toBeNull();
  });
});
