import type { Code } from '../../model/codebook';
import type { TableName, TableRows } from '../../model/project';
import { fold } from '../../text/fold';

/** Rows in the making. */
export type Rows = { readonly [T in TableName]: Map<string, TableRows[T]> };

/**
 * What must be unique or in its place in a project gives way where a row comes in.
 * In: the rows that are there, the table, the row. Out: the row as it fits, and which of its fields gave way: keys
 * and shortcuts of codes, names of variables and coders (which get a number), the family of a code below another.
 */
export function fitted<T extends TableName>(
  rows: Rows,
  table: T,
  row: TableRows[T],
): { readonly row: TableRows[T]; readonly changed: readonly string[] } {
  if (table === 'codes') return fittedCode(rows, row as Code) as never;
  if ((table === 'variables' || table === 'coders') && 'name' in row && typeof row.name === 'string') {
    const taken = new Set(
      [...rows[table === 'coders' ? 'coders' : 'variables'].values()].map(({ name }) => fold(name)),
    );
    let name = row.name;
    for (let number = 2; taken.has(fold(name)); number++) name = `${row.name} (${number})`;
    return name === row.name ? { row, changed: [] } : { row: { ...row, name }, changed: ['name'] };
  }
  return { row, changed: [] };
}

function fittedCode(rows: Rows, code: Code): { readonly row: Code; readonly changed: readonly string[] } {
  const changed: string[] = [];
  let row = code;
  for (const field of ['key', 'shortcut'] as const) {
    if (code[field] === '' || !isTaken(rows, field, code)) continue;
    row = { ...row, [field]: '' };
    changed.push(field);
  }
  const parent = row.parentId === null ? undefined : rows.codes.get(row.parentId);
  if (parent && parent.familyId !== row.familyId) {
    row = { ...row, familyId: parent.familyId };
    changed.push('familyId');
  }
  return { row, changed };
}

function isTaken(rows: Rows, field: 'key' | 'shortcut', code: Code): boolean {
  for (const other of rows.codes.values())
    if (other.id !== code.id && other[field] === code[field]) return true;
  return false;
}

/** What comes with the original file, which is ours where the texts are one. */
const ofTheFile = [
  'format',
  'fileName',
  'encoding',
  'hash',
  'bytes',
  'length',
  'characters',
  'warnings',
] as const;

/** Fields in which ours stands without a word: they say nothing of the research. */
const silent: { readonly [T in TableName]?: readonly string[] } = {
  project: ['name', 'packageId', 'agreedCoderId'],
  sources: ofTheFile,
  progress: ['at'],
};

/**
 * In: the table, and the fields in which two rows of one thing contradict each other. Out: without those in which
 * nobody need choose, such as the name of the project and the form of an original file.
 */
export const worthAsking = (table: TableName, fields: readonly string[]): readonly string[] =>
  fields.filter((field) => !(silent[table] ?? []).includes(field));

/**
 * In: the rows that are there, a table, our row and theirs, the fields in which they differ. Out: the fields in which
 * theirs cannot stand: short names that are given away, a place in the tree that would be none, a code in use as a
 * folder, the type of a variable, and what is only handed on.
 */
export function unfitting<T extends TableName>(
  rows: Rows,
  table: T,
  theirs: TableRows[T],
  fields: readonly string[],
): readonly string[] {
  if (table === 'carried' || table === 'imports') return fields;
  if (table === 'variables') return fields.filter((field) => field === 'type');
  if (table === 'coders' || table === 'families')
    return fields.filter((field) => field === 'name' && fitted(rows, table, theirs).changed.includes('name'));
  if (table !== 'codes') return [];
  const code = theirs as Code;
  const misplaced = !fitsTree(rows, code);
  return fields.filter(
    (field) =>
      ((field === 'key' || field === 'shortcut') && isTaken(rows, field, code)) ||
      ((field === 'parentId' || field === 'familyId') && misplaced) ||
      (field === 'codable' && !code.codable),
  );
}

/** Within the family that it has, below a code that is not below it. */
function fitsTree(rows: Rows, { id, familyId, parentId }: Code): boolean {
  if (rows.codes.get(id)?.familyId !== familyId) return false;
  for (let at = parentId; at !== null;) {
    const code = rows.codes.get(at);
    if (!code || code.id === id || code.familyId !== familyId) return false;
    at = code.parentId;
  }
  return true;
}
