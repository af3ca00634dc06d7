import type { ProjectState, TableName } from '../../model/project';
import type { Asking } from './asking';
import type { IncomingFile, MergeBase } from './types';

/** For each table: what the ids of the file are in the merged project, where they differ. */
export type IdMap = { readonly [T in TableName]: ReadonlyMap<string, string> };

/** In: a map of ids, a table, an id of the file. Out: its id in the merged project. */
export const mapped = (ids: Pick<IdMap, TableName>, table: TableName, id: string): string =>
  ids[table].get(id) ?? id;

/** One file as it is compared with the project. */
export interface Comparison {
  readonly base: MergeBase;
  readonly file: IncomingFile;
  readonly index: number;
  readonly asking: Asking;
}

/** In: a state. Out: its coder in whose name the agreed layer stands, who is no person; undefined for none. */
export function agreedCoderOf(state: ProjectState): string | undefined {
  for (const { agreedCoderId } of state.project.values()) return agreedCoderId;
  return undefined;
}
