import type { CodedSegment } from '../../domain/model/segment';
import type { Source } from '../../domain/model/source';
import type { ProjectState } from '../../domain/model/project';

/** A row of the list: the heading of a source, or a segment of it. */
export type ListRow =
  | { readonly kind: 'source'; readonly source: Source; readonly count: number }
  | { readonly kind: 'segment'; readonly source: Source; readonly segment: CodedSegment };

/** In: the project's sources and segments in the order of their sources. Out: each source's heading before its segments. */
export function listRows(
  { sources }: Pick<ProjectState, 'sources'>,
  segments: readonly CodedSegment[],
): readonly ListRow[] {
  const counts = new Map<string, number>();
  for (const { sourceId } of segments) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  const rows: ListRow[] = [];
  let last: Source | undefined;
  for (const segment of segments) {
    const source = sources.get(segment.sourceId);
    if (!source) continue;
    if (source !== last) rows.push({ kind: 'source', source, count: counts.get(source.id) ?? 0 });
    rows.push({ kind: 'segment', source, segment });
    last = source;
  }
  return rows;
}
