import type { CodedSegment } from '../../../../domain/model/segment';
import type { SegmentId } from '../../../../domain/model/ids';

export interface Lanes {
  /** The lane of each segment, from 0: the one next to the text. */
  readonly of: ReadonlyMap<SegmentId, number>;
  readonly count: number;
}

/**
 * Gives segments lanes, so that stripes beside the text never lie on each other and stay where they are
 * while the person scrolls.
 * In: segments ordered by start; where the line ends that holds a position, for two segments on one line
 * must stand beside each other too. Out: for each the lowest lane that is free.
 */
export function assignLanes(segments: readonly CodedSegment[], lineEnd: (position: number) => number): Lanes {
  const of = new Map<SegmentId, number>();
  const ends: number[] = [];
  for (const { id, start, end } of segments) {
    const free = ends.findIndex((laneEnd) => laneEnd <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = lineEnd(end);
    of.set(id, lane);
  }
  return { of, count: ends.length };
}
