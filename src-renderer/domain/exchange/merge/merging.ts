import { stateFromRows } from '../../history/state';
import { stableGuid } from '../../model/guid';
import type { ProjectState, TableName, TableRows } from '../../model/project';
import { tableNames } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import type { Asking } from './asking';
import { fitted, unfitting, worthAsking, type Rows } from './fitting';
import { rowName, valueText } from './names';
import type { Choice, ItemKind, KeptOurs } from './types';
import { takeTheirs, uniteRows } from './unite-rows';

/** In: what is counted of a table. Out: it for every table. */
export const countBy = (count: (table: TableName) => number): Record<TableName, number> =>
  Object.fromEntries(tableNames.map((table) => [table, count(table)])) as Record<TableName, number>;

/** A row of a file on its way in. */
interface Arrival<T extends TableName> {
  readonly table: T;
  /** As it stands in the merged project. */
  readonly row: TableRows[T];
  /** The id that it has in the file. */
  readonly theirId: string;
  readonly file: number;
  /** The file's own rows, for names. */
  readonly theirs: ProjectState;
}

/** The merged rows in the making. Nothing that is there is changed unless the person says so. */
export class Merging {
  readonly rows: Rows;
  readonly added: Record<TableName, number> = countBy(() => 0);
  readonly keptOurs: KeptOurs[] = [];
  readonly #asking: Asking;

  constructor(state: ProjectState, asking: Asking) {
    const copies = tableNames.map((table) => [table, new Map<string, unknown>(state[table])]);
    this.rows = Object.fromEntries(copies) as Rows;
    this.#asking = asking;
  }

  get state(): ProjectState {
    const rows = tableNames.map((table) => [table, [...this.rows[table].values()]]);
    return stateFromRows(Object.fromEntries(rows));
  }

  /** The rows as they stand, to name things by: cheaper than a state, and without its index of segments. */
  get names(): ProjectState {
    return { ...this.rows, segmentsBySource: new Map(), revision: 0 };
  }

  take<T extends TableName>(arrival: Arrival<T>): void {
    const { table, row, file } = arrival;
    const rows: Map<string, TableRows[T]> = this.rows[table];
    const own = rows.get(row.id);
    if (own) {
      const united = this.#united(arrival, own);
      if (united !== own) rows.set(row.id, united);
      return;
    }
    this.added[table]++;
    const { row: fit, changed } = fitted(this.rows, table, row);
    rows.set(row.id, fit);
    this.#keep(table, file, fit, changed);
  }

  #united<T extends TableName>(arrival: Arrival<T>, own: TableRows[T]): TableRows[T] {
    const { table, row, file } = arrival;
    if (table === 'project') return unitedProject(own as never, row as never) as TableRows[T];
    const { row: united, contradictions } = uniteRows(own, row);
    const fields = worthAsking(table, contradictions);
    if (fields.length === 0) return united;
    const misfits = unfitting(this.rows, table, row, fields);
    this.#keep(table, file, united, misfits);
    const takeable = fields.filter((field) => !misfits.includes(field));
    if (takeable.length === 0) return united;
    if (table === 'segments') return this.#settledSegment(arrival as never, own as never) as TableRows[T];
    const chosen = this.#ask(arrival, own, takeable, ['ours', 'theirs']);
    return chosen === 'theirs' ? takeTheirs(united, row, takeable) : united;
  }

  /** A segment changed on both sides: its parts belong together, so that one of the two stands, or both do. */
  #settledSegment(arrival: Arrival<'segments'>, own: CodedSegment): CodedSegment {
    const { row } = arrival;
    const { row: united, contradictions } = uniteRows(own, row);
    const { sourceId, start, end, coderId, tags, certainty, stance } = row;
    const said = JSON.stringify([sourceId, start, end, coderId, [...tags].sort(), certainty, stance]);
    const twin = stableGuid('changed segment', row.id, said);
    // It came in beside ours before.
    if (this.rows.segments.has(twin)) return united;
    const shown = contradictions.filter(
      (field) => !['quote', 'prefix', 'suffix', 'characters'].includes(field),
    );
    const chosen = this.#ask(arrival, own, shown.length > 0 ? shown : contradictions, [
      'ours',
      'theirs',
      'both',
    ]);
    if (chosen === 'both') {
      this.added.segments++;
      this.rows.segments.set(twin, {
        ...row,
        id: twin,
        memoId: own.memoId === row.memoId ? null : row.memoId,
      });
    }
    return chosen === 'theirs' ? { ...row, memoId: row.memoId ?? own.memoId } : united;
  }

  #ask<T extends TableName>(
    { table, row, theirId, file, theirs }: Arrival<T>,
    own: TableRows[T],
    fields: readonly string[],
    options: readonly Choice[],
  ): Choice {
    const { language } = this.#asking;
    const state = this.names;
    const text = (field: string, of: TableRows[T], where: ProjectState) =>
      valueText(where, field, Object.entries(of).find(([name]) => name === field)?.[1], language);
    const kind: ItemKind = table === 'segments' ? 'segment' : table === 'decisions' ? 'decision' : 'row';
    return this.#asking.ask(
      {
        ...{ file, kind, table, theirs: theirId, ours: own.id, options },
        name: rowName(theirs, table, row, language),
        ourName: rowName(state, table, own, language),
        segments: 0,
        // References of theirs are ours already.
        fields: fields.map((field) => ({
          field,
          ours: text(field, own, state),
          theirs: text(field, row, state),
        })),
        required: false,
      },
      'ours',
    );
  }

  #keep<T extends TableName>(table: T, file: number, row: TableRows[T], fields: readonly string[]): void {
    if (fields.length === 0) return;
    const name = rowName(this.names, table, row, this.#asking.language);
    this.keptOurs.push({ file, table, id: row.id, name, fields });
  }
}

/** The project stays itself; only the coder of an agreed layer that it has none of comes in. */
const unitedProject = (own: TableRows['project'], row: TableRows['project']): TableRows['project'] =>
  own.agreedCoderId === undefined && row.agreedCoderId !== undefined
    ? { ...own, agreedCoderId: row.agreedCoderId }
    : own;
