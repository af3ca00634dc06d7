import type { CodedSegment } from '../../../domain/model/segment';
import type { SegmentId } from '../../../domain/model/ids';
import { covering, intervalIndex, type IntervalIndex } from '../../../domain/text/interval-index';
import type { TextRange } from '../../../domain/text/range';

/** The coded segments of the open source, indexed. */
export interface SegmentSet {
  /** By start, then end, then id. */
  readonly list: readonly CodedSegment[];
  readonly byId: ReadonlyMap<SegmentId, CodedSegment>;
  readonly index: IntervalIndex<CodedSegment>;
}

/** In: segments in reading order, as the project state has them. */
export function segmentSet(list: readonly CodedSegment[]): SegmentSet {
  return { list, byId: new Map(list.map((segment) => [segment.id, segment])), index: intervalIndex(list) };
}

/** Where the text must be painted anew when one set takes the place of another. */
export function changedRanges(before: SegmentSet, after: SegmentSet): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const segment of after.list) {
    const old = before.byId.get(segment.id);
    if (old === segment) continue;
    if (old) ranges.push(old);
    ranges.push(segment);
  }
  for (const old of before.list) if (!after.byId.has(old.id)) ranges.push(old);
  return ranges;
}

/** The segments at a position, the shortest first: the one that lies on top. */
export function segmentsAt({ index }: SegmentSet, position: number): readonly CodedSegment[] {
  return [...covering(index, position)].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start,
  );
}

/**
 * The next segment in reading order.
 * In: the segments, the one to go on from or else a position, the direction. Out: undefined at the end.
 */
export function neighbour(
  { list, byId }: SegmentSet,
  from: SegmentId | undefined,
  position: number,
  direction: 'forward' | 'backward',
): CodedSegment | undefined {
  const current = from === undefined ? undefined : byId.get(from);
  if (current) return list[list.indexOf(current) + (direction === 'forward' ? 1 : -1)];
  return direction === 'forward'
    ? list.find(({ start }) => start >= position)
    : list.findLast(({ start }) => start < position);
}
