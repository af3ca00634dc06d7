import { childrenOf, rootsOf } from '../codebook/tree';
import type { Code, CodeFamily } from '../model/codebook';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { CodedSegment } from '../model/segment';

/** The codes that make the columns of a figure, and which of them every other code counts towards. */
export interface FamilyColumns {
  /** Undefined when the project has no such family: there are no columns then. */
  readonly family: CodeFamily | undefined;
  /** In codebook order. */
  readonly codes: readonly Code[];
  /** Index in `codes` by code: a column itself, or the code below its nearest column. */
  readonly indexOf: ReadonlyMap<CodeId, number>;
}

/**
 * Columns of a family.
 * In: the project, a family key, and optionally the codes wanted as columns (ids of other families and
 * unknown ids are ignored). Out: by default the top-level codes: the roots of the family, where a root
 * that is a folder stands for the family itself and gives way to its children. Every other code counts
 * towards its nearest ancestor that is a column; a code without one counts nowhere.
 */
export function familyColumns(
  state: ProjectState,
  familyKey: string,
  wanted?: readonly CodeId[],
): FamilyColumns {
  const family = [...state.families.values()].find(({ key }) => key === familyKey);
  const codes: Code[] = [];
  const indexOf = new Map<CodeId, number>();
  const visit = (siblings: readonly Code[], column: number | undefined, top: boolean): void => {
    for (const code of siblings) {
      const standsForFamily = code.parentId === null && !code.codable;
      const isColumn = wanted ? wanted.includes(code.id) : top && !standsForFamily;
      const index = isColumn ? codes.push(code) - 1 : column;
      if (index !== undefined) indexOf.set(code.id, index);
      visit(childrenOf(state, code.id), index, standsForFamily);
    }
  };
  if (family) visit(rootsOf(state, family.id), undefined, true);
  return { family, codes, indexOf };
}

/**
 * The columns that a segment counts in.
 * In: columns and a segment. Out: their indexes, each once however many of the tags lead there, in the
 * order of the tags.
 */
export function columnsOf({ indexOf }: FamilyColumns, segment: CodedSegment): readonly number[] {
  const found: number[] = [];
  for (const tag of segment.tags) {
    const index = indexOf.get(tag);
    if (index !== undefined && !found.includes(index)) found.push(index);
  }
  return found;
}
