import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CoderId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Memo, MemoTarget } from '../model/segment';
import { shorten } from '../text/graphemes';
import { isBlank } from '../text/range';

/** In: the project and what the memo is about (null: the project). Out: its memo, or undefined. */
export function memoOn(state: ProjectState, target: MemoTarget | null): Memo | undefined {
  if (target?.table === 'segments') {
    const memoId = state.segments.get(target.id)?.memoId;
    return memoId ? state.memos.get(memoId) : undefined;
  }
  for (const memo of state.memos.values()) {
    if (memo.target?.table === target?.table && memo.target?.id === target?.id) return memo;
  }
  return undefined;
}

export interface MemoInput {
  readonly target: MemoTarget | null;
  readonly title: string;
  /** Serialised rich text, and the same as plain text. */
  readonly body: string;
  readonly plainText: string;
  readonly coderId: CoderId;
}

/**
 * Writes the memo on something: makes it, changes it, or removes it when title and text show nothing.
 * In: the project, the memo, the stamp. Out: the draft, without changes when the memo says the same. A
 * memo keeps the coder who began it. Refuses a target or coder that is not there.
 */
export function setMemo(
  state: ProjectState,
  input: MemoInput,
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'target-missing' | 'coder-missing'>> {
  const { target, title, body, plainText, coderId } = input;
  if (target && !state[target.table].has(target.id)) return refuse('target-missing');
  if (!state.coders.has(coderId)) return refuse('coder-missing');
  const draft = new Draft(state);
  const existing = memoOn(state, target);
  const name = shorten(title) || shorten(plainText);
  if (isBlank(title) && isBlank(plainText)) {
    if (existing) {
      draft.remove('memos', existing.id);
      link(draft, target, null);
    }
    const removed = existing ? shorten(existing.title) || shorten(existing.plainText) : '';
    return ok(draft.finish(message('remove-memo', { memo: removed })));
  }
  const now = stamp.now();
  if (!existing) {
    const memo: Memo = {
      id: stamp.newId(),
      target,
      title,
      body,
      plainText,
      coderId,
      createdAt: now,
      modifiedAt: now,
    };
    draft.put('memos', memo);
    link(draft, target, memo.id);
    return ok(draft.finish(message('add-memo', { memo: name })));
  }
  if (existing.title !== title || existing.body !== body || existing.plainText !== plainText) {
    draft.put('memos', { ...existing, title, body, plainText, modifiedAt: now });
  }
  return ok(draft.finish(message('edit-memo', { memo: name })));
}

/** A segment knows its memo, so that the reader need not search for it. */
function link(draft: Draft, target: MemoTarget | null, memoId: string | null): void {
  if (target?.table === 'segments') draft.edit('segments', target.id, (row) => ({ ...row, memoId }));
}
