import type { ConsideredSegment } from '../../model/collaboration';
import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { Cell, Table } from './csv';

/**
 * What was decided on the codings of several coders, a row for each decision, the oldest first.
 * In: the project and the language of labels. Out: the table. `considered` is what each coder had coded when
 * it was decided, `agreed` what stands in the agreed layer now; positions are UTF-16 units of the text.
 */
export function decisionsTable(state: ProjectState, language: LabelLanguage): Table {
  const codeNames = (tags: readonly string[]) =>
    tags.map((id) => labelIn(state.codes.get(id)?.labels ?? {}, language) || id).join(' + ');
  const coding = ({ start, end, tags }: Pick<ConsideredSegment, 'start' | 'end' | 'tags'>) =>
    `${start}–${end}: ${codeNames(tags)}`;
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
      .map((decision): readonly Cell[] => [
        decision.at,
        nameOf(decision.coderId),
        state.sources.get(decision.sourceId)?.title ?? '',
        decision.start,
        decision.end,
        decision.kind,
        decision.settlement,
        decision.considered.map((each) => `${nameOf(each.coderId)} ${coding(each)}`).join('; '),
        decision.result
          .flatMap((id) => state.segments.get(id) ?? [])
          .map(coding)
          .join('; '),
        decision.note,
      ]),
  };
}
