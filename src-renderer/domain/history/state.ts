import type { Change, ChangeDraft } from '../model/change';
import type { SourceId } from '../model/ids';
import type { ProjectState, TableName, Tables } from '../model/project';
import { tableNames } from '../model/project';
import type { CodedSegment } from '../model/segment';

/** Reading order of segments: start, then end, then id. Out: negative, zero or positive. */
export function compareSegments(a: CodedSegment, b: CodedSegment): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A state without rows. */
export function emptyState(): ProjectState {
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as Tables;
  return { ...tables, segmentsBySource: new Map(), revision: 0 };
}

/**
 * Builds a state from rows.
 * In: for each table its rows (missing tables are empty). Out: the state with `segmentsBySource` filled.
 */
export function stateFromRows(rows: {
  readonly [T in TableName]?: readonly { readonly id: string }[];
}): ProjectState {
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, new Map((rows[name] ?? []).map((row) => [row.id, row]))]),
  ) as unknown as Tables;
  const bySource = new Map<SourceId, CodedSegment[]>();
  for (const segment of tables.segments.values()) {
    const list = bySource.get(segment.sourceId);
    if (list) list.push(segment);
    else bySource.set(segment.sourceId, [segment]);
  }
  for (const list of bySource.values()) list.sort(compareSegments);
  return { ...tables, segmentsBySource: bySource, revision: 0 };
}

/**
 * Applies changes.
 * In: a state and changes whose `before` need not be checked again (storage has checked them).
 * Out: a new state that shares every untouched table; `revision` is one higher.
 */
export function applyChanges(state: ProjectState, changes: readonly Change[]): ProjectState {
  const touched = new Map<TableName, Map<string, unknown>>();
  const sourcesToIndex = new Set<SourceId>();
  for (const change of changes) {
    let table = touched.get(change.table);
    if (!table) touched.set(change.table, (table = new Map<string, unknown>(state[change.table])));
    if (change.after) table.set(change.id, change.after);
    else table.delete(change.id);
    if (change.table === 'segments') {
      if (change.before) sourcesToIndex.add(change.before.sourceId);
      if (change.after) sourcesToIndex.add(change.after.sourceId);
    }
  }
  const next = { ...state, ...Object.fromEntries(touched), revision: state.revision + 1 } as ProjectState;
  return sourcesToIndex.size === 0
    ? next
    : { ...next, segmentsBySource: reindex(next, changes, sourcesToIndex, state) };
}

function reindex(
  next: ProjectState,
  changes: readonly Change[],
  sources: ReadonlySet<SourceId>,
  before: ProjectState,
): ReadonlyMap<SourceId, readonly CodedSegment[]> {
  const changed = new Set<string>();
  for (const change of changes) if (change.table === 'segments') changed.add(change.id);
  const index = new Map(before.segmentsBySource);
  const arrivals = new Map<SourceId, CodedSegment[]>();
  for (const id of changed) {
    const segment = next.segments.get(id);
    if (!segment) continue;
    const list = arrivals.get(segment.sourceId);
    if (list) list.push(segment);
    else arrivals.set(segment.sourceId, [segment]);
  }
  for (const sourceId of sources) {
    const kept = (before.segmentsBySource.get(sourceId) ?? []).filter((segment) => !changed.has(segment.id));
    const list = [...kept, ...(arrivals.get(sourceId) ?? [])].sort(compareSegments);
    if (list.length > 0) index.set(sourceId, list);
    else index.delete(sourceId);
  }
  return index;
}

/**
 * The inverse of a draft.
 * In: a change draft. Out: its changes in reverse order with before and after exchanged, so that
 * applying a draft and then its inverse gives the state one began with (revision apart).
 */
export function invert(changes: ChangeDraft['changes']): readonly Change[] {
  return changes
    .toReversed()
    .map((change) => ({ ...change, before: change.after, after: change.before }) as Change);
}
