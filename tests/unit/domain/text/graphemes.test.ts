import { describe, expect, it } from 'vitest';
import {
  exceedsGraphemes,
  excerpt,
  graphemeAt,
  isGraphemeBoundary,
  shorten,
  snapToGraphemes,
} from '../../../../src-renderer/domain/text/graphemes';
import { isBlank, trimRange } from '../../../../src-renderer/domain/text/range';

const at = (text: string, position: number) => {
  const { start, end } = graphemeAt(text, position);
  return text.slice(start, end);
};

describe('graphemes', () => {
  it('keeps together what a reader sees as one character', () => {
    expect(at('ae\u0301b', 1)).toBe('e\u0301');
    expect(at('x👩‍👩‍👧‍👦y', 5)).toBe('👩‍👩‍👧‍👦');
    expect(at('🇯🇵🇰🇷', 5)).toBe('🇰🇷');
    expect(at('か\u3099き', 0)).toBe('か\u3099');
    expect(at('\u1112\u1161\u11ab국', 1)).toBe('\u1112\u1161\u11ab');
    expect(at('नि है', 1)).toBe('नि');
    expect(at('人身', 1)).toBe('身');
    expect(at('a\r\nb', 1)).toBe('\r\n');
  });

  it('widens a range to whole clusters and leaves whole ones alone', () => {
    const text = 'a🇯🇵e\u0301b';
    expect(snapToGraphemes(text, { start: 2, end: 6 })).toEqual({ start: 1, end: 7 });
    expect(snapToGraphemes(text, { start: 1, end: 5 })).toEqual({ start: 1, end: 5 });
    expect(snapToGraphemes(text, { start: 6, end: 6 })).toEqual({ start: 5, end: 5 });
    expect(snapToGraphemes(text, { start: 0, end: text.length })).toEqual({ start: 0, end: text.length });
  });

  it('knows boundaries at both ends of a text', () => {
    expect(isGraphemeBoundary('e\u0301', 0)).toBe(true);
    expect(isGraphemeBoundary('e\u0301', 1)).toBe(false);
    expect(isGraphemeBoundary('e\u0301', 2)).toBe(true);
  });

  it('shortens to one line without breaking clusters', () => {
    expect(shorten('Organized\n crime ')).toBe('Organized crime');
    expect(shorten('👨‍👩‍👧'.repeat(5), 3)).toBe('👨‍👩‍👧'.repeat(3) + '…');
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
    expect(shorten('x'.repeat(10_000))).toBe('x'.repeat(60) + '…');
  });

  it('shows the beginning of a text with its line breaks', () => {
    expect(excerpt('Organized\ncrime', 20)).toBe('Organized\ncrime');
    expect(excerpt('abc', 3)).toBe('abc');
    expect(excerpt('abcd', 3)).toBe('abc…');
    expect(excerpt('ab  cd', 4)).toBe('ab…');
  });

  it.each([
    ['a pair', '𠮷'],
    ['an accent', 'e\u0301'],
    ['a family', '👨‍👩‍👧'],
    ['a flag', '🇰🇷'],
    ['a tone of skin', '👍🏽'],
    ['a syllable', '\u1112\u1161\u11ab'],
  ])('never shows half of %s', (_, cluster) => {
    const text = cluster.repeat(5);
    expect(excerpt(text, text.length)).toBe(text);
    for (let most = 0; most < text.length; most++) {
      const whole = Math.floor(most / cluster.length);
      expect(excerpt(text, most)).toBe(`${cluster.repeat(whole)}…`);
    }
  });

  it('leaves out a cluster of which it did not see the end', () => {
    const long = `a${'\u0301'.repeat(50)}`;
    expect(excerpt(long.repeat(3), 100)).toBe(`${long}…`);
    expect(shorten(long.repeat(3), 2)).toBe(`${long}…`);
  });

  it('looks at no more of megabytes than it shows', () => {
    const start = performance.now();
    for (const text of ['law '.repeat(1_000_000), '👨‍👩‍👧'.repeat(500_000), 'e\u0301'.repeat(2_000_000)]) {
      const page = text.slice(0, 700);
      for (let time = 0; time < 20; time++) expect(excerpt(text)).toBe(excerpt(page));
    }
    // Going through the whole of them takes far longer.
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('counts clusters against a limit', () => {
    expect(exceedsGraphemes('🇯🇵🇯🇵', 2)).toBe(false);
    expect(exceedsGraphemes('🇯🇵🇯🇵a', 2)).toBe(true);
  });
});

describe('ranges', () => {
  it('trims white space of any script', () => {
    expect(trimRange('　人身\n ', { start: 0, end: 5 })).toEqual({ start: 1, end: 3 });
    expect(trimRange('a   b', { start: 1, end: 4 })).toEqual({ start: 1, end: 1 });
  });

  it('takes invisible characters for blank', () => {
    expect(isBlank(' \n\t\u3000\u200b\ufeff\u0000\u200f')).toBe(true);
    expect(isBlank(' 。')).toBe(false);
    expect(isBlank('\ud83d')).toBe(false);
  });
});
