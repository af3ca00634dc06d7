/** Values of rows are plain data: texts, numbers, flags, lists and records of them. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Changes some fields of a row.
 * In: the row and the fields; undefined ones stay. Out: the row itself when nothing changes, else a new
 * row. Values are compared as data, not by identity.
 */
export function patched<T extends object>(row: T, patch: Partial<T>): T {
  const changed = Object.entries(patch).filter(
    ([field, value]) => value !== undefined && !same(value, row[field as keyof T]),
  );
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) };
}
