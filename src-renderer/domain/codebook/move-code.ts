import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodeId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { refuseFrozen } from './frozen';
import { checkPlace, type CodePlace, type PlaceFailure } from './edit-code';
import { nameOf } from './names';
import { codesUnder, descendantsOf } from './tree';
import { checkSiblings } from './validate';

export interface MoveCodeInput extends CodePlace {
  readonly codeId: CodeId;
  /** Position among the siblings there; the last when absent. */
  readonly index?: number;
}

/**
 * Moves a code, with everything below it, to another place or another position among its siblings.
 * In: the project; the code, its new place and its 0-based position among its siblings there (absent:
 * the last); the stamp. Out: the draft, without changes when it stands there already. Codes follow into
 * the family of their new parent. Refuses a code or place that is not there, a place below the code
 * itself, and a place where a sibling has its label.
 */
export function moveCode(
  state: ProjectState,
  input: MoveCodeInput,
  stamp: Stamp,
): Result<
  ChangeDraft,
  Refusal<PlaceFailure | 'code-missing' | 'cycle' | 'label-duplicate' | 'codebook-frozen'>
> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const { codeId, familyId, parentId } = input;
  const code = state.codes.get(codeId);
  if (!code) return refuse('code-missing');
  const place = checkPlace(state, input);
  if (!place.ok) return place;
  const below = descendantsOf(state, codeId);
  if (parentId === codeId || below.some(({ id }) => id === parentId)) return refuse('cycle');
  const elsewhere = parentId !== code.parentId || familyId !== code.familyId;
  const free = elsewhere ? checkSiblings(state, input, code.labels) : ok(undefined);
  if (!free.ok) return free;

  const draft = new Draft(state);
  const label = message('move-code', { code: nameOf(code, stamp) });
  const there = codesUnder(state, familyId, parentId);
  const siblings = there.filter(({ id }) => id !== codeId);
  const index = Math.min(Math.max(input.index ?? siblings.length, 0), siblings.length);
  if (there[index] === code) return ok(draft.finish(label));
  if (elsewhere) draft.put('codes', { ...code, familyId, parentId });
  siblings.toSpliced(index, 0, code).forEach(({ id }, order) => {
    draft.edit('codes', id, (row) => (row.order === order ? row : { ...row, order }));
  });
  if (familyId !== code.familyId) for (const row of below) draft.put('codes', { ...row, familyId });
  return ok(draft.finish(label));
}
