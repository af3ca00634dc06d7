import { withDescendants } from '../codebook/tree';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import { invariant } from '../model/result';
import type { CodedSegment } from '../model/segment';

/**
 * Which codes stand together.
 * In: the project; segments (for example filtered ones) in reading order within each source, as
 * `segmentsBySource` and `filterSegments` give them; codes as rows and columns, each with everything below
 * it; how they must meet:
 * - 'segment': one segment has both codes; counts such segments;
 * - 'overlap': two segments of one coder share at least one character, one with the row's code and the
 *   other with the column's; counts such pairs, each once, and a segment that has both codes as a pair
 *   with itself.
 * Out: `counts[row][column]`. Takes time in the number of segments and, for 'overlap', of overlapping pairs.
 */
export function coOccurrences(
  state: ProjectState,
  segments: readonly CodedSegment[],
  rows: readonly CodeId[],
  columns: readonly CodeId[],
  meeting: 'segment' | 'overlap',
): readonly (readonly number[])[] {
  const counts = rows.map(() => columns.map(() => 0));
  const inRows = membership(state, rows);
  const inColumns = membership(state, columns);
  const add = (a: CodedSegment, b: CodedSegment): void => {
    const cells = new Set<number>();
    const cross = (rowsOf: CodedSegment, columnsOf: CodedSegment): void => {
      for (const row of inRows(rowsOf)) {
        for (const column of inColumns(columnsOf)) cells.add(row * columns.length + column);
      }
    };
    cross(a, b);
    if (a !== b) cross(b, a);
    for (const cell of cells) {
      const row = counts[Math.floor(cell / columns.length)];
      const column = cell % columns.length;
      invariant(row, 'every cell lies in a row');
      row[column] = (row[column] ?? 0) + 1;
    }
  };
  for (const segment of segments) add(segment, segment);
  if (meeting === 'overlap') eachOverlap(segments, add);
  return counts;
}

/** In: codes. Out: for a segment, the indexes of the codes that it has or has something below of. */
function membership(
  state: ProjectState,
  codeIds: readonly CodeId[],
): (segment: CodedSegment) => readonly number[] {
  const byTag = new Map<CodeId, number[]>();
  codeIds.forEach((codeId, index) => {
    for (const tag of withDescendants(state, [codeId])) {
      const indexes = byTag.get(tag);
      if (indexes) indexes.push(index);
      else byTag.set(tag, [index]);
    }
  });
  const known = new Map<CodedSegment, readonly number[]>();
  return (segment) => {
    let indexes = known.get(segment);
    if (!indexes) {
      indexes = [...new Set(segment.tags.flatMap((tag) => byTag.get(tag) ?? []))];
      known.set(segment, indexes);
    }
    return indexes;
  };
}

/** Calls back with each pair of overlapping segments of one source and coder, by a sweep. */
function eachOverlap(
  segments: readonly CodedSegment[],
  visit: (a: CodedSegment, b: CodedSegment) => void,
): void {
  const open = new Map<string, CodedSegment[]>();
  for (const segment of segments) {
    const key = `${segment.sourceId} ${segment.coderId}`;
    const still = (open.get(key) ?? []).filter(({ end }) => end > segment.start);
    for (const other of still) visit(other, segment);
    still.push(segment);
    open.set(key, still);
  }
}
