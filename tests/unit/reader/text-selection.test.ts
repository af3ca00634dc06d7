import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src-renderer/domain/model/source';
import {
  caretAt,
  growBy,
  moveBy,
  resized,
  selectionOf,
  stepBy,
  tidied,
  type TextSelection,
} from '../../../src-renderer/features/reader/engine/selection/text-selection';

const first = 'Police act. Courts wait.';
const second = '警察が動く。裁判所は待つ。';
const text = `${first}\n\n${second}`;
const at = first.length + 2;
const blocks: readonly Block[] = [
  { start: 0, end: first.length, kind: 'paragraph', level: 0 },
  { start: at, end: text.length, kind: 'paragraph', level: 0 },
];
const ground = { text, blocks, language: 'en' };
const japanese = { ...ground, language: 'ja' };
const words = ({ anchor, focus }: TextSelection) =>
  text.slice(Math.min(anchor, focus), Math.max(anchor, focus));

describe('moving', () => {
  it('collapses a passage to the edge it moves towards', () => {
    const passage = { anchor: 0, focus: 6 };
    expect(moveBy(ground, passage, 'grapheme', 'forward', false)).toEqual(caretAt(6));
    expect(moveBy(ground, passage, 'grapheme', 'backward', false)).toEqual(caretAt(0));
  });

  it('extends from the anchor', () => {
    expect(words(moveBy(ground, { anchor: 0, focus: 6 }, 'word', 'forward', true))).toBe('Police act');
  });
});

describe('selecting units', () => {
  it('takes the sentence at the caret, then the next as well, across paragraphs', () => {
    const one = growBy(ground, caretAt(8), 'sentence');
    expect(words(one)).toBe('Police act.');
    const two = growBy(ground, one, 'sentence');
    expect(words(two)).toBe('Police act. Courts wait.');
    expect(words(growBy(japanese, two, 'sentence'))).toBe(`${first}\n\n警察が動く。`);
  });

  it('completes a part of a sentence before it grows', () => {
    expect(words(growBy(ground, { anchor: 2, focus: 14 }, 'sentence'))).toBe(first);
  });

  it('steps from sentence to sentence, first into the one with the caret', () => {
    const one = stepBy(ground, caretAt(3), 'sentence', 'forward');
    expect(one && words(one)).toBe('Police act.');
    const two = one && stepBy(ground, one, 'sentence', 'forward');
    expect(two && words(two)).toBe('Courts wait.');
    const three = two && stepBy(japanese, two, 'sentence', 'forward');
    expect(three && words(three)).toBe('警察が動く。');
    const back = three && stepBy(japanese, three, 'sentence', 'backward');
    expect(back && words(back)).toBe('Courts wait.');
    expect(stepBy(ground, selectionOf({ start: 0, end: 11 }), 'sentence', 'backward')).toBeNull();
    expect(
      stepBy(ground, selectionOf({ start: text.length - 7, end: text.length }), 'sentence', 'forward'),
    ).toBeNull();
  });
});

describe('what the mouse drew', () => {
  it('becomes whole graphemes without white space at the ends, in the direction it was drawn', () => {
    const strange = ' e\u0301t 👩‍👧 ';
    expect(tidied(strange, { anchor: 0, focus: strange.length })).toEqual({
      anchor: 1,
      focus: strange.length - 1,
    });
    expect(tidied(strange, { anchor: 2, focus: 1 })).toEqual({ anchor: 3, focus: 1 });
  });

  it('becomes a caret when only white space was drawn over', () => {
    expect(tidied('a  b', { anchor: 1, focus: 3 })).toEqual(caretAt(3));
  });
});

describe('moving an end', () => {
  it('goes by words and leaves no white space', () => {
    expect(resized(ground, { start: 0, end: 10 }, 'end', 'backward', 'word')).toEqual({ start: 0, end: 6 });
    expect(resized(ground, { start: 0, end: 10 }, 'start', 'forward', 'word')).toEqual({ start: 7, end: 10 });
    expect(resized(ground, { start: 7, end: 10 }, 'start', 'backward', 'word')).toEqual({
      start: 0,
      end: 10,
    });
  });

  it('never takes everything', () => {
    expect(resized(ground, { start: 0, end: 6 }, 'end', 'backward', 'word')).toEqual({ start: 0, end: 6 });
  });
});
