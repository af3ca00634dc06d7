import { codesInOrder } from '../../codebook/tree';
import { stateFromRows } from '../../history/state';
import type { Change, ChangeSet } from '../../model/change';
import type { Code } from '../../model/codebook';
import { stableGuid } from '../../model/guid';
import type { TableName, TableRows } from '../../model/project';
import { tableNames } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import { fold } from '../../text/fold';
import type { ProjectContent } from '../project-content';
import { matchIds, mapped, type IdMap } from './match';
import { remapped } from './remap';
import { uniteRows } from './unite-rows';

/** Two rows of one thing that say different things; the first project's stands. */
export interface MergeConflict {
  readonly table: TableName;
  /** In the united project. */
  readonly id: string;
  /** Where they differ. */
  readonly fields: readonly string[];
}

export interface MergeReport {
  /** Rows that only the second project had, by table; 0 included. */
  readonly added: { readonly [T in TableName]: number };
  /** Rows of the second that are the first's under another id, by table. */
  readonly matched: { readonly [T in TableName]: number };
  readonly conflicts: readonly MergeConflict[];
}

/** Order in which tables are united: what is pointed at comes before what points at it. */
const order = [
  'project',
  'coders',
  'families',
  'variables',
  'sources',
  'memos',
  'segments',
  'codes',
  'cases',
  'carried',
  'imports',
  'progress',
  'packages',
  'decisions',
  'views',
] as const satisfies readonly TableName[];

/**
 * Unites two projects, such as the copies of two coders.
 * In: both, whole. Out: the united project and what happened. `matchIds` says what is taken for one thing;
 * of segments those of one id are one, and those of one passage, coder and set of codes. Where both say
 * different things of one thing, the first stands and the conflict is listed; what only one says is kept.
 * Uniting with the same project again changes nothing, and the order of the two matters only for which side
 * stands in conflicts and whose ids are kept. Histories are put together by time.
 */
export function mergeProjects(
  first: ProjectContent,
  second: ProjectContent,
): { readonly content: ProjectContent; readonly report: MergeReport } {
  const known = matchIds(first, second);
  const ids: IdMap = { ...known, segments: matchSegments(first, second, known) };
  const merging = new Merging(first);
  for (const table of order) {
    // Parents before their children, which are of the family of their parent.
    const rows = table === 'codes' ? codesInOrder(second.state) : second.state[table].values();
    for (const row of rows) merging.take(table, remapped(table, row as never, ids));
  }
  const rows = Object.fromEntries(tableNames.map((table) => [table, [...merging.rows[table].values()]]));
  const bodies = <Body extends { readonly sourceId: string }>(
    mine: ReadonlyMap<string, Body>,
    theirs: ReadonlyMap<string, Body>,
  ) => {
    const all = new Map(mine);
    for (const [id, body] of theirs) {
      const own = mapped(ids, 'sources', id);
      if (!all.has(own)) all.set(own, { ...body, sourceId: mapped(ids, 'sources', body.sourceId) });
    }
    return all;
  };
  return {
    content: {
      state: stateFromRows(rows),
      texts: bodies(first.texts, second.texts),
      files: bodies(first.files, second.files),
      log: mergeLogs(first.log, second.log, ids),
    },
    report: {
      added: merging.added,
      matched: countBy(
        (table) =>
          [...second.state[table].keys()].filter((id) => first.state[table].has(ids[table].get(id) ?? ''))
            .length,
      ),
      conflicts: merging.conflicts,
    },
  };
}

const countBy = (count: (table: TableName) => number): { readonly [T in TableName]: number } =>
  Object.fromEntries(tableNames.map((table) => [table, count(table)])) as Record<TableName, number>;

type Rows = { readonly [T in TableName]: Map<string, TableRows[T]> };

/** The united rows in the making. */
class Merging {
  readonly rows: Rows;
  readonly added: Record<TableName, number> = { ...countBy(() => 0) };
  readonly conflicts: MergeConflict[] = [];

  /** Keys and shortcuts of codes that are given away. */
  readonly #taken: { readonly key: Set<string>; readonly shortcut: Set<string> };

