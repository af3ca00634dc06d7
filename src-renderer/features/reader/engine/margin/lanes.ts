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
 * must stand beside each other too; whose a segment is, '' for the coder at work. Out: for each the lowest lane
 * that is free of those of its coder. The coder at work has the lanes next to the text; behind them every other
 * coder has their own, in an order that is always the same.
 */
export function assignLanes(
  segments: readonly CodedSegment[],
  lineEnd: (position: number) => number,
  coderOf: (segment: CodedSegment) => string = () => '',
): Lanes {
  const places = new Map<SegmentId, { readonly coder: string; readonly lane: number }>();
  const endsOf = new Map<string, number[]>([['', []]]);
  for (const segment of segments) {
    const coder = coderOf(segment);
    const ends = endsOf.get(coder) ?? [];
    endsOf.set(coder, ends);
    const free = ends.findIndex((laneEnd) => laneEnd <= segment.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = lineEnd(segment.end);
    places.set(segment.id, { coder, lane });
  }
  const firsts = new Map<string, number>();
  let count = 0;
  for (const [coder, ends] of [...endsOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    firsts.set(coder, count);
    count += ends.length;
  }
  const of = new Map([...places].map(([id, { coder, lane }]) => [id, (firsts.get(coder) ?? 0) + lane]));
  return { of, count };
}
