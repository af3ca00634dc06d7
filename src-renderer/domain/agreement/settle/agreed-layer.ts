import type { Draft } from '../../history/draft';
import { stableGuid } from '../../model/guid';
import type { CoderId } from '../../model/ids';
import { projectInfo, type ProjectState } from '../../model/project';
import type { Coder } from '../../model/segment';
import { initialsOf } from '../../coders/coders';

/** The agreed layer is nobody's own, so its colour is none of the coders'. */
const AGREED_COLOR = '#6B6B6B';

/** In: a project. Out: the id that its agreed layer's coder has in every copy of it. */
export const agreedCoderIdOf = (state: ProjectState): CoderId =>
  stableGuid('agreed layer', projectInfo(state).id);

/** In: a project. Out: the coders who are persons: all but the agreed layer's, in the order of the table. */
export function personsOf(state: ProjectState): readonly Coder[] {
  const agreed = projectInfo(state).agreedCoderId;
  return [...state.coders.values()].filter(({ id }) => id !== agreed);
}

/**
 * Sees to it that the project has an agreed layer.
 * In: the draft, the project, the layer's name in the language of the window. Out: the layer's coder, who is
 * made, and named in the project's row, where there is none yet. A name that a coder has already gets a number.
 */
export function ensureAgreedCoder(draft: Draft, state: ProjectState, name: string): CoderId {
  const info = projectInfo(state);
  const id = info.agreedCoderId ?? agreedCoderIdOf(state);
  if (!draft.row('coders', id)) {
    const taken = new Set([...state.coders.values()].map((coder) => coder.name));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
    draft.put('coders', { id, name: free, initials: initialsOf(free), color: AGREED_COLOR });
  }
  if (info.agreedCoderId !== id) draft.put('project', { ...info, agreedCoderId: id });
  return id;
}
