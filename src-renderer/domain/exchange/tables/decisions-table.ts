import type { ConsideredSegment } from '../../model/collaboration';
import type { SourceId } from '../../model/ids';
import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import { codePointPositions } from './code-point-positions';
import type { Cell, Table } from './csv';

/**
 * What was decided on the codings of several coders, a row for each decision, the oldest first.
 * In: the project, the language of labels, and canonical texts at least of the sources that
 * `sourcesNeedingText` names. Out: the table. `considered` is what each coder had coded when it was decided,
 * `agreed` what stands in the agreed layer now. Positions are 0-based code points, half-open, as in the table
 * of coded segments; empty, or `?` within a coding, where the text that they need was not given.
 */
export function decisionsTable(
  state: ProjectState,
  { language, texts }: { readonly language: LabelLanguage; readonly texts: ReadonlyMap<SourceId, string> },
): Table {
  const place = codePointPositions(texts);
  const position = (source: Source | undefined, at: number) => (source ? place(source, at) : null);
  const codeNames = (tags: readonly string[]) =>
    tags.map((id) => labelIn(state.codes.get(id)?.labels ?? {}, language) || id).join(' + ');
  const coding = (
    source: Source | undefined,
    { start, end, tags }: Pick<ConsideredSegment, 'start' | 'end' | 'tags'>,
  ) => `${position(source, start) ?? '?'}–${position(source, end) ?? '?'}: ${codeNames(tags)}`;
  const nameOf = (id: string) => state.coders.get(id)?.name ?? '';
  return {
    columns: [
      'at',
      'decided_by',
      'source',
      'start',
      'end',
      'kind',
      'settlement',
      'considered',
      'agreed',
      'note',
    ],
    dates: ['at'],
    rows: [...state.decisions.values()]
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.start - b.start))
      .map((decision): readonly Cell[] => {
        const source = state.sources.get(decision.sourceId);
        return [
          decision.at,
          nameOf(decision.coderId),
          source?.title ?? '',
          position(source, decision.start),
          position(source, decision.end),
          decision.kind,
          decision.settlement,
          decision.considered.map((each) => `${nameOf(each.coderId)} ${coding(source, each)}`).join('; '),
          decision.result
            .flatMap((id) => state.segments.get(id) ?? [])
            .map((each) => coding(source, each))
            .join('; '),
          decision.note,
        ];
      }),
  };
}
