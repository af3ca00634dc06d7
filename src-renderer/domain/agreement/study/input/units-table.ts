import { message, type Message } from '../../../model/message';
import { fail, ok, type Result } from '../../../model/result';
import type { TableMaterial } from '../material/material';

/** A table of units × coders as it was read, and what its first column was taken for. */
export interface UnitsTable {
  readonly table: TableMaterial;
  /** The heading of the column that names the units; null where every column is a coder. */
  readonly unitColumn: string | null;
}

/** Headings that say "this column names the units". */
const unitHeadings =
  /^(?:|id|#|no\.?|nr\.?|units?(?:[ _-]?(?:id|name))?|items?(?:[ _-]?id)?|subjects?|cases?|documents?|rows?)$/i;

/**
 * A table of units × coders.
 * In: rows of cells, the first one the headings (names of coders); which coders and categories count (all,
 * where undefined). A cell is empty where the coder gave no value, has `|` between the values of a set, and
 * is a single `|` where the coder looked and gave none. The first column names the units where its heading
 * says so, or where every cell of it is another and none of them is a value in another column.
 * Out: the table; or what is wrong with it (`table.*` messages): no headings, a coder twice or unknown, or a row
 * that is longer than the headings.
 */
export function unitsTable(
  cells: readonly (readonly string[])[],
  only: { readonly coders?: readonly string[]; readonly categories?: readonly string[] } = {},
): Result<UnitsTable, Message> {
  const [headings = [], ...rest] = cells.map((row) => row.map((cell) => cell.trim()));
  // A line without a single comma is an empty line; `,,` is a unit of which nobody said anything.
  const rows = rest.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
  if (headings.every((heading) => heading === '')) return fail(message('table.empty'));
  const long = rows.findIndex((row) => row.slice(headings.length).some((cell) => cell !== ''));
  if (long >= 0) return fail(message('table.long-row', { row: long + 2 }));
  const first = namesUnits(headings, rows) ? 1 : 0;
  const coders = headings.slice(first);
  const twice = coders.find((coder, i) => coders.indexOf(coder) !== i);
  if (twice !== undefined) return fail(message('table.coder-twice', { coder: twice }));
  const stranger = only.coders?.find((coder) => !coders.includes(coder));
  if (stranger !== undefined)
    return fail(message('table.no-such-coder', { coder: stranger, coders: coders.join(', ') }));
  const chosen = only.coders ?? coders;
  const columns = chosen.map((coder) => first + coders.indexOf(coder));
  return ok({
    table: {
      coders: chosen,
      ...(only.categories ? { categories: only.categories } : {}),
      rows: rows.map((row) => columns.map((column) => valueOf(row[column] ?? ''))),
    },
    unitColumn: first === 1 ? (headings[0] ?? '') : null,
  });
}

function valueOf(cell: string): readonly string[] | null {
  if (cell === '') return null;
  return cell.split('|').flatMap((part) => part.trim() || []);
}

function namesUnits(headings: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (headings.length < 3)
    return headings.length === 2 && /^(?:|units?|unit[ _-]?id|id)$/i.test(headings[0] ?? '');
  if (unitHeadings.test(headings[0] ?? '')) return true;
  const names = rows.map(([name = '']) => name);
  if (names.length < 2 || new Set(names).size < names.length || names.includes('')) return false;
  const values = new Set(rows.flatMap((row) => row.slice(1)));
  return !names.some((name) => values.has(name));
}
