import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CoderId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Coder } from '../model/segment';

/** Colours of coders: apart from each other, and never the only sign of a coder. */
export const coderColors = ['#4A6FA5', '#A5574A', '#4A8F6B', '#8A6FB0', '#A58A3A', '#3F8C99'] as const;

const INITIALS_LENGTH = 3;

export type CoderRefusal = Refusal<'coder-unnamed' | 'coder-name-taken' | 'coder-missing'>;

/** In: a name in any script. Out: one or two initials: "Ana Kim" → AK, "中村文子" → 中; '?' for no name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const firsts = words.map((word) => [...word][0] ?? '');
  return firsts.slice(0, 2).join('').toLocaleUpperCase() || '?';
}

/**
 * Adds a coder, who does not become the current one.
 * In: the state, fresh ids, and the name. Out: a draft of one new coder in a colour that is still free
 * (colours come round again after six), or a refusal when the name is blank or taken.
 */
export function addCoder(
  state: ProjectState,
  stamp: Stamp,
  input: { readonly name: string },
): Result<ChangeDraft, CoderRefusal> {
  const coder = newCoder(state, stamp, input.name);
  if (!coder.ok) return coder;
  const draft = new Draft(state);
  draft.put('coders', coder.value);
  return ok(draft.finish(message('add-coder', { name: coder.value.name })));
}

/** The row of a coder who is new, as `addCoder` makes it; refuses what that refuses. */
export function newCoder(
  state: ProjectState,
  stamp: Pick<Stamp, 'newId'>,
  typed: string,
): Result<Coder, CoderRefusal> {
  const name = typed.trim();
  const refused = refuseName(state, name, null);
  if (refused) return refused;
  const used = new Set([...state.coders.values()].map((coder) => coder.color));
  return ok({
    id: stamp.newId(),
    name,
    initials: initialsOf(name),
    color:
      coderColors.find((color) => !used.has(color)) ??
      coderColors[state.coders.size % coderColors.length] ??
      coderColors[0],
  });
}

/**
 * Changes a coder's name, initials (cut to three characters) or colour (#RRGGBB).
 * In: the state, the coder and what is to change. Out: a draft (empty when nothing changes), or a refusal.
 * Initials that were made from the old name follow the new one unless they are given.
 */
export function editCoder(
  state: ProjectState,
  id: CoderId,
  edit: { readonly name?: string; readonly initials?: string; readonly color?: string },
): Result<ChangeDraft, CoderRefusal> {
  const before = state.coders.get(id);
  if (!before) return refuse('coder-missing');
  const name = edit.name?.trim() ?? before.name;
  const refused = refuseName(state, name, id);
  if (refused) return refused;
  const derived = before.initials === initialsOf(before.name) ? initialsOf(name) : before.initials;
  const initials = [...(edit.initials?.trim() ?? '')].slice(0, INITIALS_LENGTH).join('') || derived;
  const after: Coder = { id, name, initials, color: edit.color?.toUpperCase() ?? before.color };
  const draft = new Draft(state);
  const isSame =
    after.name === before.name && after.initials === before.initials && after.color === before.color;
  if (!isSame) draft.put('coders', after);
  const label =
    after.name === before.name
      ? message('edit-coder', { name })
      : message('rename-coder', { from: before.name, name });
  return ok(draft.finish(label));
}

/**
 * Makes a coder the one whose name new segments bear.
 * In: the state and the coder. Out: a draft on the project's row (empty when already so), or a refusal.
 */
export function setCurrentCoder(state: ProjectState, id: CoderId): Result<ChangeDraft, CoderRefusal> {
  const coder = state.coders.get(id);
  if (!coder) return refuse('coder-missing');
  const draft = new Draft(state);
  for (const info of state.project.values()) {
    if (info.currentCoderId !== id) draft.put('project', { ...info, currentCoderId: id });
  }
  return ok(draft.finish(message('set-current-coder', { name: coder.name })));
}

/**
 * In: a project and a name. Out: a coder who has it, whatever its case and width, for two of one name could not
 * be told apart in a list; undefined when the name is free.
 */
export function coderLike({ coders }: Pick<ProjectState, 'coders'>, name: string): Coder | undefined {
  const comparable = (text: string) => text.trim().normalize('NFKC').toLowerCase();
  return [...coders.values()].find((coder) => comparable(coder.name) === comparable(name));
}

function refuseName(state: ProjectState, name: string, self: CoderId | null) {
  if (name === '') return refuse('coder-unnamed');
  const others = new Map([...state.coders].filter(([id]) => id !== self));
  return coderLike({ coders: others }, name) ? refuse('coder-name-taken', { name }) : undefined;
}
