import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodeId, SegmentId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { refuseFrozen } from './frozen';
import { nameOf } from './names';

interface ExampleInput {
  readonly codeId: CodeId;
  readonly segmentId: SegmentId;
}

/**
 * Chooses a coded segment as an example of a code.
 * In: the project, code and segment, the stamp. Out: the draft, without changes when it is one already.
 * Refuses a code or segment that is not there, and a segment that does not have the code.
 */
export function addExample(
  state: ProjectState,
  { codeId, segmentId }: ExampleInput,
  stamp: Stamp,
): Result<
  ChangeDraft,
  Refusal<'code-missing' | 'segment-missing' | 'segment-without-code' | 'codebook-frozen'>
> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const code = state.codes.get(codeId);
  if (!code) return refuse('code-missing');
  const segment = state.segments.get(segmentId);
  if (!segment) return refuse('segment-missing');
  if (!segment.tags.includes(codeId)) return refuse('segment-without-code');
  const draft = new Draft(state);
  if (!code.examples.includes(segmentId)) {
    draft.put('codes', { ...code, examples: [...code.examples, segmentId] });
  }
  return ok(draft.finish(message('add-example', { code: nameOf(code, stamp) })));
}

/**
 * Takes an example off a code; the segment stays coded.
 * In: the project, code and segment, the stamp. Out: the draft, without changes when it is no example.
 * Refuses a code that is not there.
 */
export function removeExample(
  state: ProjectState,
  { codeId, segmentId }: ExampleInput,
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'code-missing' | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const code = state.codes.get(codeId);
  if (!code) return refuse('code-missing');
  const draft = new Draft(state);
  if (code.examples.includes(segmentId)) {
    draft.put('codes', { ...code, examples: code.examples.filter((id) => id !== segmentId) });
  }
  return ok(draft.finish(message('remove-example', { code: nameOf(code, stamp) })));
}
