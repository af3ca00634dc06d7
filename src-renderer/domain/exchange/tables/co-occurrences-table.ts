import { codesInOrder } from '../../codebook/tree';
import type { Code } from '../../model/codebook';
import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import { ofPersons } from '../../profile/coding';
import { coOccurrences } from '../../retrieval/co-occurrence';
import type { Cell, Table } from './csv';
import { sourcesInOrder } from './source-order';

/**
 * Which codes stand together, one row for each pair that meets at all, in codebook order.
 * In: the project, the language of labels, and the segments in question in reading order within each
 * source (those of all persons when absent). Out: the table. Codes are those on the segments, each with all below it.
 * `segments_with_both` are segments that carry both; `overlaps` are pairs of segments of one coder that
 * share a character, one with the one code and one with the other, a segment with both being such a pair;
 * `segments` and `other_segments` are those with the one and with the other.
 */
export function coOccurrencesTable(
  project: ProjectState,
  options: { readonly language: LabelLanguage; readonly segments?: readonly CodedSegment[] },
): Table {
  const state = ofPersons(project);
  const segments =
    options.segments ?? sourcesInOrder(state).flatMap(({ id }) => state.segmentsBySource.get(id) ?? []);
  const used = new Set(segments.flatMap(({ tags }) => tags));
  const codes = codesInOrder(state).filter(({ id }) => used.has(id));
  const ids = codes.map(({ id }) => id);
  const together = coOccurrences(state, segments, ids, ids, 'segment');
  const overlapping = coOccurrences(state, segments, ids, ids, 'overlap');
  const describe = (code: Code): readonly Cell[] => [
    code.key,
    labelIn(code.labels, options.language),
    state.families.get(code.familyId)?.key ?? '',
  ];
  const rows: (readonly Cell[])[] = [];
  codes.forEach((code, i) =>
    codes.slice(i + 1).forEach((other, offset) => {
      const j = i + 1 + offset;
      const overlaps = overlapping[i]?.[j] ?? 0;
      // A segment with both is an overlap too, so that nothing is left out here.
      if (overlaps === 0) return;
      rows.push([
        ...describe(code),
        ...describe(other),
        together[i]?.[j] ?? 0,
        overlaps,
        together[i]?.[i] ?? 0,
        together[j]?.[j] ?? 0,
      ]);
    }),
  );
  return {
    columns: [
      'code_key',
      'code',
      'family',
      'other_code_key',
      'other_code',
      'other_family',
      'segments_with_both',
      'overlaps',
      'segments',
      'other_segments',
    ],
    rows,
  };
}
