import type { ProjectState } from '../../model/project';
import { ofPersons } from '../../profile/coding';
import type { Cell, Table } from './csv';
import { documentCells, documentColumns } from './document-columns';
import { sourcesInOrder } from './source-order';
import { variableColumns } from './variable-columns';

/**
 * Sources as a table, one row each: by country, then date, title, id.
 * In: the project. Out: the table, with a column for each variable. `characters` are code points,
 * `segments` and `coders` count what persons coded in the source: the agreed layer would count it again.
 */
export function sourcesTable(project: ProjectState): Table {
  const state = ofPersons(project);
  const variables = variableColumns(state);
  return {
    columns: [
      'source_id',
      'title',
      'country',
      'date',
      ...documentColumns,
      'characters',
      'segments',
      'coders',
      ...variables.names,
      'format',
      'file_name',
      'encoding',
      'bytes',
      'sha256',
      'created_at',
      'modified_at',
    ],
    dates: ['date', ...variables.dates, 'created_at', 'modified_at'],
    rows: sourcesInOrder(state).map((source): readonly Cell[] => {
      const segments = state.segmentsBySource.get(source.id) ?? [];
      return [
        source.id,
        source.title,
        source.country,
        source.date,
        ...documentCells(source),
        source.characters,
        segments.length,
        new Set(segments.map(({ coderId }) => coderId)).size,
        ...variables.cells(source),
        source.format,
        source.fileName,
        source.encoding,
        source.bytes,
        source.hash,
        source.createdAt,
        source.modifiedAt,
      ];
    }),
  };
}
