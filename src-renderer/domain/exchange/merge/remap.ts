import type { TableName, TableRows } from '../../model/project';
import { mapped, type IdMap } from './match';

type Remaps = { readonly [T in TableName]: (row: TableRows[T], ids: IdMap) => TableRows[T] };

const each = (ids: IdMap, table: TableName, list: readonly string[]): readonly string[] => [
  ...new Set(list.map((id) => mapped(ids, table, id))),
];

const orNull = (ids: IdMap, table: TableName, id: string | null): string | null =>
  id === null ? null : mapped(ids, table, id);

const remaps: Remaps = {
  project: (row, ids) => ({ ...row, currentCoderId: mapped(ids, 'coders', row.currentCoderId) }),
  sources: (row, ids) => ({
    ...row,
    variables: Object.fromEntries(
      Object.entries(row.variables).map(([id, value]) => [mapped(ids, 'variables', id), value]),
    ),
  }),
  families: (row) => row,
  codes: (row, ids) => ({
    ...row,
    familyId: mapped(ids, 'families', row.familyId),
    parentId: orNull(ids, 'codes', row.parentId),
    examples: each(ids, 'segments', row.examples),
  }),
  segments: (row, ids) => ({
    ...row,
    sourceId: mapped(ids, 'sources', row.sourceId),
    coderId: mapped(ids, 'coders', row.coderId),
    tags: each(ids, 'codes', row.tags),
    memoId: orNull(ids, 'memos', row.memoId),
  }),
  memos: (row, ids) => ({
    ...row,
    target: row.target && { ...row.target, id: mapped(ids, row.target.table, row.target.id) },
    coderId: mapped(ids, 'coders', row.coderId),
  }),
  cases: (row, ids) => ({
    ...row,
    judgement: row.judgement && { ...row.judgement, codeId: mapped(ids, 'codes', row.judgement.codeId) },
    facts: row.facts.map((fact) => ({ ...fact, codes: each(ids, 'codes', fact.codes) })),
  }),
  variables: (row) => row,
  coders: (row) => row,
  carried: (row, ids) => ({ ...row, sourceId: orNull(ids, 'sources', row.sourceId) }),
  imports: (row, ids) => ({
    ...row,
    coderId: mapped(ids, 'coders', row.coderId),
    files: row.files.map((file) => ({
      ...file,
      sources: file.sources.map((source) => ({ ...source, id: mapped(ids, 'sources', source.id) })),
    })),
  }),
};

/** In: a table, a row of the second project, the ids. Out: the row as it stands in the united project. */
export function remapped<T extends TableName>(table: T, row: TableRows[T], ids: IdMap): TableRows[T] {
  return { ...remaps[table](row, ids), id: mapped(ids, table, row.id) };
}
