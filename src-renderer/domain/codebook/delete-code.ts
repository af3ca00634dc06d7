import { dropMemos } from '../coding/remove';
import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodeId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { refuseFrozen } from './frozen';
import { nameOf } from './names';
import { replaceCodes } from './replace';
import { withDescendants } from './tree';

/** What becomes of the segments of a code that is deleted. */
export type DeletionPlan =
  | { readonly kind: 'delete-tags' }
  /** They get another code instead. */
  | { readonly kind: 'move-to'; readonly codeId: CodeId };

/** What deleting a code with its tags would touch. */
export interface DeletionImpact {
  /** Codes that go: the code and everything below it. */
  readonly codes: number;
  /** Segments that have one of them. */
  readonly segments: number;
  /** Of these, segments with no other code, which would go as well. */
  readonly emptied: number;
  /** Memos that would go: those on the codes and on the emptied segments. */
  readonly memos: number;
  /** Cases whose judgement names one of them. */
  readonly judgements: number;
}

/**
 * What deleting a code would do, to be asked before it is done.
 * In: the project and the code. Out: the counts under the plan 'delete-tags'; under 'move-to' nothing but
 * the codes and their own memos goes. Scans all segments.
 */
export function deletionImpact(state: ProjectState, codeId: CodeId): DeletionImpact {
  const gone = withDescendants(state, [codeId]);
  let segments = 0;
  const emptied = new Set<string>();
  for (const { id, tags } of state.segments.values()) {
    const left = tags.filter((tag) => !gone.has(tag)).length;
    if (left < tags.length) segments++;
    if (left === 0) emptied.add(id);
  }
  let memos = 0;
  for (const { target } of state.memos.values()) {
    if (target?.table === 'codes' && gone.has(target.id)) memos++;
    if (target?.table === 'segments' && emptied.has(target.id)) memos++;
  }
  let judgements = 0;
  for (const { judgement } of state.cases.values()) if (judgement && gone.has(judgement.codeId)) judgements++;
  return { codes: gone.size, segments, emptied: emptied.size, memos, judgements };
}

export type DeletionFailure = 'code-missing' | 'target-missing' | 'target-not-codable' | 'target-goes-too';

/**
 * Deletes a code with everything below it and their memos.
 * In: the project, the code and what becomes of its segments, the stamp. Out: the draft. Refuses a code
 * that is not there, and segments moved to a code that is missing, a folder, or among those that go.
 */
export function deleteCode(
  state: ProjectState,
  input: { readonly codeId: CodeId; readonly plan: DeletionPlan },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<DeletionFailure | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const { codeId, plan } = input;
  const code = state.codes.get(codeId);
  if (!code) return refuse('code-missing');
  const gone = withDescendants(state, [codeId]);
  if (plan.kind === 'move-to') {
    const target = state.codes.get(plan.codeId);
    if (!target) return refuse('target-missing');
    if (gone.has(target.id)) return refuse('target-goes-too');
    if (!target.codable) return refuse('target-not-codable', { code: nameOf(target, stamp) });
  }
  const draft = new Draft(state);
  replaceCodes(state, draft, gone, plan.kind === 'move-to' ? plan.codeId : null, stamp);
  dropMemos(state, draft, 'codes', gone);
  for (const id of gone) draft.remove('codes', id);
  return ok(draft.finish(message('delete-code', { code: nameOf(code, stamp) })));
}
