import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodeId, SegmentId, Stamp } from '../model/ids';
import { message, type Message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Certainty, CodedSegment, Stance } from '../model/segment';
import { choose, labelFor, type CodeChoiceFailure } from './apply-code';
import { anchorPassage, type PassageFailure } from './passage';
import { dropExamples } from './remove';

/**
 * Gives a segment another extent.
 * In: the project, the segment with its new `[start, end)` and the canonical text, the stamp. Out: the
 * draft, with the anchor made anew; without changes when the extent stays. Refuses as `anchorPassage`
 * does, and a segment that is not there.
 */
export function resizeSegment(
  state: ProjectState,
  input: {
    readonly segmentId: SegmentId;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<PassageFailure | 'segment-missing'>> {
  const segment = state.segments.get(input.segmentId);
  if (!segment) return refuse('segment-missing');
  const { start, end } = input;
  const anchored = anchorPassage(state, { sourceId: segment.sourceId, start, end }, input.text);
  if (!anchored.ok) return anchored;
  const draft = new Draft(state);
  if (anchored.value.start !== segment.start || anchored.value.end !== segment.end) {
    draft.put('segments', { ...segment, ...anchored.value, modifiedAt: stamp.now() });
  }
  return ok(draft.finish(message('resize-segment')));
}

/**
 * Gives a segment other codes in place of those it has.
 * In: the project, segment and codes, the stamp. Out: the draft; where the segment was an example of a
 * code it loses, it no longer is. Refuses a segment that is not there and codes that cannot be applied.
 */
export function setTags(
  state: ProjectState,
  input: { readonly segmentId: SegmentId; readonly codeIds: readonly CodeId[] },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<CodeChoiceFailure | 'segment-missing'>> {
  const segment = state.segments.get(input.segmentId);
  if (!segment) return refuse('segment-missing');
  const codes = choose(state, input.codeIds, stamp);
  if (!codes.ok) return codes;
  const tags = codes.value.map((code) => code.id);
  const draft = new Draft(state);
  if (tags.length !== segment.tags.length || tags.some((tag, i) => tag !== segment.tags[i])) {
    draft.put('segments', { ...segment, tags, modifiedAt: stamp.now() });
    dropExamples(state, draft, (segmentId, codeId) => segmentId === segment.id && !tags.includes(codeId));
  }
  return ok(draft.finish(labelFor('set-codes', codes.value, stamp)));
}

/**
 * Says how sure the coder is of segments.
 * In: the project, segments and certainty, the stamp. Out: the draft. Refuses a segment that is not there.
 */
export function setCertainty(
  state: ProjectState,
  input: { readonly segmentIds: readonly SegmentId[]; readonly certainty: Certainty },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'segment-missing'>> {
  const { segmentIds, certainty } = input;
  return patchSegments(state, segmentIds, { certainty }, message(`certainty-${certainty}`), stamp);
}

/**
 * Says whether segments assert, report or reject what they are coded with.
 * In: the project, segments and stance, the stamp. Out: the draft. Refuses a segment that is not there.
 */
export function setStance(
  state: ProjectState,
  input: { readonly segmentIds: readonly SegmentId[]; readonly stance: Stance },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'segment-missing'>> {
  const { segmentIds, stance } = input;
  return patchSegments(state, segmentIds, { stance }, message(`stance-${stance}`), stamp);
}

function patchSegments(
  state: ProjectState,
  segmentIds: readonly SegmentId[],
  patch: Partial<Pick<CodedSegment, 'certainty' | 'stance'>>,
  label: Message,
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'segment-missing'>> {
  const draft = new Draft(state);
  for (const id of segmentIds) {
    const segment = state.segments.get(id);
    if (!segment) return refuse('segment-missing');
    const next = { ...segment, ...patch };
    if (next.certainty === segment.certainty && next.stance === segment.stance) continue;
    draft.put('segments', { ...next, modifiedAt: stamp.now() });
  }
  return ok(draft.finish(label));
}
