import { Draft } from '../../../history/draft';
import type { ChangeDraft } from '../../../model/change';
import { message } from '../../../model/message';
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
): Result<ChangeDraft, Refusal<'codebook-changed'>> {
  const { basis } = plan;
  const same = (['families', 'codes', 'segments'] as const).every((table) => basis[table] === state[table]);
  if (!same) return refuse('codebook-changed');
  const draft = new Draft(state);
  for (const family of plan.families.added) draft.put('families', family);
  for (const { after } of plan.families.changed) draft.put('families', after);
  for (const code of plan.added) draft.put('codes', code);
  for (const { after } of plan.changed) draft.put('codes', after);
  const count = plan.added.length + plan.changed.length;
  return ok(draft.finish(message('import-codebook', { count })));
}
