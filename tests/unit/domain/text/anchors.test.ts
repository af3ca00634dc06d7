import { describe, expect, it } from 'vitest';
import { findAnchor, makeAnchor } from '../../../../src-renderer/domain/text/anchors';

const text = 'The police act. The police speak. The victims speak.';
const police = { start: 20, end: 26 };

describe('anchors', () => {
  it('keep the quote and its surroundings', () => {
    expect(makeAnchor(text, police)).toEqual({
      quote: 'police',
      prefix: 'The police act. The ',
      suffix: ' speak. The victims speak.',
      characters: 6,
    });
  });

  it('do not cut surrogate pairs at the edge of the context', () => {
    const pairs = `${'😀'.repeat(20)}x${'😀'.repeat(20)}`;
    expect(makeAnchor(pairs, { start: 40, end: 41 }).prefix).toHaveLength(32);
    const odd = makeAnchor(`${pairs.slice(0, 40)}ab${pairs.slice(41)}`, { start: 41, end: 41 });
    expect(odd.prefix).toBe(`${'😀'.repeat(15)}a`);
    expect(odd.suffix).toBe(`b${'😀'.repeat(15)}`);
  });

  it('are found where they were', () => {
    expect(findAnchor(text, makeAnchor(text, police), 20)).toEqual({ ok: true, value: police });
  });

  it('are found by their context after the text has shifted', () => {
    const shifted = `A new line before it. ${text}`;
    expect(findAnchor(shifted, makeAnchor(text, police), 20)).toEqual({
      ok: true,
      value: { start: 42, end: 48 },
    });
  });

  it('are found at the nearest of equal places', () => {
    const same = 'ab. '.repeat(100);
    const anchor = makeAnchor(same, { start: 200, end: 202 });
    expect(findAnchor(`x${same}`, anchor, 200)).toEqual({ ok: true, value: { start: 201, end: 203 } });
  });

  it('are not guessed where nothing tells places apart', () => {
    const anchor = { quote: 'b', prefix: 'QQQ', suffix: 'RRR', characters: 1 };
    expect(findAnchor('ab b', anchor, 2)).toEqual({ ok: false, error: 'ambiguous' });
    expect(findAnchor('xbxxxbx', { ...anchor, prefix: 'x', suffix: 'x' }, 3)).toEqual({
      ok: false,
      error: 'ambiguous',
    });
  });

  it('are not found where the quote is gone', () => {
    expect(findAnchor('nothing', makeAnchor(text, police), 0)).toEqual({ ok: false, error: 'not-found' });
  });
});
