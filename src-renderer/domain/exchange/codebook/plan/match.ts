import type { Code, CodeFamily } from '../../../model/codebook';
import type { CodeId, FamilyId } from '../../../model/ids';
import type { ProjectState } from '../../../model/project';
import { fold } from '../../../text/fold';
import type { CodebookFile, FileCode, FileFamily } from '../file';
import type { CodebookChoices, MatchedBy } from './types';

/** A code of the file and the code of the project that it is. */
export interface Match {
  readonly mine: Code;
  readonly by: MatchedBy;
}

/**
 * Finds the families of a file in a project: by GUID, then by machine name, then by label.
 * In: the project and the file. Out: families of the project by the file's ids, each at most once.
 */
export function matchFamilies(state: ProjectState, file: CodebookFile): ReadonlyMap<FamilyId, CodeFamily> {
  const found = new Map<FamilyId, CodeFamily>();
  const free = new Set(state.families.values());
  const take = (test: (theirs: FileFamily, mine: CodeFamily) => boolean) => {
    for (const theirs of file.families) {
      if (found.has(theirs.id)) continue;
      const mine = [...free].find((family) => test(theirs, family));
      if (!mine) continue;
      found.set(theirs.id, mine);
      free.delete(mine);
    }
  };
  take((theirs, mine) => theirs.id === mine.id);
  take((theirs, mine) => fold(theirs.key) === fold(mine.key));
  take((theirs, mine) => {
    const labels = names(mine.labels);
    return [fold(theirs.key), ...names(theirs.fields.labels ?? {})].some((name) => labels.includes(name));
  });
  return found;
}

/**
 * Finds the codes of a file in a project: by GUID, then by key, then by the whole path of labels, in any
 * language and whatever case and width.
 * In: the project, the file, its families in the project, the place for codes of which the file says none:
 * codes of the same name there come first. Out: matches by the file's ids; each code of the project is
 * matched once at most.
 */
export function matchCodes(
  state: ProjectState,
  file: CodebookFile,
  families: ReadonlyMap<FamilyId, CodeFamily>,
  chosen: CodebookChoices['place'],
): ReadonlyMap<CodeId, Match> {
  const found = new Map<CodeId, Match>();
  const taken = new Set<CodeId>();
  const take = (theirs: FileCode, mine: Code | undefined, by: MatchedBy) => {
    if (!mine || taken.has(mine.id) || found.has(theirs.id)) return;
    found.set(theirs.id, { mine, by });
    taken.add(mine.id);
  };
  for (const code of file.codes) take(code, state.codes.get(code.id), 'id');
  const keys = new Map([...state.codes.values()].map((code) => [fold(code.key), code]));
  for (const code of file.codes) if (code.fields.key) take(code, keys.get(fold(code.fields.key)), 'key');
  const byName = siblingsByName(state);
  for (const code of file.codes) {
    if (found.has(code.id)) continue;
    const place = placesOf(code, found, families, state, chosen);
    const candidates = place.flatMap((parent) =>
      fileNames(code).flatMap((name) => byName.get(`${parent}\u0000${name}`) ?? []),
    );
    take(
      code,
      candidates.find(({ id }) => !taken.has(id)),
      'name',
    );
  }
  return found;
}

/** Under which codes and families of the project a code of the file may stand. */
function placesOf(
  code: FileCode,
  found: ReadonlyMap<CodeId, Match>,
  families: ReadonlyMap<FamilyId, CodeFamily>,
  state: ProjectState,
  chosen: CodebookChoices['place'],
): readonly string[] {
  if (code.parentId !== null) {
    const parent = found.get(code.parentId);
    return parent ? [parent.mine.id] : [];
  }
  if (code.familyId === null) {
    const first = chosen.kind === 'family' ? [chosen.parentId ?? chosen.familyId] : [];
    return [...first, ...state.families.keys()];
  }
  const family = families.get(code.familyId);
  return family ? [family.id] : [];
}

function siblingsByName(state: ProjectState): ReadonlyMap<string, readonly Code[]> {
  const byName = new Map<string, Code[]>();
  for (const code of state.codes.values()) {
    for (const name of new Set(names(code.labels))) {
      const place = `${code.parentId ?? code.familyId}\u0000${name}`;
      const list = byName.get(place);
      if (list) list.push(code);
      else byName.set(place, [code]);
    }
  }
  return byName;
}

/** In: a code of a file. Out: its names in comparison form. */
export const fileNames = (code: FileCode): readonly string[] => [
  ...(code.name?.trim() ? [fold(code.name.trim())] : []),
  ...names(code.fields.labels ?? {}),
];

/** In: labels. Out: those that can be seen, in comparison form. */
export const names = (labels: { readonly [language: string]: string | undefined }): readonly string[] =>
  Object.values(labels)
    .map((label) => fold(label?.trim() ?? ''))
    .filter(Boolean);
