import { nameOf } from '../codebook/names';
import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodeId, SegmentId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { CodedSegment } from '../model/segment';
import { choose, type CodeChoiceFailure } from './apply-code';
import { dropExamples, dropSegments } from './remove';

/**
 * What a code's key does to selected segments.
 * In: the project, segments and code, the stamp. Out: the draft. Where a segment lacks the code, every
 * one gets it; where all have it, all lose it, and a segment whose last code it was goes with its memo.
 * Refuses a segment that is not there, and a code that is missing or a folder.
 */
export function toggleTag(
  state: ProjectState,
  input: { readonly segmentIds: readonly SegmentId[]; readonly codeId: CodeId },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<CodeChoiceFailure | 'segment-missing'>> {
  const chosen = choose(state, [input.codeId], stamp);
  if (!chosen.ok) return chosen;
  const [code] = chosen.value;
  if (!code) return refuse('code-missing');
  const segments: CodedSegment[] = [];
  for (const id of new Set(input.segmentIds)) {
    const segment = state.segments.get(id);
    if (!segment) return refuse('segment-missing');
    segments.push(segment);
  }
  const draft = new Draft(state);
  const params = { code: nameOf(code, stamp) };
  const lacking = segments.filter(({ tags }) => !tags.includes(code.id));
  const modifiedAt = stamp.now();
  if (lacking.length > 0) {
    for (const segment of lacking) {
      draft.put('segments', { ...segment, tags: [...segment.tags, code.id], modifiedAt });
    }
    return ok(draft.finish(message('apply-code', params)));
  }
  const emptied = segments.filter(({ tags }) => tags.length === 1).map(({ id }) => id);
  dropSegments(state, draft, new Set(emptied));
  const kept = new Set<SegmentId>();
  for (const segment of segments) {
    const tags = segment.tags.filter((tag) => tag !== code.id);
    if (tags.length === 0) continue;
    kept.add(segment.id);
    draft.put('segments', { ...segment, tags, modifiedAt });
  }
  dropExamples(state, draft, (segmentId, codeId) => codeId === code.id && kept.has(segmentId));
  return ok(draft.finish(message('remove-code', params)));
}