  constructor({ state }: ProjectContent) {
    const copies = tableNames.map((table) => [table, new Map<string, unknown>(state[table])]);
    this.rows = Object.fromEntries(copies) as Rows;
    const codes = [...state.codes.values()];
    this.#taken = {
      key: new Set(codes.map(({ key }) => key)),
      shortcut: new Set(codes.map(({ shortcut }) => shortcut)),
    };
  }

  take<T extends TableName>(table: T, row: TableRows[T]): void {
    const rows: Map<string, TableRows[T]> = this.rows[table];
    const own = rows.get(row.id);
    if (own) {
      const united = uniteRows(own, row);
      rows.set(row.id, united.row);
      this.#note(table, row.id, united.contradictions);
      return;
    }
    this.added[table]++;
    const fitted = this.#fitted(table, row);
    rows.set(row.id, fitted.row);
    this.#note(table, row.id, fitted.changed);
  }

  #note(table: TableName, id: string, fields: readonly string[]): void {
    if (fields.length > 0) this.conflicts.push({ table, id, fields });
  }

  /** What must be unique in a project gives way where the first project has it already. */
  #fitted<T extends TableName>(
    table: T,
    row: TableRows[T],
  ): { readonly row: TableRows[T]; readonly changed: readonly string[] } {
    if (table === 'codes') return this.#fittedCode(row as Code) as never;
    if (table === 'variables' && 'name' in row && typeof row.name === 'string') {
      const taken = new Set([...this.rows.variables.values()].map(({ name }) => fold(name)));
      let name = row.name;
      for (let number = 2; taken.has(fold(name)); number++) name = `${row.name} (${number})`;
      return name === row.name ? { row, changed: [] } : { row: { ...row, name }, changed: ['name'] };
    }
    return { row, changed: [] };
  }

  #fittedCode(code: Code): { readonly row: Code; readonly changed: readonly string[] } {
    const changed: string[] = [];
    let row = code;
    for (const field of ['key', 'shortcut'] as const) {
      if (code[field] === '') continue;
      if (this.#taken[field].has(code[field])) {
        row = { ...row, [field]: '' };
        changed.push(field);
      }
      this.#taken[field].add(code[field]);
    }
    const parent = row.parentId === null ? undefined : this.rows.codes.get(row.parentId);
    if (parent && parent.familyId !== row.familyId) {
      row = { ...row, familyId: parent.familyId };
      changed.push('familyId');
    }
    return { row, changed };
  }
}

/** Segments of the second that the first has under another id: one passage, coder and set of codes. */
function matchSegments(first: ProjectContent, second: ProjectContent, ids: IdMap): Map<string, string> {
  const trait = ({ sourceId, start, end, coderId, tags }: CodedSegment) =>
    JSON.stringify([sourceId, start, end, coderId, [...tags].sort()]);
  const byTrait = new Map<string, string>();
  for (const segment of first.state.segments.values()) {
    const key = trait(segment);
    if (!second.state.segments.has(segment.id) && !byTrait.has(key)) byTrait.set(key, segment.id);
  }
  const found = new Map<string, string>();
  for (const segment of second.state.segments.values()) {
    const known = first.state.segments.get(segment.id);
    const sourceId = mapped(ids, 'sources', segment.sourceId);
    // Its source became one of its own, and it goes there with it.
    if (known && known.sourceId !== sourceId)
      found.set(segment.id, stableGuid('merged segment', segment.id, sourceId));
    if (known) continue;
    const key = trait(remapped('segments', segment, ids));
    const own = byTrait.get(key);
    if (own === undefined) continue;
    found.set(segment.id, own);
    byTrait.delete(key);
  }
  return found;
}

/** Both histories by time, each in its own order; an entry that both have is there once. */
function mergeLogs(
  first: readonly ChangeSet[],
  second: readonly ChangeSet[],
  ids: IdMap,
): readonly ChangeSet[] {
  const known = new Set(first.map(({ id }) => id));
  const rest = second.filter(({ id }) => !known.has(id)).map((entry) => remappedEntry(entry, ids));
  const log: ChangeSet[] = [];
  let next = 0;
  for (const entry of first) {
    for (let other = rest[next]; other && other.at < entry.at; other = rest[++next]) log.push(other);
    log.push(entry);
  }
  return [...log, ...rest.slice(next)];
}

function remappedEntry(entry: ChangeSet, ids: IdMap): ChangeSet {
  const row = (change: Change, which: 'before' | 'after') =>
    change[which] && remapped(change.table, change[which] as never, ids);
  return {
    ...entry,
    coderId: mapped(ids, 'coders', entry.coderId),
    changes: entry.changes.map(
      (change) =>
        ({
          table: change.table,
          id: mapped(ids, change.table, change.id),
          before: row(change, 'before'),
          after: row(change, 'after'),
        }) as Change,
    ),
  };
}
