import { compareSources } from './order';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { CodedSegment } from '../model/segment';
import { codingOf } from './coding';
import { columnsOf, familyColumns } from './columns';
import { sourcesByCountry } from './profile';
import { keepsSegment, type ProfileRequest } from './request';

/** A code of another family that the passages must carry as well. */
export interface CrossedWith {
  readonly familyKey: string;
  readonly codeId: CodeId;
}

/**
 * The passages behind a bar of a profile, or behind a cell where the profile is crossed with another
 * family.
 * In: the project, the request that made the profile, the key of a row, the code of a column (absent:
 * any column), and the code that it is crossed with (absent: none). Out: exactly the segments counted
 * there, by source (date, title, id), then reading order.
 */
export function passages(
  project: ProjectState,
  request: ProfileRequest,
  key: string,
  codeId?: CodeId,
  crossed?: CrossedWith,
): readonly CodedSegment[] {
  const { state, filters } = codingOf(project, request.filters);
  const columns = familyColumns(state, request.familyKey, request.codes);
  const wanted = columns.codes.findIndex(({ id }) => id === codeId);
  const others = crossed && familyColumns(state, crossed.familyKey);
  const other = others?.codes.findIndex(({ id }) => id === crossed?.codeId) ?? -1;
  return (sourcesByCountry(state, request).get(key) ?? [])
    .toSorted(compareSources)
    .flatMap((source) => state.segmentsBySource.get(source.id) ?? [])
    .filter((segment) => {
      if (!keepsSegment(filters, segment)) return false;
      if (others && !columnsOf(others, segment).includes(other)) return false;
      const found = columnsOf(columns, segment);
      return codeId === undefined ? found.length > 0 : found.includes(wanted);
    });
}
