import { describe, expect, it } from 'vitest';
import {
  countCodePoints,
  cutsPair,
  positionTable,
  toCodePoints,
  toUtf16,
} from '../../../../src-renderer/domain/text/positions';

describe('positions', () => {
  it('counts astral characters once and lone surrogates as one', () => {
    expect(countCodePoints('')).toBe(0);
    expect(countCodePoints('人身取引')).toBe(4);
    expect(countCodePoints('a😀b')).toBe(3);
    expect(countCodePoints('a\ud83db\ude00')).toBe(4);
    expect(countCodePoints('\ud83d\ud83d\ude00')).toBe(2);
  });

  it('needs no memory where both units agree', () => {
    expect(positionTable('plain 人身取引').pairs).toHaveLength(0);
  });

  it('converts both ways', () => {
    const table = positionTable('a😀b𠮷c');
    expect([0, 1, 3, 4, 6, 7].map((p) => toCodePoints(table, p))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((p) => toUtf16(table, p))).toEqual([0, 1, 3, 4, 6, 7]);
    expect(table).toMatchObject({ length: 7, characters: 5 });
  });

  it('takes a position inside a pair for its start', () => {
    const table = positionTable('a😀😀b');
    expect(toCodePoints(table, 2)).toBe(1);
    expect(toCodePoints(table, 4)).toBe(2);
  });

  it('tells where a cut would break a pair', () => {
    expect([0, 1, 2, 3].map((p) => cutsPair('a😀b', p))).toEqual([false, false, true, false]);
    expect(cutsPair('\ude00', 0)).toBe(false);
  });
});
