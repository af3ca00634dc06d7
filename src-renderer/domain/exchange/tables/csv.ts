/** What a cell holds; null is an empty cell: no data. */
export type Cell = string | number | boolean | null;

/**
 * A table for other programs. Column names are English, in lower_snake_case and never change with the
 * language of the window, so that a script written once keeps working.
 */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /**
   * Columns whose texts are dates (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) or moments (ISO 8601 in UTC), for
   * formats that tell dates from texts; none when absent.
   */
  readonly dates?: readonly string[];
}

/** One table of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

/**
 * A table as CSV text.
 *
 * In: a table. Out: RFC 4180 text to be encoded as UTF-8: it begins with U+FEFF, without which Excel reads
 * Chinese, Japanese and Korean as something else; records end with CRLF; fields are quoted where they
 * hold a comma, semicolon, quote, line end, tab, or a space at either end. Booleans are `true` and
 * `false`, numbers are in JavaScript's notation (point as decimal mark), null and non-finite numbers
 * are empty.
 *
 * Formula injection is defused: a *string* that a spreadsheet would run as a formula gets an
 * apostrophe in front, as OWASP recommends. Numbers are never touched, so −5 stays a number.
 */
export function csvText(table: Table): string {
  const records = [table.columns, ...table.rows].map((cells) => cells.map(csvField).join(','));
  return '\ufeff' + records.map((record) => record + '\r\n').join('');
}

/**
 * What a spreadsheet may run: = + − @ and their full-width forms, which Excel folds, also behind white
 * space; and the control characters that OWASP names.
 */
// eslint-disable-next-line no-control-regex
const formula = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\u0000\t\n\r]/;

/** In: a text. Out: whether a spreadsheet would take it for a formula when it is typed or pasted. */
export const looksLikeFormula = (text: string): boolean => formula.test(text);

/** One cell as a CSV field. In: a cell. Out: the field, quoted and defused where needed. */
export function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return String(cell);
  const safe = defused(cell);
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A string that no spreadsheet runs. In: any string. Out: the same with an apostrophe in front where it,
 * behind apostrophes of its own, would be run; so that `undefused` can tell ours from its own.
 */
export const defused = (text: string): string => (formula.test(text.replace(/^'+/, '')) ? `'${text}` : text);

/** The way back. In: what `defused` gave. Out: what it was given. */
export const undefused = (text: string): string =>
  text.startsWith("'") && formula.test(text.replace(/^'+/, '')) ? text.slice(1) : text;
