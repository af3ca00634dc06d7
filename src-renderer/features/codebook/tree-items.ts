import { codesUnder } from '../../domain/codebook/tree';
import type { Code, CodeFamily } from '../../domain/model/codebook';
import type { CodeId } from '../../domain/model/ids';
import { labelIn, labelLanguages, type LabelLanguage } from '../../domain/model/language';
import type { ProjectState } from '../../domain/model/project';
import type { CodedSegment } from '../../domain/model/segment';
import { fold } from '../../domain/text/fold';

/** A row of the tree. A family whose codes hang under one root folder is shown as that folder. */
export interface TreeItem {
  readonly id: string;
  readonly label: string;
  readonly family: CodeFamily;
  /** Absent for a family without a root folder of its own. */
  readonly code?: Code;
  readonly children: readonly TreeItem[];
}

/** Number of segments by code, the code itself only. */
export function countTags(segments: Iterable<CodedSegment>): ReadonlyMap<CodeId, number> {
  const counts = new Map<CodeId, number>();
  for (const { tags } of segments) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
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

  return [...state.families.values()]
    .filter((family) => family.enabled)
    .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order)
    .map((family): TreeItem => {
      const [root, ...others] = codesUnder(state, family.id, null);
      const label = labelIn(family.labels, language) || family.key;
      return root && others.length === 0 && !root.codable
        ? { id: root.id, label, family, code: root, children: below(family, root.id) }
        : { id: family.id, label, family, children: below(family, null) };
    })
    .filter((row) => wanted === '' || row.children.length > 0);
}
