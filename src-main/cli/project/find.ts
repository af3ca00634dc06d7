import { pathLabels } from '../../../src-renderer/domain/codebook/tree';
import type { CodeFamily } from '../../../src-renderer/domain/model/codebook';
import type { CodeId, CoderId } from '../../../src-renderer/domain/model/ids';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { fold } from '../../../src-renderer/domain/text/fold';
import { Failed } from '../failure';
import { say } from '../text';

/** In: the project and what a person calls a code: id, short name, name in any language, or path. Out: the codes so called. */
export function codesNamed(state: ProjectState, name: string): readonly CodeId[] {
  const wanted = fold(name.trim());
  const found = [...state.codes.values()].filter(({ id, key, labels }) => {
    const names = [id, key, ...Object.values(labels), pathLabels(state, id, 'en').join(' > ')];
    return names.some((each) => each !== '' && fold(each) === wanted);
  });
  if (found.length === 0) throw new Failed(say('failure.no-such-code', { code: name }));
  return found.map(({ id }) => id);
}

/** In: the project and the name of a coder. Out: the coders of that name. */
export function codersNamed(state: ProjectState, name: string): readonly CoderId[] {
  const coders = [...state.coders.values()];
  const found = coders.filter((coder) => coder.id === name || fold(coder.name) === fold(name.trim()));
  if (found.length === 0)
    throw new Failed(
      say('failure.no-such-coder', { coder: name, coders: coders.map((each) => each.name).join(', ') }),
    );
  return found.map(({ id }) => id);
}

/**
 * The family to profile where nobody says which.
 * In: the project. Out: the modes; in a project of another program the family that most segments bear, or
 * undefined where there is none.
 */
export function mainFamily(state: ProjectState): CodeFamily | undefined {
  const families = [...state.families.values()];
  const counts = new Map<string, number>();
  for (const { tags } of state.segments.values())
    for (const id of new Set(tags.map((tag) => state.codes.get(tag)?.familyId)))
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  const count = ({ id }: CodeFamily) => counts.get(id) ?? 0;
  return families.find(({ key }) => key === 'mode') ?? families.toSorted((a, b) => count(b) - count(a))[0];
}

/** In: the project and what a person calls a family: its key or a name. Out: the family. */
export function familyNamed(state: ProjectState, name: string): CodeFamily {
  const families = [...state.families.values()];
  const wanted = fold(name.trim());
  const found = families.find(({ key, labels }) =>
    [key, ...Object.values(labels)].some((each) => fold(each) === wanted),
  );
  if (!found)
    throw new Failed(
      say('failure.no-such-family', { family: name, families: families.map(({ key }) => key).join(', ') }),
    );
  return found;
}

/** In: the project and the family that a call names, if it does. Out: that one, else `mainFamily`; throws where there is none. */
export const familyAsked = (state: ProjectState, named: string | undefined): CodeFamily =>
  (named === undefined ? mainFamily(state) : undefined) ?? familyNamed(state, named ?? 'mode');
