import type { Change, ChangeSet } from '../../model/change';
import type { ProjectState } from '../../model/project';
import type { Cell, Table } from './csv';

/**
 * The history as a table, one row for each row that a gesture touched, the oldest first; a gesture that
 * touched none has one row too.
 * In: the project (for names of coders) and its change sets in order. Out: the table. `kind` is origin, do,
 * undo or redo; `of_change_set` is what an undo or redo is about; `action` is the gesture's name in
 * English words, such as add-source; `what` is added, changed or removed; `fields` are those that changed.
 */
export function historyTable(state: ProjectState, log: readonly ChangeSet[]): Table {
  return {
    columns: [
      'change_set_id',
      'at',
      'coder',
      'kind',
      'of_change_set',
      'action',
      'table',
      'row_id',
      'what',
      'fields',
    ],
    dates: ['at'],
    rows: log.flatMap((set): readonly (readonly Cell[])[] => {
      const gesture: readonly Cell[] = [
        set.id,
        set.at,
        state.coders.get(set.coderId)?.name ?? '',
        set.kind,
        set.target,
        set.label.key,
      ];
      if (set.changes.length === 0) return [[...gesture, null, null, null, null]];
      return set.changes.map((change) => [
        ...gesture,
        change.table,
        change.id,
        whatOf(change),
        fieldsOf(change).join('; '),
      ]);
    }),
  };
}

const whatOf = ({ before, after }: Change): string =>
  before === null ? 'added' : after === null ? 'removed' : 'changed';

function fieldsOf({ before, after }: Change): readonly string[] {
  if (before === null || after === null) return [];
  const old: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]))
    .map(([field]) => field);
}
