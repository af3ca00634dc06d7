import { describe, expect, it } from 'vitest';
import { keywordInContext } from '../../../../src-renderer/domain/retrieval/keyword';

const text = 'Trafficking in persons. 人身取引は、ＴＲＡＦＦＩＣＫＩＮＧ ともいう。Human\ntrafficking.';

describe('keyword in context', () => {
  it('finds words whatever their case and width', () => {
    const lines = keywordInContext(text, 'trafficking', { context: 4 });
    expect(lines.map(({ keyword }) => keyword)).toEqual([
      'Trafficking',
      'ＴＲＡＦＦＩＣＫＩＮＧ',
      'trafficking',
    ]);
    expect(lines[0]).toEqual({ start: 0, end: 11, before: '', keyword: 'Trafficking', after: ' in ' });
    expect(lines[1]).toMatchObject({ before: '取引は、', after: ' ともい' });
    for (const { start, end, keyword } of lines) expect(text.slice(start, end)).toBe(keyword);
  });

  it('takes any white space between words', () => {
    expect(keywordInContext(text, 'human trafficking')).toHaveLength(1);
  });

  it('is literal and stops where told', () => {
    expect(keywordInContext(text, '.*')).toEqual([]);
    expect(keywordInContext(text, ' ')).toEqual([]);
    expect(keywordInContext(text, 'trafficking', { most: 2 })).toHaveLength(2);
    expect(keywordInContext('aaaa', 'aa')).toHaveLength(2);
  });

  it('gives whole characters', () => {
    expect(keywordInContext('x㈱y', '株', { context: 1 })).toEqual([
      { start: 1, end: 2, before: 'x', keyword: '㈱', after: 'y' },
    ]);
    expect(keywordInContext('e\u0301 e', 'e').map(({ start }) => start)).toEqual([3]);
    expect(keywordInContext('🇯🇵a🇰🇷', 'a', { context: 1 })[0]).toMatchObject({ before: '🇯🇵', after: '🇰🇷' });
    expect(keywordInContext('xﬀy', 'f')).toHaveLength(1);
  });
});
