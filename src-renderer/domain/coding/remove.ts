import { nameOf } from '../codebook/names';
import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodeId, SegmentId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { MemoTarget } from '../model/segment';

/**
 * Takes segments out, with their memos and wherever they serve as examples.
 * In: the project, the draft to write to, ids of segments. Scans memos and codes, not segments.
 */
export function dropSegments(state: ProjectState, draft: Draft, ids: ReadonlySet<SegmentId>): void {
  if (ids.size === 0) return;
  for (const id of ids) draft.remove('segments', id);
  dropMemos(state, draft, 'segments', ids);
  dropExamples(state, draft, (segmentId) => ids.has(segmentId));
}

/** Takes out the memos on rows of a table. In: the project, the draft, the table, ids of its rows. */
export function dropMemos(
  state: ProjectState,
  draft: Draft,
  table: MemoTarget['table'],
  ids: ReadonlySet<string>,
): void {
  for (const { id, target } of state.memos.values()) {
    if (target?.table === table && ids.has(target.id)) draft.remove('memos', id);
  }
}

/** Takes out examples of codes. In: the project, the draft, and which segment is none any more of which code. */
export function dropExamples(
  state: ProjectState,
  draft: Draft,
  dropped: (segmentId: SegmentId, codeId: CodeId) => boolean,
): void {
  for (const { id } of state.codes.values()) {
    const code = draft.row('codes', id);
    if (!code?.examples.some((segmentId) => dropped(segmentId, id))) continue;
    draft.put('codes', { ...code, examples: code.examples.filter((segmentId) => !dropped(segmentId, id)) });
  }
}

/**
 * Removes segments with their memos.
 * In: the project, ids, the stamp. Out: the draft. Refuses when one is not there.
 */
export function removeSegments(
  state: ProjectState,
  segmentIds: readonly SegmentId[],
): Result<ChangeDraft, Refusal<'segment-missing'>> {
  const ids = new Set(segmentIds);
  if (segmentIds.some((id) => !state.segments.has(id))) return refuse('segment-missing');
  const draft = new Draft(state);
  dropSegments(state, draft, ids);
  return ok(draft.finish(message('remove-segments', { count: ids.size })));
}

/**
 * Takes one code off a segment; the last one takes the segment and its memo with it.
 * In: the project, segment and code, the stamp. Out: the draft, without changes when the segment does
 * not have the code. Refuses a segment or code that is not there.
 */
export function removeTag(
  state: ProjectState,
  input: { readonly segmentId: SegmentId; readonly codeId: CodeId },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'segment-missing' | 'code-missing'>> {
  const segment = state.segments.get(input.segmentId);
  if (!segment) return refuse('segment-missing');
  const code = state.codes.get(input.codeId);
  if (!code) return refuse('code-missing');
  const draft = new Draft(state);
  const tags = segment.tags.filter((tag) => tag !== code.id);
  if (tags.length === 0) dropSegments(state, draft, new Set([segment.id]));
  else if (tags.length < segment.tags.length) {
    draft.put('segments', { ...segment, tags, modifiedAt: stamp.now() });
    dropExamples(state, draft, (segmentId, codeId) => segmentId === segment.id && codeId === code.id);
  }
  return ok(draft.finish(message('remove-code', { code: nameOf(code, stamp) })));
}
