import { refuseFrozen } from '../../../codebook/frozen';
import { Draft } from '../../../history/draft';
import type { ChangeDraft } from '../../../model/change';
import { message, type Message } from '../../../model/message';
import type { ProjectState } from '../../../model/project';
import { refuse, type Refusal } from '../../../model/refusal';
import { ok, type Result } from '../../../model/result';
import type { CodebookPlan } from './types';

/**
 * Imports a codebook as it was planned, as one step.
 * In: the project, and a plan made for it. Out: the draft, without changes where there is nothing to do.
 * Refuses a plan for another state of the codebook or of the segments.
 */
export function codebookImportDraft(
  state: ProjectState,
  plan: CodebookPlan,
): Result<ChangeDraft, Refusal<'codebook-changed' | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const { basis } = plan;
  const same = (['families', 'codes', 'segments'] as const).every((table) => basis[table] === state[table]);
  if (!same) return refuse('codebook-changed');
  const count = plan.added.length + plan.changed.length;
  return ok(changesOf(state, plan, message('import-codebook', { count })));
}

/** In: the project of a plan, the plan, a label. Out: what the plan does, under that label. */
export function changesOf(state: ProjectState, plan: CodebookPlan, label: Message): ChangeDraft {
  const draft = new Draft(state);
  for (const family of plan.families.added) draft.put('families', family);
  for (const { after } of plan.families.changed) draft.put('families', after);
  for (const code of plan.added) draft.put('codes', code);
  for (const { after } of plan.changed) draft.put('codes', after);
  return draft.finish(label);
}
