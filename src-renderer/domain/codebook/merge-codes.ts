import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/codebook';
import type { CodeId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { refuseFrozen } from './frozen';
import { nameOf } from './names';
import { replaceCodes } from './replace';
import { childrenOf, descendantsOf } from './tree';
import { refuseDuplicates } from './validate';

export type MergeCodesFailure =
  | 'code-missing'
  | 'no-codes'
  | 'target-missing'
  | 'target-not-codable'
  | 'cycle'
  | 'several-memos'
  | 'label-duplicate';

/**
 * Makes one code of several.
 * In: the project, the codes that go and the one that stays, the stamp. Out: the draft: segments,
 * examples, cases and the codes below pass to the one that stays, and so does the one memo. Its own
 * wording stays as it is. Refuses codes that are not there, a folder as the one that stays, one that
 * stands below a code that goes, several memos, and codes below that would have the same label.
 */
export function mergeCodes(
  state: ProjectState,
  input: { readonly from: readonly CodeId[]; readonly into: CodeId },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<MergeCodesFailure | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const into = state.codes.get(input.into);
  if (!into) return refuse('target-missing');
  if (!into.codable) return refuse('target-not-codable', { code: nameOf(into, stamp) });
  const gone = new Set(input.from.filter((id) => id !== into.id));
  if (gone.size === 0) return refuse('no-codes');
  if ([...gone].some((id) => !state.codes.has(id))) return refuse('code-missing');
  if ([...gone].some((id) => descendantsOf(state, id).includes(into))) return refuse('cycle');
  const involved = new Set([...gone, into.id]);
  const memos = [...state.memos.values()].filter(
    ({ target }) => target?.table === 'codes' && involved.has(target.id),
  );
  const [memo, second] = memos;
  if (second) return refuse('several-memos');

  const draft = new Draft(state);
  replaceCodes(state, draft, gone, into.id, stamp);
  const adopted = adopt(state, draft, gone, into);
  if (!adopted.ok) return adopted;
  if (memo && memo.target?.id !== into.id) {
    draft.put('memos', { ...memo, target: { table: 'codes', id: into.id } });
  }
  for (const id of gone) draft.remove('codes', id);
  return ok(draft.finish(message('merge-codes', { count: gone.size, code: nameOf(into, stamp) })));
}

/** Puts the codes below those that go under the one that stays. */
function adopt(
  state: ProjectState,
  draft: Draft,
  gone: ReadonlySet<CodeId>,
  into: Code,
): Result<void, Refusal<'label-duplicate'>> {
  const children = childrenOf(state, into.id).filter(({ id }) => !gone.has(id));
  let order = (children.at(-1)?.order ?? -1) + 1;
  for (const parentId of gone) {
    for (const child of childrenOf(state, parentId)) {
      if (gone.has(child.id)) continue;
      const free = refuseDuplicates(children, child.labels);
      if (!free.ok) return free;
      children.push(child);
      draft.put('codes', { ...child, parentId: into.id, familyId: into.familyId, order: order++ });
      if (child.familyId === into.familyId) continue;
      for (const row of descendantsOf(state, child.id)) {
        draft.edit('codes', row.id, (code) => ({ ...code, familyId: into.familyId }));
      }
    }
  }
  return ok(undefined);
}
