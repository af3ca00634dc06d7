import { describe, expect, it } from 'vitest';
import { fold, foldWithPositions, unfold } from '../../../../src-renderer/domain/text/fold';

describe('comparison form', () => {
  it('ignores case, width and kind of white space', () => {
    expect(fold('ＮＰＡ　ｶﾞｲﾄﾞ')).toBe('npa ガイド');
    expect(fold('ΟΔΟΣ')).toBe(fold('οδος'));
    expect(fold('e\u0301')).toBe(fold('é'));
  });

  it.each([
    ['㈱日本ｶﾞｲﾄﾞ', '株', '㈱'],
    ['㈱日本ｶﾞｲﾄﾞ', 'ガイ', 'ｶﾞｲ'],
    ['x ﬁn ﬁ', 'fin', 'ﬁn'],
    ['ﬁ', 'i', 'ﬁ'],
    ['か\u3099き', 'がき', 'か\u3099き'],
    ['abc か\u3099 ＮＰＡ end', 'npa e', 'ＮＰＡ e'],
    ['\u1112\u1161\u11ab국 x', '한국', '\u1112\u1161\u11ab국'],
    ['😀ＡＢ', 'ab', 'ＡＢ'],
    ['İstanbul x', 'stan', 'stan'],
  ])('leads back from %s for %s', (text, query, expected) => {
    const folded = foldWithPositions(text);
    const at = folded.text.indexOf(fold(query));
    expect(at).toBeGreaterThanOrEqual(0);
    const range = unfold(folded, at, at + fold(query).length);
    expect(text.slice(range.start, range.end)).toBe(expected);
  });
});
