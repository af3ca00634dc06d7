import type { CoderId, SourceId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { CodedSegment } from '../model/segment';

/**
 * The project as a coder sees it who codes blind.
 * In: the project and the coder. Out: the same without the segments of others, without the examples of codes that
 * are such segments, and without memos on them; the project itself where there is nothing to hide.
 */
export function withoutOthers(state: ProjectState, coderId: CoderId): ProjectState {
  const segments = new Map([...state.segments].filter(([, segment]) => segment.coderId === coderId));
  if (segments.size === state.segments.size) return state;
  const isSeen = (id: string) => segments.has(id);
  const bySource = new Map<SourceId, readonly CodedSegment[]>();
  for (const [sourceId, all] of state.segmentsBySource) {
    const own = all.filter((segment) => segment.coderId === coderId);
    if (own.length > 0) bySource.set(sourceId, own);
  }
  return {
    ...state,
    segments,
    segmentsBySource: bySource,
    codes: new Map(
      [...state.codes].map(([id, code]) => [
        id,
        code.examples.every(isSeen) ? code : { ...code, examples: code.examples.filter(isSeen) },
      ]),
    ),
    memos: new Map(
      [...state.memos].filter(([, { target }]) => target?.table !== 'segments' || isSeen(target.id)),
    ),
  };
}
