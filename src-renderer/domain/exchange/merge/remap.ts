import { tableNames, type TableName, type TableRows } from '../../model/project';
import type { JsonValue } from '../../model/view';
import { mapped, type IdMap } from './comparison';

type Remaps = { readonly [T in TableName]: (row: TableRows[T], ids: IdMap) => TableRows[T] };

const each = (ids: IdMap, table: TableName, list: readonly string[]): readonly string[] => [
  ...new Set(list.map((id) => mapped(ids, table, id))),
];

const orNull = (ids: IdMap, table: TableName, id: string | null): string | null =>
  id === null ? null : mapped(ids, table, id);

const remaps: Remaps = {
  project: (row, ids) => ({
    ...row,
    currentCoderId: mapped(ids, 'coders', row.currentCoderId),
    ...(row.packageId && { packageId: mapped(ids, 'packages', row.packageId) }),
    ...(row.agreedCoderId && { agreedCoderId: mapped(ids, 'coders', row.agreedCoderId) }),
  }),
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
  progress: (row, ids) => ({
    ...row,
    sourceId: mapped(ids, 'sources', row.sourceId),
    coderId: mapped(ids, 'coders', row.coderId),
  }),
  packages: (row, ids) => ({
    ...row,
    coderId: mapped(ids, 'coders', row.coderId),
    recodeOf: orNull(ids, 'coders', row.recodeOf),
    sourceIds: each(ids, 'sources', row.sourceIds),
    familyIds: each(ids, 'families', row.familyIds),
    createdBy: mapped(ids, 'coders', row.createdBy),
  }),
  decisions: (row, ids) => ({
    ...row,
    sourceId: mapped(ids, 'sources', row.sourceId),
    considered: row.considered.map((segment) => ({
      ...segment,
      segmentId: mapped(ids, 'segments', segment.segmentId),
      coderId: mapped(ids, 'coders', segment.coderId),
      tags: each(ids, 'codes', segment.tags),
    })),
    result: each(ids, 'segments', row.result),
    coderId: mapped(ids, 'coders', row.coderId),
  }),
  views: (row, ids) => ({
    ...row,
    settings: remappedJson(row.settings, ids),
    figures: remappedJson(row.figures, ids),
    coderId: mapped(ids, 'coders', row.coderId),
  }),
};

/** An analysis keeps ids wherever it likes, as values and as names of values; no two tables share one. */
function remappedJson(value: JsonValue, ids: IdMap): JsonValue {
  const own = (id: string) =>
    tableNames.reduce<string | undefined>((found, table) => found ?? ids[table].get(id), undefined) ?? id;
  const walk = (part: JsonValue): JsonValue => {
    if (typeof part === 'string') return own(part);
    if (typeof part !== 'object' || part === null) return part;
    if (isList(part)) return part.map(walk);
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [own(name), walk(each)]));
  };
  return walk(value);
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** In: a table, a row of the second project, the ids. Out: the row as it stands in the united project. */
export function remapped<T extends TableName>(table: T, row: TableRows[T], ids: IdMap): TableRows[T] {
  return { ...remaps[table](row, ids), id: mapped(ids, table, row.id) };
}
