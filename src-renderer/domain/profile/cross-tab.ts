import type { Code } from '../model/codebook';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import { invariant } from '../model/result';
import { columnsOf, familyColumns } from './columns';
import { codingOf } from './coding';
import { keepsSegment, keepsSource, type ProfileFilters } from './request';

export interface CrossTabRequest {
  readonly rowFamily: string;
  readonly columnFamily: string;
  readonly filters: ProfileFilters;
  /** The codes that make the rows and columns; all top-level codes of their family when absent. */
  readonly rowCodes?: readonly CodeId[];
  readonly columnCodes?: readonly CodeId[];
}

/** Two families crossed on the same segment. */
export interface CrossTab {
  readonly rows: readonly Code[];
  readonly columns: readonly Code[];
  /** `counts[row][column]`: segments that carry both codes. */
  readonly counts: readonly (readonly number[])[];
  /** Segments with the row's code; not the sum of its cells where segments carry several codes. */
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /** Segments with the row's code and no code of the column family. */
  readonly rowOnly: readonly number[];
  /** Segments with a code of both families. */
  readonly n: number;
}

/**
 * Crosses two families by segment: tags on one segment belong together, tags on two segments do not,
 * even where they cover the same words.
 * In: the project and two family keys with filters (one country: `filters.countries`).
 * Out: the table of counts; empty where a family does not exist.
 */
export function crossTab(project: ProjectState, request: CrossTabRequest): CrossTab {
  const { state, filters } = codingOf(project, request.filters);
  const rows = familyColumns(state, request.rowFamily, request.rowCodes);
  const columns = familyColumns(state, request.columnFamily, request.columnCodes);
  const counts = rows.codes.map(() => columns.codes.map(() => 0));
  const rowTotals = rows.codes.map(() => 0);
  const rowOnly = rows.codes.map(() => 0);
  const columnTotals = columns.codes.map(() => 0);
  let n = 0;
  for (const [sourceId, segments] of state.segmentsBySource) {
    const source = state.sources.get(sourceId);
    if (!source || !keepsSource(filters, source)) continue;
    for (const segment of segments) {
      if (!keepsSegment(filters, segment)) continue;
      const inRows = columnsOf(rows, segment);
      const inColumns = columnsOf(columns, segment);
      if (inRows.length > 0 && inColumns.length > 0) n++;
      for (const column of inColumns) increment(columnTotals, column);
      for (const row of inRows) {
        increment(rowTotals, row);
        if (inColumns.length === 0) increment(rowOnly, row);
        for (const column of inColumns) increment(counts[row], column);
      }
    }
  }
  return { rows: rows.codes, columns: columns.codes, counts, rowTotals, columnTotals, rowOnly, n };
}

function increment(counts: number[] | undefined, index: number): void {
  const count = counts?.[index];
  invariant(counts && count !== undefined, 'every code has a place in the table');
  counts[index] = count + 1;
}
