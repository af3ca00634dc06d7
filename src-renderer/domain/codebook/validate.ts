import type { Code } from '../model/codebook';
import type { CodeId, FamilyId } from '../model/ids';
import { labelIn, labelLanguages, type LabelLanguage, type Labels } from '../model/language';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { fold } from '../text/fold';
import { exceedsGraphemes, shorten } from '../text/graphemes';
import { isBlank } from '../text/range';
import { codesUnder } from './tree';

/** The longest label, in grapheme clusters. */
export const LABEL_LIMIT = 200;

export type LabelFailure = 'label-empty' | 'label-too-long' | 'label-duplicate';
export type LookFailure = 'color-invalid' | 'shortcut-invalid' | 'shortcut-taken';

/**
 * Tidies labels.
 * In: labels as typed. Out: each in one line without white space around it, empty ones left out. Refuses
 * when none is left and when one has more than 200 graphemes.
 */
export function tidyLabels(labels: Labels): Result<Labels, Refusal<LabelFailure>> {
  const tidy: { [language in LabelLanguage]?: string } = {};
  for (const language of labelLanguages) {
    const label = labels[language]?.replace(/\s+/g, ' ').trim() ?? '';
    if (isBlank(label)) continue;
    if (exceedsGraphemes(label, LABEL_LIMIT)) return refuse('label-too-long', { limit: LABEL_LIMIT });
    tidy[language] = label;
  }
  return Object.keys(tidy).length === 0 ? refuse('label-empty') : ok(tidy);
}

/**
 * Whether a label is taken among rows that stand side by side.
 * In: the other rows and the labels wanted. Refuses when one of them has the same label in the same
 * language, whatever its case and width.
 */
export function refuseDuplicates(
  others: Iterable<{ readonly labels: Labels }>,
  labels: Labels,
): Result<void, Refusal<'label-duplicate'>> {
  for (const other of others) {
    for (const language of labelLanguages) {
      const [mine, theirs] = [labels[language], other.labels[language]];
      if (mine && theirs && fold(mine) === fold(theirs)) {
        return refuse('label-duplicate', { label: shorten(mine) });
      }
    }
  }
  return ok(undefined);
}

/**
 * Whether a code may stand at a place under its labels.
 * In: the project, the place, the labels, the code that is not to be compared with itself.
 */
export function checkSiblings(
  state: ProjectState,
  place: { readonly familyId: FamilyId; readonly parentId: CodeId | null },
  labels: Labels,
  codeId?: CodeId,
): Result<void, Refusal<'label-duplicate'>> {
  const siblings = codesUnder(state, place.familyId, place.parentId).filter(({ id }) => id !== codeId);
  return refuseDuplicates(siblings, labels);
}

/**
 * Checks how a code looks and is called up.
 * In: the project, colour and shortcut as typed, the code's own id. Out: the colour as #RRGGBB in upper
 * case and the shortcut in lower case. Refuses another notation, a shortcut that is not '' or one of
 * 1–9 and a–z, and one that another code has.
 */
export function checkLook(
  state: ProjectState,
  look: Pick<Code, 'color' | 'shortcut'>,
  codeId?: CodeId,
): Result<Pick<Code, 'color' | 'shortcut'>, Refusal<LookFailure>> {
  const color = look.color.toUpperCase();
  const shortcut = look.shortcut.toLowerCase();
  if (!/^#[0-9A-F]{6}$/.test(color)) return refuse('color-invalid');
  if (!/^[1-9a-z]?$/.test(shortcut)) return refuse('shortcut-invalid');
  if (shortcut !== '') {
    for (const other of state.codes.values()) {
      if (other.shortcut === shortcut && other.id !== codeId) {
        return refuse('shortcut-taken', {
          shortcut,
          code: shorten(labelIn(other.labels, 'en') || other.key),
        });
      }
    }
  }
  return ok({ color, shortcut });
}
