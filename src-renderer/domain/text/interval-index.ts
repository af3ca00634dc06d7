import type { TextRange } from './range';

/**
 * An immutable index of ranges: a balanced tree laid out in arrays, in which each node knows the
 * greatest end below it. Building takes O(n) from sorted ranges, a query O(log n + k).
 */
export interface IntervalIndex<T extends TextRange> {
  /** The indexed ranges, by start. */
  readonly items: readonly T[];
  readonly starts: Uint32Array;
  /** Heap of a perfect binary tree: root at 1, children of i at 2i and 2i + 1, leaves from `leaves` on. */
  readonly greatestEnds: Uint32Array;
  readonly leaves: number;
}

/** In: non-empty ranges ordered by start (as `segmentsBySource` has them). Out: their index. */
export function intervalIndex<T extends TextRange>(items: readonly T[]): IntervalIndex<T> {
  let leaves = 1;
  while (leaves < items.length) leaves *= 2;
  const greatestEnds = new Uint32Array(2 * leaves);
  items.forEach((item, i) => {
    greatestEnds[leaves + i] = item.end;
  });
  for (let node = leaves - 1; node > 0; node--) {
    greatestEnds[node] = Math.max(greatestEnds[2 * node] ?? 0, greatestEnds[2 * node + 1] ?? 0);
  }
  return { items, starts: Uint32Array.from(items, (item) => item.start), greatestEnds, leaves };
}

/**
 * The ranges that overlap a range.
 * In: an index and `[start, end)` in UTF-16 units. Out: the items that share at least one unit with it,
 * in the order of the index; none for an empty range.
 */
export function overlapping<T extends TextRange>(
  index: IntervalIndex<T>,
  start: number,
  end: number,
): readonly T[] {
  const found: T[] = [];
  if (start >= end) return found;
  const visit = (node: number, first: number, width: number): void => {
    if ((index.greatestEnds[node] ?? 0) <= start) return;
    // Everything below begins at or after the first leaf; the starts are sorted.
    if (first >= index.items.length || (index.starts[first] ?? 0) >= end) return;
    if (width === 1) {
      const item = index.items[first];
      if (item) found.push(item);
      return;
    }
    const half = width / 2;
    visit(2 * node, first, half);
    visit(2 * node + 1, first + half, half);
  };
  visit(1, 0, index.leaves);
  return found;
}

/** The ranges at a position. In: an index and a position. Out: the items that cover the unit there. */
export function covering<T extends TextRange>(index: IntervalIndex<T>, position: number): readonly T[] {
  return overlapping(index, position, position + 1);
}
