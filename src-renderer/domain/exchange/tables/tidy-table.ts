import { pathLabels } from '../../codebook/tree';
import type { SourceId } from '../../model/ids';
import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import { codePointPositions } from './code-point-positions';
import type { Cell, Table } from './csv';
import { documentCells, documentColumns } from './document-columns';
import { sourcesInOrder } from './source-order';
import { variableColumns } from './variable-columns';

export interface TidyTableOptions {
  readonly language: LabelLanguage;
  /** The segments wanted, in any order; all of the project when absent. */
  readonly segments?: readonly CodedSegment[];
  /** Canonical texts at least of the sources that `sourcesNeedingText` names. */
  readonly texts: ReadonlyMap<SourceId, string>;
}

/**
 * The coding in long format (Wickham 2014, Journal of Statistical Software 59(10)): one row for each tag of
 * each segment, one value in each cell, everything known of segment, code, coder and source beside it, so
 * that R and pandas group and count without cleaning.
 * In: the project, and the options. Out: the table, by country, source, reading order and order of the
 * tags. A segment with three tags has three rows: count `segment_id` once for segments. Positions are
 * 0-based code points, half-open; empty where the text that they need was not given.
 */
export function tidyTable(state: ProjectState, options: TidyTableOptions): Table {
  const { language, texts } = options;
  const wanted = options.segments && new Set(options.segments.map(({ id }) => id));
  const variables = variableColumns(state);
  const position = codePointPositions(texts);
  const rows: (readonly Cell[])[] = [];
  for (const source of sourcesInOrder(state)) {
    const ofSource: readonly Cell[] = [
      source.id,
      source.title,
      source.country,
      source.date,
      source.date === '' ? null : Number(source.date.slice(0, 4)),
      ...documentCells(source),
      source.characters,
      ...variables.cells(source),
    ];
    for (const segment of state.segmentsBySource.get(source.id) ?? []) {
      if (wanted && !wanted.has(segment.id)) continue;
      const ofSegment: readonly Cell[] = [
        position(source, segment.start),
        position(source, segment.end),
        segment.characters,
        segment.quote,
        segment.certainty,
        segment.stance,
        segment.createdAt,
        segment.modifiedAt,
      ];
      for (const tag of segment.tags) {
        const code = state.codes.get(tag);
        rows.push([
          segment.id,
          tag,
          code?.key ?? '',
          code ? labelIn(code.labels, language) : '',
          pathLabels(state, tag, language).join(' > '),
          state.families.get(code?.familyId ?? '')?.key ?? '',
          state.coders.get(segment.coderId)?.name ?? '',
          ...ofSegment,
          ...ofSource,
        ]);
      }
    }
  }
  return {
    columns: [
      'segment_id',
      'code_id',
      'code_key',
      'code',
      'code_path',
      'family',
      'coder',
      'start',
      'end',
      'characters',
      'quote',
      'certainty',
      'stance',
      'created_at',
      'modified_at',
      'source_id',
      'source',
      'country',
      'date',
      'year',
      ...documentColumns,
      'source_characters',
      ...variables.names,
    ],
    dates: ['created_at', 'modified_at', 'date', ...variables.dates],
    rows,
  };
}
