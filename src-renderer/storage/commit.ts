import Dexie, { type Table } from 'dexie';
import type { Body, CommitFailure } from '../application/ports/storage';
import type { Change, ChangeSet } from '../domain/model/change';
import type { TableName } from '../domain/model/project';
import { fail, invariant, ok, type Result } from '../domain/model/result';
import { sameValue } from './equal';
import { describeRefusal, isFull } from './errors';
import { toRowsOfBodies } from './file-rows';
import type { ProjectDatabase } from './project-database';

interface Row {
  readonly id: string;
}

/** What a change set comes to for one row, however many of its changes touch it. */
interface NetChange {
  readonly before: Row | null;
  readonly after: Row | null;
}
type NetRows = ReadonlyMap<string, NetChange>;
type NetChanges = ReadonlyMap<TableName, NetRows>;

/** Thrown inside the transaction, so that it is rolled back. */
class Conflict extends Error {
  readonly table: TableName;
  readonly id: string;
  constructor(table: TableName, id: string) {
    super(`${table} ${id} is not what the change expected`);
    this.table = table;
    this.id = id;
  }
}

/**
 * Writes a change set in one strict transaction: rows, bodies and the entry of the history, or nothing.
 *
 * Bodies are only ever added. An undone import leaves its texts and files behind, because a redo must
 * find them; without a source they are unreachable and harmless.
 */
export async function commit(
  database: ProjectDatabase,
  changeSet: ChangeSet,
  contents: readonly Body[] = [],
): Promise<Result<void, CommitFailure>> {
  try {
    const net = netChanges(changeSet.changes);
    const bodies = toRowsOfBodies(contents);
    const { changes, ...header } = changeSet;
    const tables = [...net.keys(), 'texts', 'files', 'historyHeaders', 'historyChanges'];
    await database.transaction('rw', tables, async () => {
      for (const [name, rows] of net) await expectRows(database.table(name), name, rows);
      for (const [name, rows] of net) await writeRows(database.table(name), name, rows);
      await database.texts.bulkPut(bodies.texts);
      await database.files.bulkPut(bodies.files);
      await database.historyHeaders.add({ ...header, size: changes.length });
      await database.historyChanges.add({ id: changeSet.id, changes });
    });
    return ok(undefined);
  } catch (error) {
    if (error instanceof Conflict) return fail({ kind: 'conflict', table: error.table, id: error.id });
    return fail(isFull(error) ? { kind: 'full' } : { kind: 'storage', detail: describeRefusal(error) });
  }
}

/**
 * Joins the changes of each row.
 * Throws a Conflict when one of them does not continue where the one before it ended.
 */
function netChanges(changes: readonly Change[]): NetChanges {
  const net = new Map<TableName, Map<string, NetChange>>();
  for (const { table, id, before, after } of changes) {
    invariant(
      (before?.id ?? id) === id && (after?.id ?? id) === id,
      `a change of ${table} ${id} is about it`,
    );
    let rows = net.get(table);
    if (!rows) net.set(table, (rows = new Map()));
    const earlier = rows.get(id);
    if (earlier && !sameValue(earlier.after, before)) throw new Conflict(table, id);
    rows.set(id, { before: earlier ? earlier.before : before, after });
  }
  return net;
}

/** Compares the rows with what the changes expect, those apart that are to be added: adding checks by itself. */
async function expectRows(table: Table<Row, string>, name: TableName, rows: NetRows): Promise<void> {
  const expected = [...rows].filter(([, { before, after }]) => before || !after);
  const found = await table.bulkGet(expected.map(([id]) => id));
  expected.forEach(([id, { before }], index) => {
    if (!sameValue(before, found[index] ?? null)) throw new Conflict(name, id);
  });
}

async function writeRows(table: Table<Row, string>, name: TableName, rows: NetRows): Promise<void> {
  const added: Row[] = [];
  const put: Row[] = [];
  const removed: string[] = [];
  for (const [id, { before, after }] of rows) {
    if (!after) removed.push(id);
    else if (before) put.push(after);
    else added.push(after);
  }
  await table.bulkDelete(removed);
  await table.bulkPut(put);
  await addRows(table, name, added);
}

async function addRows(table: Table<Row, string>, name: TableName, rows: readonly Row[]): Promise<void> {
  try {
    await table.bulkAdd(rows);
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const taken = Object.entries(error.failuresByPos).find(([, { name }]) => name === 'ConstraintError');
    const row = taken && rows[Number(taken[0])];
    throw row ? new Conflict(name, row.id) : error;
  }
}
