import { compareSources } from './order';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { CodedSegment } from '../model/segment';
import { columnsOf, familyColumns } from './columns';
import { sourcesByCountry } from './profile';
import { keepsSegment, type ProfileRequest } from './request';

/**
 * The passages behind a bar of a profile.
 * In: the project, the request that made the profile, the key of a row and the code of a column (absent:
 * any column). Out: exactly the segments counted there, by source (date, title, id), then reading order.
 */
export function passages(
  state: ProjectState,
  request: ProfileRequest,
  key: string,
  codeId?: CodeId,
): readonly CodedSegment[] {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const wanted = columns.codes.findIndex(({ id }) => id === codeId);
  return (sourcesByCountry(state, request).get(key) ?? [])
    .toSorted(compareSources)
    .flatMap((source) => state.segmentsBySource.get(source.id) ?? [])
    .filter((segment) => {
      if (!keepsSegment(request.filters, segment)) return false;
      const found = columnsOf(columns, segment);
      return codeId === undefined ? found.length > 0 : found.includes(wanted);
    });
}
