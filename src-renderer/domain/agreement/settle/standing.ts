import type { ConsideredSegment, Decision } from '../../model/collaboration';
import type { CodeId, SegmentId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { Difference } from './difference';
import type { Standing } from './query';

const indexes = new WeakMap<ReadonlyMap<string, Decision>, ReadonlyMap<SegmentId, readonly Decision[]>>();

/** Decisions by the segments that they considered; made once for a table. */
function decisionsBySegment({ decisions }: ProjectState): ReadonlyMap<SegmentId, readonly Decision[]> {
  let index = indexes.get(decisions);
  if (!index) {
    const lists = new Map<SegmentId, Decision[]>();
    for (const decision of decisions.values()) {
      for (const { segmentId } of decision.considered) {
        const list = lists.get(segmentId);
        if (list) list.push(decision);
        else lists.set(segmentId, [decision]);
      }
    }
    indexes.set(decisions, (index = lists));
  }
  return index;
}

const shareTag = (a: readonly CodeId[], b: readonly CodeId[]) => a.some((tag) => b.includes(tag));

/**
 * The decisions that a difference is about.
 * In: the project and a difference. Out: those that considered one of its segments for one of its codes, or
 * for codes that the segment has lost since; the latest last.
 */
export function decisionsOn(state: ProjectState, { considered }: Difference): readonly Decision[] {
  const index = decisionsBySegment(state);
  const found = new Set<Decision>();
  for (const segment of considered) {
    for (const decision of index.get(segment.segmentId) ?? []) {
      const then = decision.considered.find(({ segmentId }) => segmentId === segment.segmentId);
      if (!then) continue;
      const now = state.segments.get(segment.segmentId)?.tags ?? [];
      if (shareTag(then.tags, segment.tags) || !shareTag(then.tags, now)) found.add(decision);
    }
  }
  return [...found].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Whether a segment still is what was considered: its ends, and the codes that were looked at. */
function stands(state: ProjectState, then: ConsideredSegment): boolean {
  const now = state.segments.get(then.segmentId);
  return (
    now !== undefined &&
    now.start === then.start &&
    now.end === then.end &&
    then.tags.every((tag) => now.tags.includes(tag))
  );
}

/**
 * What has become of a difference.
 * In: the project and a difference. Out: `open` without a decision; `settled` when decisions cover all of its
 * segments and codes and what they considered still stands; else `changed-since`: a segment was moved,
 * recoded or taken away, or one came in, as after a merge. What was decided stays until it is decided anew.
 */
export function standingOf(state: ProjectState, difference: Difference): Standing {
  const decisions = decisionsOn(state, difference);
  if (decisions.length === 0) return 'open';
  const then = decisions.flatMap(({ considered }) => considered);
  const isCovered = difference.considered.every(({ segmentId, tags }) =>
    tags.every((tag) => then.some((each) => each.segmentId === segmentId && each.tags.includes(tag))),
  );
  return isCovered && then.every((each) => stands(state, each)) ? 'settled' : 'changed-since';
}
