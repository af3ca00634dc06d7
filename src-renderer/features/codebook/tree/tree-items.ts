import { ancestorsOf, codesUnder, familyRoot } from '../../../domain/codebook/tree';
import type { Code, CodeFamily } from '../../../domain/model/codebook';
import type { CodeId, FamilyId } from '../../../domain/model/ids';
import { labelIn, labelLanguages, type LabelLanguage } from '../../../domain/model/language';
import type { ProjectState } from '../../../domain/model/project';
import { fold } from '../../../domain/text/fold';

/** A row of the tree: a family or a code. A family with a root folder is shown as that folder. */
export interface TreeItem {
  readonly id: string;
  readonly label: string;
  readonly family: CodeFamily;
  /** Absent for the row of a family. */
  readonly code?: Code;
  readonly children: readonly TreeItem[];
}

/** Segments by code: those with the code itself, and those with it or anything below it. */
export interface CodeCounts {
  readonly own: ReadonlyMap<CodeId, number>;
  /** Also by family. Each segment counts once, however many of its codes lead there. */
  readonly all: ReadonlyMap<CodeId | FamilyId, number>;
}

export function countCodes(state: Pick<ProjectState, 'codes' | 'segments'>): CodeCounts {
  const [own, all] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  const above = new Map<CodeId, readonly string[]>();
  for (const code of state.codes.values()) {
    above.set(code.id, [code.id, code.familyId, ...ancestorsOf(state, code.id).map(({ id }) => id)]);
  }
  for (const { tags } of state.segments.values()) {
    for (const tag of tags) count(own, tag);
    for (const id of new Set(tags.flatMap((tag) => above.get(tag) ?? []))) count(all, id);
  }
  return { own, all };
}

/** The families in use, core families first, with their codes; a query keeps what it finds and the way to it. */
export function codebookTree(
  state: Pick<ProjectState, 'families' | 'codes'>,
  language: LabelLanguage,
  query: string,
): readonly TreeItem[] {
  const wanted = fold(query.trim());
  const matches = (code: Code) =>
    wanted === '' ||
    [code.key, ...labelLanguages.map((l) => code.labels[l] ?? '')].some((text) =>
      fold(text).includes(wanted),
    );

  const below = (family: CodeFamily, parentId: CodeId | null): readonly TreeItem[] =>
    codesUnder(state, family.id, parentId)
      .map((code) => ({
        id: code.id,
        label: labelIn(code.labels, language) || code.key,
        family,
        code,
        children: below(family, code.id),
      }))
      .filter(({ code, children }) => children.length > 0 || matches(code));

  return familiesInOrder(state.families)
    .filter((family) => family.enabled)
    .map((family) => {
      const root = familyRoot(state, family.id);
      const label = labelIn(family.labels, language) || family.key;
      return { id: root?.id ?? family.id, label, family, children: below(family, root?.id ?? null) };
    })
    .filter((row) => wanted === '' || row.children.length > 0);
}

/** Core families first. */
export const familiesInOrder = (families: ProjectState['families']): readonly CodeFamily[] =>
  [...families.values()].sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order);

/** The family that a row of the tree stands for; undefined for a code. */
export function familyOfRow(
  state: Pick<ProjectState, 'families' | 'codes'>,
  id: string,
): CodeFamily | undefined {
  const own = state.families.get(id);
  if (own) return own;
  const code = state.codes.get(id);
  return code && familyRoot(state, code.familyId)?.id === id ? state.families.get(code.familyId) : undefined;
}
