import type { SourceId } from '../../model/ids';
import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import { codePointPositions } from './code-point-positions';
import type { Cell, Table } from './csv';
import { documentCells, documentColumns } from './document-columns';
import { sourcesInOrder } from './source-order';

export interface SegmentsTableOptions {
  readonly language: LabelLanguage;
  /** The segments wanted, in any order; all of the project when absent. */
  readonly segments?: readonly CodedSegment[];
  /** Canonical texts at least of the sources that `sourcesNeedingText` names. */
  readonly texts: ReadonlyMap<SourceId, string>;
}

/**
 * Coded segments as a table, one row per segment: by country, then source (date, title, id), then
 * reading order.
 * In: the project, and the options. Out: the table. `start` and `end` are 0-based code points, half-open,
 * as REFI-QDA counts them, and empty where the text that they need was not given; `start_utf16` and
 * `end_utf16` are the same in UTF-16 units, as JavaScript counts. `codes` has all labels, and one column
 * `code_<family>` per family in use on these segments has the labels of that family, so that a pivot
 * table can cross them. Several values in a cell are separated by '; '.
 */
export function segmentsTable(state: ProjectState, options: SegmentsTableOptions): Table {
  const { language, texts } = options;
  const wanted = options.segments && new Set(options.segments.map(({ id }) => id));
  const listed = sourcesInOrder(state).flatMap((source) => {
    const segments = (state.segmentsBySource.get(source.id) ?? []).filter(
      ({ id }) => !wanted || wanted.has(id),
    );
    return segments.map((segment) => ({ source, segment }));
  });
  const usedFamilies = new Set(
    listed.flatMap(({ segment }) => segment.tags.map((tag) => state.codes.get(tag)?.familyId)),
  );
  const families = [...state.families.values()]
    .filter(({ id }) => usedFamilies.has(id))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
  const position = codePointPositions(texts);

  const labels = (segment: CodedSegment, familyId?: string): string =>
    segment.tags
      .map((tag) => state.codes.get(tag))
      .filter((code) => code !== undefined && (familyId === undefined || code.familyId === familyId))
      .map((code) => (code ? labelIn(code.labels, language) || code.key : ''))
      .join('; ');

  return {
    dates: ['date', 'created_at', 'modified_at'],
    columns: [
      'segment_id',
      'source_id',
      'source',
      'country',
      'date',
      ...documentColumns,
      'start',
      'end',
      'start_utf16',
      'end_utf16',
      'characters',
      'quote',
      'codes',
      'code_keys',
      ...families.map(({ key }) => `code_${key}`),
      'coder',
      'certainty',
      'stance',
      'memo',
      'created_at',
      'modified_at',
    ],
    rows: listed.map(({ source, segment }): readonly Cell[] => [
      segment.id,
      source.id,
      source.title,
      source.country,
      source.date,
      ...documentCells(source),
      position(source, segment.start),
      position(source, segment.end),
      segment.start,
      segment.end,
      segment.characters,
      segment.quote,
      labels(segment),
      segment.tags.map((tag) => state.codes.get(tag)?.key || tag).join('; '),
      ...families.map(({ id }) => labels(segment, id)),
      state.coders.get(segment.coderId)?.name ?? '',
      segment.certainty,
      segment.stance,
      (segment.memoId === null ? undefined : state.memos.get(segment.memoId))?.plainText ?? '',
      segment.createdAt,
      segment.modifiedAt,
    ]),
  };
}
