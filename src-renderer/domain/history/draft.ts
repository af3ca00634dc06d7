import type { Change, ChangeDraft } from '../model/change';
import type { Message } from '../model/message';
import type { ProjectState, TableName, TableRows } from '../model/project';

/**
 * Collects what a use case does to the rows of a state, and turns it into a change draft in which
 * every row occurs once, with the state's own row as `before`. Rows are read through the draft, so
 * that two steps of one use case may touch the same row.
 */
export class Draft {
  readonly #state: ProjectState;
  readonly #rows = new Map<TableName, Map<string, TableRows[TableName] | null>>();

  constructor(state: ProjectState) {
    this.#state = state;
  }

  /** In: table and id. Out: the row as this draft leaves it, or undefined when there is none. */
  row<T extends TableName>(table: T, id: string): TableRows[T] | undefined {
    const staged = this.#rows.get(table);
    if (staged?.has(id)) return (staged.get(id) as TableRows[T] | null) ?? undefined;
    return this.#state[table].get(id) as TableRows[T] | undefined;
  }

  /** Adds or replaces a row. */
  put<T extends TableName>(table: T, row: TableRows[T]): void {
    this.#stage(table, row.id, row);
  }

  /** Replaces a row by what `edit` makes of it; a row that is not there stays absent. */
  edit<T extends TableName>(table: T, id: string, edit: (row: TableRows[T]) => TableRows[T]): void {
    const row = this.row(table, id);
    if (row) this.#stage(table, id, edit(row));
  }

  /** Removes a row. */
  remove(table: TableName, id: string): void {
    this.#stage(table, id, null);
  }

  /**
   * Closes the draft.
   * In: its label. Out: the draft; rows that came back to what the state has are left out, so that no
   * changes at all means that there was nothing to do.
   */
  finish(label: Message): ChangeDraft {
    const changes: Change[] = [];
    for (const [table, rows] of this.#rows) {
      for (const [id, after] of rows) {
        const before = this.#state[table].get(id) ?? null;
        if (before !== after) changes.push({ table, id, before, after } as Change);
      }
    }
    return { label, changes };
  }

  #stage(table: TableName, id: string, row: TableRows[TableName] | null): void {
    const staged = this.#rows.get(table);
    if (staged) staged.set(id, row);
    else this.#rows.set(table, new Map([[id, row]]));
  }
}
