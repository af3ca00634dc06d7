import type { Cell } from '../../domain/exchange/tables/csv';
import { oneLine } from '../../domain/text/one-line';

/** A table whose columns have names, each its own. */
export interface Grid {
  /** Of the sheet, or '' where a file is one table. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** As other programs count it, from 1. */
  readonly number: number;
  /** As many as there are columns. */
  readonly cells: readonly string[];
}

const LONGEST_NAME = 60;
// Numbers, dates and addresses are what stands under a name.
const VALUE = /^[\d\s.,:/+-]+$|^https?:/i;

/**
 * Makes a grid of the rows of a file. The first row that is not empty names the columns where its cells look
 * like names; where they do not, the columns are named by letters as spreadsheets do.
 * In: the name of the sheet and its rows, which may differ in length. Out: the grid without empty rows and
 * without columns that are empty throughout.
 */
export function gridOf(name: string, raw: readonly (readonly Cell[])[]): Grid {
  const rows = raw
    .map((cells, i) => ({ number: i + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const used = Array.from({ length: width }, (_, i) => i).filter((i) =>
    rows.some(({ cells }) => (cells[i] ?? '').trim() !== ''),
  );
  const full = rows.map(({ number, cells }) => ({ number, cells: used.map((i) => cells[i] ?? '') }));
  const [first] = full;
  const isNamed = first !== undefined && full.length > 1 && namesColumns(first.cells);
  const columns = used.map((at, i) => (isNamed ? oneLine(first.cells[i] ?? '') : '') || letters(at));
  return { name, columns: distinct(columns), rows: isNamed ? full.slice(1) : full };
}

const textOf = (cell: Cell): string => (cell === null ? '' : String(cell));

function namesColumns(cells: readonly string[]): boolean {
  const names = cells.map(oneLine).filter((cell) => cell !== '');
  return (
    2 * names.length > cells.length &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= LONGEST_NAME && !VALUE.test(name))
  );
}

/** A, B … Z, AA. In: the place of a column from 0. */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; seen.has(unique); n++) unique = `${name} (${n})`;
    seen.add(unique);
    return unique;
  });
}
