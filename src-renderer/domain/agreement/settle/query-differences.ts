import { withDescendants } from '../../codebook/tree';
import type { CodeId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { ComparedTags, Difference } from './difference';
import type { DifferenceQuery } from './query';
import { standingOf } from './standing';
import { isInCell } from './stretches';

/** In: the project and a query. Out: the codes that are compared; undefined for all of them. */
export function comparedCodes(state: ProjectState, { familyId }: DifferenceQuery): ComparedTags {
  if (familyId === undefined) return undefined;
  return new Set([...state.codes.values()].filter((code) => code.familyId === familyId).map(({ id }) => id));
}

/**
 * Chooses differences.
 * In: the project, differences by place, and the query they are to meet (the codes compared are taken
 * from it as well). Out: those that meet all of it, in its order; disagreements alone unless agreements
 * are asked for, as a kind or by a cell.
 */
export function queryDifferences(
  state: ProjectState,
  differences: readonly Difference[],
  query: DifferenceQuery,
): readonly Difference[] {
  const { kind, codeId, sourceId, country, standing, cell, order = 'characters' } = query;
  const codes: ReadonlySet<CodeId> | undefined =
    codeId === undefined ? undefined : withDescendants(state, [codeId]);
  const compared = comparedCodes(state, query);
  const found = differences.filter(
    (each) =>
      (kind === undefined ? cell !== undefined || each.kind !== 'agreed' : each.kind === kind) &&
      (sourceId === undefined || each.sourceId === sourceId) &&
      (country === undefined || state.sources.get(each.sourceId)?.country === country) &&
      (!codes || each.considered.some(({ tags }) => tags.some((tag) => codes.has(tag)))) &&
      (!cell || isInCell(each, cell, compared)) &&
      (standing === undefined || standingOf(state, each) === standing),
  );
  return order === 'place' ? found : found.sort((a, b) => b.characters - a.characters);
}
