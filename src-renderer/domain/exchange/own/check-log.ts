import type { ChangeSet } from '../../model/change';
import { tableNames, type ProjectState, type TableName } from '../../model/project';
import { danglingIn, type IdLookup, type OwnFault } from './check-rows';

/**
 * Whether a history from a file can be that of a project: each entry once, an undo after what it undoes,
 * and no row, which an undo might bring back, that points at something that never was or lies outside its
 * source.
 * In: the state, its log, the oldest first, each row well-formed. Out: the first fault, or undefined.
 */
export function faultInLog(state: ProjectState, log: readonly ChangeSet[]): OwnFault | undefined {
  const has = everSeen(state, log);
  const done = new Map<string, ChangeSet['kind']>();
  for (const entry of log) {
    const where = `history ${entry.id}`;
    if (done.has(entry.id)) return { where, detail: 'occurs twice' };
    const points = entry.kind === 'undo' || entry.kind === 'redo';
    if (points !== (entry.target !== null)) return { where, detail: `a ${entry.kind} with a wrong target` };
    if (entry.target !== null && done.get(entry.target) !== 'do')
      return { where, detail: 'is about nothing that was done before' };
    if (!has('coders', entry.coderId)) return { where, detail: `coder ${entry.coderId} is not there` };
    done.set(entry.id, entry.kind);
    const detail = faultInChanges(state, entry, has);
    if (detail) return { where, detail };
  }
  return undefined;
}

function faultInChanges(state: ProjectState, { changes }: ChangeSet, has: IdLookup): string | undefined {
  for (const { table, id, before, after } of changes) {
    for (const row of [before, after]) {
      if (!row) continue;
      if (row.id !== id) return `a row of ${table} under another id`;
      const detail = danglingIn(table, row as never, has);
      if (detail) return detail;
      if (table === 'segments' && 'end' in row) {
        const source = state.sources.get(row.sourceId);
        if (source && row.end > source.length) return `segment ${id} ends beyond its source`;
      }
    }
  }
  return undefined;
}

/** Ids of the present rows and of all that the log names. */
function everSeen(state: ProjectState, log: readonly ChangeSet[]): IdLookup {
  const gone = new Map<TableName, Set<string>>(tableNames.map((table) => [table, new Set()]));
  for (const { changes } of log) for (const { table, id } of changes) gone.get(table)?.add(id);
  return (table, id) => state[table].has(id) || gone.get(table)?.has(id) === true;
}
