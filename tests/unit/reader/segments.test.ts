import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CodedSegment } from '../../../src-renderer/domain/model/segment';
import { assignLanes } from '../../../src-renderer/features/reader/engine/margin/lanes';
import {
  changedRanges,
  neighbour,
  segmentsAt,
  segmentSet,
} from '../../../src-renderer/features/reader/engine/segments';
import { segment } from '../domain/build';

const TEXT = 'x'.repeat(200);
const make = (id: string, start: number, end: number): CodedSegment =>
  segment(id, 's', TEXT, [start, end], ['c']);

describe('lanes', () => {
  it('give segments that overlap or share a line lanes of their own, from the text outwards', () => {
    const list = [make('a', 0, 50), make('b', 10, 20), make('c', 25, 40), make('d', 60, 70)];
    const { of, count } = assignLanes(list, (position) => position + 10);
    expect(Object.fromEntries(of)).toEqual({ a: 0, b: 1, c: 2, d: 0 });
    expect(count).toBe(3);
  });

  it('give every coder their own, those of the coder at work next to the text', () => {
    const list = [
      make('z', 0, 9),
      make('own', 1, 5),
      make('b', 2, 6),
      make('b2', 3, 8),
      make('own2', 20, 30),
    ];
    const coders: Record<string, string> = { z: 'zoe', b: 'bea', b2: 'bea' };
    const { of, count } = assignLanes(
      list,
      (position) => position,
      ({ id }) => coders[id] ?? '',
    );
    expect(Object.fromEntries(of)).toEqual({ own: 0, own2: 0, b: 1, b2: 2, z: 3 });
    expect(count).toBe(4);
  });

  it('never put two overlapping segments into one lane', () => {
    const segments = fc.array(fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 40 })), { maxLength: 40 });
    fc.assert(
      fc.property(segments, (drawn) => {
        const list = drawn
          .map(([start, length], i) => make(String(i), start, start + length))
          .sort((a, b) => a.start - b.start);
        const { of } = assignLanes(list, (position) => position);
        for (const a of list) {
          for (const b of list) {
            if (a !== b && a.start < b.end && b.start < a.end) expect(of.get(a.id)).not.toBe(of.get(b.id));
          }
        }
      }),
    );
  });
});

describe('segments of the open source', () => {
  const set = segmentSet([make('a', 0, 50), make('b', 10, 20), make('c', 60, 70)]);

  it('are found at a position, the shortest first', () => {
    expect(segmentsAt(set, 15).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(segmentsAt(set, 20).map(({ id }) => id)).toEqual(['a']);
    expect(segmentsAt(set, 55)).toEqual([]);
  });

  it('are gone through in reading order, from one of them or from a position', () => {
    expect(neighbour(set, 'a', 0, 'forward')?.id).toBe('b');
    expect(neighbour(set, 'a', 0, 'backward')).toBeUndefined();
    expect(neighbour(set, undefined, 30, 'forward')?.id).toBe('c');
    expect(neighbour(set, undefined, 30, 'backward')?.id).toBe('b');
  });

  it('say where a change must be painted', () => {
    const [a, b, c] = set.list as [CodedSegment, CodedSegment, CodedSegment];
    const moved = { ...b, end: 25 };
    const next = segmentSet([a, moved, make('d', 80, 90)]);
    expect(changedRanges(set, next).map(({ start, end }) => [start, end])).toEqual([
      [10, 20],
      [10, 25],
      [80, 90],
      [c.start, c.end],
    ]);
    expect(changedRanges(set, segmentSet([...set.list]))).toEqual([]);
  });
});
