import { Draft } from '../history/draft';
import { compareSegments } from '../history/state';
import type { ChangeDraft } from '../model/change';
import type { SegmentId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { CodedSegment } from '../model/segment';
import { anchorPassage, type PassageFailure } from './passage';

export type MergeFailure =
  | PassageFailure
  | 'segment-missing'
  | 'too-few-segments'
  | 'different-sources'
  | 'different-coders'
  | 'several-memos';

/**
 * Makes one segment of several.
 * In: the project, at least two segments of one source and coder, the canonical text, the stamp.
 * Out: the draft. The first segment in reading order stays: it reaches from the first start to the last
 * end (what lies between included), has every tag, is unsure if any was, keeps its own stance, and takes
 * over the one memo and every use as an example. Refuses several memos, which only a person can join.
 */
export function mergeSegments(
  state: ProjectState,
  input: { readonly segmentIds: readonly SegmentId[]; readonly text: string },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<MergeFailure>> {
  const ids = new Set(input.segmentIds);
  const segments: CodedSegment[] = [];
  for (const id of ids) {
    const segment = state.segments.get(id);
    if (!segment) return refuse('segment-missing');
    segments.push(segment);
  }
  segments.sort(compareSegments);
  const [first, ...others] = segments;
  if (!first || others.length === 0) return refuse('too-few-segments');
  if (others.some(({ sourceId }) => sourceId !== first.sourceId)) return refuse('different-sources');
  if (others.some(({ coderId }) => coderId !== first.coderId)) return refuse('different-coders');
  const memos = [...state.memos.values()].filter(
    ({ target }) => target?.table === 'segments' && ids.has(target.id),
  );
  const [memo, second] = memos;
  if (second) return refuse('several-memos');
  const { sourceId, start } = first;
  const end = Math.max(...segments.map((segment) => segment.end));
  const anchored = anchorPassage(state, { sourceId, start, end }, input.text);
  if (!anchored.ok) return anchored;

  const draft = new Draft(state);
  draft.put('segments', {
    ...first,
    ...anchored.value,
    tags: [...new Set(segments.flatMap(({ tags }) => tags))],
    certainty: segments.some(({ certainty }) => certainty === 'unsure') ? 'unsure' : 'certain',
    memoId: memo?.id ?? null,
    modifiedAt: stamp.now(),
  });
  for (const { id } of others) draft.remove('segments', id);
  if (memo && memo.target?.id !== first.id) {
    draft.put('memos', { ...memo, target: { table: 'segments', id: first.id } });
  }
  for (const code of state.codes.values()) {
    if (!code.examples.some((id) => ids.has(id))) continue;
    const examples = code.examples.map((id) => (ids.has(id) ? first.id : id));
    draft.put('codes', { ...code, examples: [...new Set(examples)] });
  }
  return ok(draft.finish(message('merge-segments', { count: segments.length })));
}
