import type { Code } from '../model/codebook';
import { standardFilters, type ProfileRequest } from './request';

/** The keys of the four modes; other framings and passages without a problem claim stand apart from them. */
const fourModes = ['M1', 'M2', 'M3', 'M4'];

/** In: the codes of a project. Out: the columns that "the four modes" mean there; undefined where it has none of them. */
export function modeColumns(codes: ReadonlyMap<string, Code>): readonly string[] | undefined {
  const ids = [...codes.values()].filter(({ key }) => fourModes.includes(key)).map(({ id }) => id);
  return ids.length > 0 ? ids : undefined;
}

/** In: the codes of a project. Out: what a profile begins with: the four modes by coded segments. */
export function startRequest(codes: ReadonlyMap<string, Code>): ProfileRequest {
  const columns = modeColumns(codes);
  return {
    familyKey: 'mode',
    unit: 'segments',
    groupBy: 'country',
    filters: standardFilters,
    ...(columns && { codes: columns }),
  };
}
