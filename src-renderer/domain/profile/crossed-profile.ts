import type { ProjectState } from '../model/project';
import { crossTab, type CrossTab } from './cross-tab';
import { sourcesByCountry } from './profile';
import type { ProfileRequest } from './request';

export interface CrossedRow {
  /** The country as sources have it; '' for sources whose country is not set. */
  readonly key: string;
  /** Rows: the codes of the other family. Columns: those of the profile. */
  readonly table: CrossTab;
}

/**
 * A profile crossed with another family, country by country.
 * In: the project, the request of the profile and the key of the other family. Out: a table of segments
 * for every country that the profile has a row for, also where nothing carries codes of both.
 */
export function crossedProfile(
  state: ProjectState,
  request: ProfileRequest,
  familyKey: string,
): readonly CrossedRow[] {
  return [...sourcesByCountry(state, request).keys()].map((key) => ({
    key,
    table: crossTab(state, {
      rowFamily: familyKey,
      columnFamily: request.familyKey,
      ...(request.codes && { columnCodes: request.codes }),
      filters: { ...request.filters, countries: [key] },
    }),
  }));
}
