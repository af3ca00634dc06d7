import type { Code } from '../../model/codebook';
import type { ProjectState, TableName, TableRows } from '../../model/project';
import { isValueOf } from '../../sources/variable';
import { carriedElements } from '../refi/from/carried';

/** A row that cannot be, and what is wrong with it: technical, for the report. */
export interface OwnFault {
  readonly where: string;
  readonly detail: string;
}

/** Whether something has an id: of the present rows, or of those that there ever were. */
export type IdLookup = (table: TableName, id: string) => boolean;

/** What a row of each table points at: pairs of table and id. */
const references: {
  readonly [T in TableName]: (row: TableRows[T]) => readonly (readonly [TableName, string | null])[];
} = {
  project: (row) => [
    ['coders', row.currentCoderId],
    ['coders', row.agreedCoderId ?? null],
    ['packages', row.packageId ?? null],
  ],
  sources: (row) => Object.keys(row.variables).map((id) => ['variables', id] as const),
  families: () => [],
  codes: (row) => [
    ['families', row.familyId],
    ['codes', row.parentId],
    ...row.examples.map((id) => ['segments', id] as const),
  ],
  segments: (row) => [
    ['sources', row.sourceId],
    ['coders', row.coderId],
    ['memos', row.memoId],
    ...row.tags.map((id) => ['codes', id] as const),
  ],
  memos: (row) => [
    ['coders', row.coderId],
    ...(row.target ? [[row.target.table, row.target.id] as const] : []),
  ],
  cases: (row) => [
    ['codes', row.judgement?.codeId ?? null],
    ...row.facts.flatMap(({ codes }) => codes.map((id) => ['codes', id] as const)),
  ],
  variables: () => [],
  coders: () => [],
  // What is carried may outlive its source; it is then left out of the next export, and said so.
  carried: () => [],
  // A report tells of what was there then.
  imports: (row) => [['coders', row.coderId]],
  progress: (row) => [
    ['sources', row.sourceId],
    ['coders', row.coderId],
  ],
  // Sources and families of a package may be removed after it was made.
  packages: (row) => [
    ['coders', row.coderId],
    ['coders', row.recodeOf],
    ['coders', row.createdBy],
  ],
  // What was considered is told as it was then, and what came of it may be coded anew.
  decisions: (row) => [
    ['sources', row.sourceId],
    ['coders', row.coderId],
  ],
  views: (row) => [['coders', row.coderId]],
};

/** In: a table, a row of it, what there is. Out: the first reference without an end; undefined for none. */
export function danglingIn<T extends TableName>(
  table: T,
  row: TableRows[T],
  has: IdLookup,
): string | undefined {
  const lost = references[table](row).find(([other, id]) => id !== null && !has(other, id));
  return lost && `${lost[0]} ${lost[1]} is not there`;
}

/**
 * Whether rows from a file can be those of a project: one project row, every reference resolves, codes are
 * trees within their family, values are of their variable's type.
 * In: the state made of them, each row well-formed. Out: the first fault, or undefined.
 */
export function faultInRows(state: ProjectState): OwnFault | undefined {
  if (state.project.size !== 1) return { where: 'project', detail: `${state.project.size} rows` };
  const has: IdLookup = (table, id) => state[table].has(id);
  for (const table of Object.keys(references) as TableName[]) {
    for (const row of state[table].values()) {
      const detail = danglingIn(table, row as never, has);
      if (detail) return { where: `${table} ${row.id}`, detail };
    }
  }
  return faultInCodes(state) ?? faultInValues(state) ?? faultInCarried(state);
}

function faultInCodes({ codes }: ProjectState): OwnFault | undefined {
  const sound = new Set<string>();
  for (const code of codes.values()) {
    const path = new Set<string>();
    let at: Code | undefined = code;
    while (at && !sound.has(at.id)) {
      if (path.has(at.id)) return { where: `codes ${at.id}`, detail: 'is below itself' };
      path.add(at.id);
      const parent: Code | undefined = at.parentId === null ? undefined : codes.get(at.parentId);
      if (parent && parent.familyId !== at.familyId)
        return { where: `codes ${at.id}`, detail: 'is not of the family of its parent' };
      at = parent;
    }
    if (path.size > DEEPEST) return { where: `codes ${code.id}`, detail: 'lies too deep' };
    for (const id of path) sound.add(id);
  }
  return undefined;
}

/** Trees are walked from the top by functions that call themselves. */
const DEEPEST = 500;

function faultInValues({ sources, variables }: ProjectState): OwnFault | undefined {
  for (const source of sources.values()) {
    for (const [id, value] of Object.entries(source.variables)) {
      const variable = variables.get(id);
      if (variable && !isValueOf(variable.type, value))
        return { where: `sources ${source.id}`, detail: `a value of ${id} is not of type ${variable.type}` };
    }
  }
  return undefined;
}

function faultInCarried({ carried }: ProjectState): OwnFault | undefined {
  for (const { id, kind, element } of carried.values())
    if (carriedElements[kind] !== element.name)
      return { where: `carried ${id}`, detail: `a ${kind} is no ${element.name}` };
  return undefined;
}
