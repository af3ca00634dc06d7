import { Draft } from '../history/draft';
import { patched } from '../history/patch';
import type { ChangeDraft } from '../model/change';
import type { CodeFamily } from '../model/codebook';
import type { FamilyId, Stamp } from '../model/ids';
import { labelLanguages, type Labels } from '../model/language';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { fold } from '../text/fold';
import { shorten } from '../text/graphemes';
import { refuseFrozen } from './frozen';
import { nameOf } from './names';
import { familyRoot } from './tree';
import { refuseDuplicates, tidyLabels, type LabelFailure } from './validate';

/**
 * Makes a family of the researcher's own, switched on, as the last one.
 * In: the project, its labels, the stamp. Out: the draft; the first label is also its machine name.
 * Refuses what `tidyLabels` refuses, and a label or machine name that another family has.
 */
export function createFamily(
  state: ProjectState,
  input: { readonly labels: Labels },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<LabelFailure | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const labels = checkLabels(state, input.labels);
  if (!labels.ok) return labels;
  const families = [...state.families.values()];
  const family: CodeFamily = {
    id: stamp.newId(),
    key: firstLabel(labels.value),
    labels: labels.value,
    core: false,
    enabled: true,
    order: Math.max(-1, ...families.map(({ order }) => order)) + 1,
  };
  const draft = new Draft(state);
  draft.put('families', family);
  return ok(draft.finish(message('create-family', { family: nameOf(family, stamp) })));
}

/**
 * Gives a family other labels, and the folder that stands for it the same; its machine name stays.
 * In: the project, the family and labels by language (an empty one takes the label away), the stamp.
 * Out: the draft. Refuses a family that is not there and what `createFamily` refuses.
 */
export function renameFamily(
  state: ProjectState,
  input: { readonly familyId: FamilyId; readonly labels: Labels },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<LabelFailure | 'family-missing' | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const family = state.families.get(input.familyId);
  if (!family) return refuse('family-missing');
  const labels = checkLabels(state, { ...family.labels, ...input.labels }, family.id);
  if (!labels.ok) return labels;
  const next = patched(family, { labels: labels.value });
  const draft = new Draft(state);
  draft.put('families', next);
  const root = familyRoot(state, family.id);
  if (root) draft.put('codes', patched(root, { labels: labels.value }));
  return ok(draft.finish(message('rename-family', { family: nameOf(next, stamp) })));
}

/**
 * Switches a family on or off for this project; its codes and segments stay either way.
 * In: the project, the family and whether it is used, the stamp. Out: the draft. Refuses a family that is
 * not there.
 */
export function enableFamily(
  state: ProjectState,
  input: { readonly familyId: FamilyId; readonly enabled: boolean },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'family-missing' | 'codebook-frozen'>> {
  const frozen = refuseFrozen(state);
  if (frozen) return frozen;
  const family = state.families.get(input.familyId);
  if (!family) return refuse('family-missing');
  const draft = new Draft(state);
  draft.put('families', patched(family, { enabled: input.enabled }));
  const key = input.enabled ? 'enable-family' : 'disable-family';
  return ok(draft.finish(message(key, { family: nameOf(family, stamp) })));
}

const firstLabel = (labels: Labels): string =>
  labelLanguages.map((language) => labels[language]).find(Boolean) ?? '';

function checkLabels(
  state: ProjectState,
  typed: Labels,
  familyId?: FamilyId,
): Result<Labels, Refusal<LabelFailure>> {
  const labels = tidyLabels(typed);
  if (!labels.ok) return labels;
  const others = [...state.families.values()].filter(({ id }) => id !== familyId);
  const free = refuseDuplicates(others, labels.value);
  if (!free.ok) return free;
  // Profiles and exchange find a family by its machine name.
  const key = firstLabel(labels.value);
  const taken = others.some((family) => fold(family.key) === fold(key));
  return taken ? refuse('label-duplicate', { label: shorten(key) }) : labels;
}
