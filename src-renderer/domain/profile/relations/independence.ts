import type { Code } from '../../model/codebook';
import type { ProjectState } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import type { Source } from '../../model/source';
import { codingOf } from '../coding';
import { columnsOf, familyColumns, type FamilyColumns } from '../columns';
import { keepsSegment, keepsSource, type ProfileFilters } from '../request';
import { contingency, type Contingency, type CountTable } from '../statistics/contingency';
import { independenceTest, type IndependenceTest } from '../statistics/exact-test';
import { primaryOf } from './primary';

/** What makes the rows or columns of a cross-table: codes of a family, or something said of sources. */
export type Axis =
  | { readonly kind: 'family'; readonly familyKey: string }
  | { readonly kind: 'country' | 'documentType' | 'language' };

export interface CrossRequest {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly filters: ProfileFilters;
  /** How many tables are drawn where cells are too small for χ², and from what seed. */
  readonly draws: { readonly tables: number; readonly seed: number };
}

/** A row or a column: a code, or a value of what is said of sources ('' for sources that do not say). */
export type Heading = { readonly code: Code } | { readonly value: string };

export interface CrossAnalysis {
  readonly request: CrossRequest;
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** Segments with the row's and the column's code. A segment with several codes is in several cells. */
  readonly segments: CountTable;
  /** Segments with any row and any column. */
  readonly n: number;
  /** Segments of the row, and of the column, that are in the table at all: denominators of shares. */
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /**
   * The same on sources, each once, classed by its primary codes: what may be tested, since sources are
   * independent of each other where segments of one source are not.
   */
  readonly sources: {
    readonly counts: CountTable;
    readonly figures: Contingency;
    readonly test: IndependenceTest | null;
    /** Sources that have no primary row or column, or several alike. */
    readonly leftOut: number;
  };
}

/**
 * Crosses two families, or a family with what is said of sources, and asks whether they go together.
 * In: the project and the request. Out: counts on segments, to read; counts on sources, to test
 * (`contingency`, and the test that the table allows, `independenceTest`).
 */
export function crossAnalysis(project: ProjectState, request: CrossRequest): CrossAnalysis {
  const { state, filters } = codingOf(project, request.filters);
  const sources = [...state.sources.values()].filter((source) => keepsSource(filters, source));
  const rows = sideOf(state, request.rows, sources, filters);
  const columns = sideOf(state, request.columns, sources, filters);
  const empty = () => rows.headings.map(() => new Array<number>(columns.headings.length).fill(0));
  const [segments, bySource] = [empty(), empty()];
  const rowTotals = rows.headings.map(() => 0);
  const columnTotals = columns.headings.map(() => 0);
  let n = 0;
  let leftOut = 0;
  for (const source of sources) {
    for (const segment of state.segmentsBySource.get(source.id) ?? []) {
      if (!keepsSegment(filters, segment)) continue;
      const inRows = rows.ofSegment(source, segment);
      const inColumns = columns.ofSegment(source, segment);
      if (inRows.length === 0 || inColumns.length === 0) continue;
      n++;
      for (const row of inRows) {
        rowTotals[row] = (rowTotals[row] ?? 0) + 1;
        for (const column of inColumns) add(segments, row, column);
      }
      for (const column of inColumns) columnTotals[column] = (columnTotals[column] ?? 0) + 1;
    }
    const [row, column] = [rows.ofSource(source), columns.ofSource(source)];
    if (row === undefined || column === undefined) leftOut++;
    else add(bySource, row, column);
  }
  const figures = contingency(bySource);
  return {
    request,
    rows: rows.headings,
    columns: columns.headings,
    segments,
    n,
    rowTotals,
    columnTotals,
    sources: {
      counts: bySource,
      figures,
      test: independenceTest(bySource, figures, request.draws),
      leftOut,
    },
  };
}

interface Side {
  readonly headings: readonly Heading[];
  readonly ofSegment: (source: Source, segment: CodedSegment) => readonly number[];
  /** The primary one; undefined where there is none. */
  readonly ofSource: (source: Source) => number | undefined;
}

function sideOf(state: ProjectState, axis: Axis, sources: readonly Source[], filters: ProfileFilters): Side {
  if (axis.kind === 'family') return sideOfFamily(state, familyColumns(state, axis.familyKey), filters);
  const valueOf = (source: Source) => source[axis.kind];
  const values = [...new Set(sources.map(valueOf))].sort(
    (a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1),
  );
  const places = new Map<string, number>(values.map((value, place) => [value, place]));
  const placeOf = (source: Source) => places.get(valueOf(source));
  return {
    headings: values.map((value) => ({ value })),
    ofSegment: (source) => {
      const place = placeOf(source);
      return place === undefined ? [] : [place];
    },
    ofSource: placeOf,
  };
}

function sideOfFamily(state: ProjectState, columns: FamilyColumns, filters: ProfileFilters): Side {
  return {
    headings: columns.codes.map((code) => ({ code })),
    ofSegment: (_source, segment) => columnsOf(columns, segment),
    ofSource: (source) => {
      const primary = primaryOf(state, source, columns, filters);
      return typeof primary === 'number' ? primary : undefined;
    },
  };
}

function add(counts: number[][], row: number, column: number): void {
  const line = counts[row];
  if (line) line[column] = (line[column] ?? 0) + 1;
}
