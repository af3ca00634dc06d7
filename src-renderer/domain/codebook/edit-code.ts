import { Draft } from '../history/draft';
import { patched } from '../history/patch';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/codebook';
import type { CodeId, FamilyId, Stamp } from '../model/ids';
import { labelLanguages, type Labels } from '../model/language';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { refuseFrozen } from './frozen';
import { nameOf } from './names';
import { nextColor } from './palette';
import { codesUnder } from './tree';
import { checkLook, checkSiblings, tidyLabels, type LabelFailure, type LookFailure } from './validate';

export type PlaceFailure = 'family-missing' | 'parent-missing' | 'parent-elsewhere';

/** What a person can say of a code. */
export type CodePatch = Partial<
  Pick<
    Code,
    | 'definition'
    | 'include'
    | 'exclude'
    | 'response'
    | 'indicators'
    | 'color'
    | 'symbol'
    | 'pattern'
    | 'shortcut'
    | 'codable'
  >
> & {
  /** Labels by language; an empty one takes the label away. */
  readonly labels?: Labels;
};

/** Where a code stands: a family, and a code of it or null for its top. */
export interface CodePlace {
  readonly familyId: FamilyId;
  readonly parentId: CodeId | null;
}

/** Refuses a place that does not exist. In: the project and the place. */
export function checkPlace(state: ProjectState, place: CodePlace): Result<void, Refusal<PlaceFailure>> {
  if (!state.families.has(place.familyId)) return refuse('family-missing');
  if (place.parentId === null) return ok(undefined);
  const parent = state.codes.get(place.parentId);
  if (!parent) return refuse('parent-missing');
  return parent.familyId === place.familyId ? ok(undefined) : refuse('parent-elsewhere');
}

/**
 * Makes a code as the last of its siblings.
 * In: the project, the place with labels and whatever else is known, the stamp. Out: the draft; colour,
 * the colour, when not given, is the least used of `codeColors`. Refuses a place that does
 * not exist and what `tidyLabels`, `checkSiblings` and `checkLook` refuse.
 */
export function createCode(
  state: ProjectState,
  input: CodePlace & CodePatch & { readonly labels: Labels },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<PlaceFailure | LabelFailure | LookFailure | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const { familyId, parentId, labels: typed, ...patch } = input;
  const place = checkPlace(state, input);
  if (!place.ok) return place;
  const labels = tidyLabels(typed);
  if (!labels.ok) return labels;
  const free = checkSiblings(state, { familyId, parentId }, labels.value);
  if (!free.ok) return free;
  const color = patch.color ?? nextColor(state);
  const look = checkLook(state, { color, shortcut: patch.shortcut ?? '' });
  if (!look.ok) return look;
  const last = codesUnder(state, familyId, parentId).at(-1);
  const blank: Code = {
    id: stamp.newId(),
    familyId,
    parentId,
    key: '',
    labels: labels.value,
    definition: '',
    include: '',
    exclude: '',
    response: '',
    examples: [],
    indicators: {},
    symbol: 'square',
    pattern: 'solid',
    codable: true,
    ...look.value,
    order: last ? last.order + 1 : 0,
  };
  const code = patched(blank, { ...patch, ...look.value });
  const draft = new Draft(state);
  draft.put('codes', code);
  return ok(draft.finish(message('create-code', { code: nameOf(code, stamp) })));
}

/**
 * Changes what is said of a code: labels, definition, inclusion, exclusion, response, indicators, colour,
 * symbol, pattern, shortcut, whether it is a folder.
 * In: the project, the code and the fields to change, the stamp. Out: the draft, without changes when all
 * stays. Refuses a code that is not there, what `createCode` refuses of these fields, and making a folder
 * of a code that segments have.
 */
export function editCode(
  state: ProjectState,
  input: { readonly codeId: CodeId; readonly patch: CodePatch },
  stamp: Stamp,
): Result<
  ChangeDraft,
  Refusal<'code-missing' | 'code-in-use' | LabelFailure | LookFailure | 'codebook-frozen'>
> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const code = state.codes.get(input.codeId);
  if (!code) return refuse('code-missing');
  const { labels: typed, ...patch } = input.patch;
  const labels = typed ? tidyLabels({ ...code.labels, ...typed }) : ok(code.labels);
  if (!labels.ok) return labels;
  const renamed = labelLanguages.filter((language) => labels.value[language] !== code.labels[language]);
  const free = checkSiblings(
    state,
    code,
    Object.fromEntries(renamed.map((language) => [language, labels.value[language]])),
    code.id,
  );
  if (!free.ok) return free;
  const { color = code.color, shortcut = code.shortcut } = patch;
  const look = checkLook(state, { color, shortcut }, code.id);
  if (!look.ok) return look;
  if (code.codable && patch.codable === false) {
    const count = countUses(state, code.id);
    if (count > 0) return refuse('code-in-use', { count });
  }
  const described = patched(code, { ...patch, ...look.value });
  const next = patched(described, { labels: labels.value });
  const draft = new Draft(state);
  draft.put('codes', next);
  const key = described === code ? 'rename-code' : 'edit-code';
  return ok(draft.finish(message(key, { code: nameOf(next, stamp) })));
}

/** In: the project and a code. Out: the number of segments that have it (scans them all). */
export function countUses(state: ProjectState, codeId: CodeId): number {
  let count = 0;
  for (const { tags } of state.segments.values()) if (tags.includes(codeId)) count++;
  return count;
}
