import type { Sheet } from '../../domain/exchange/tables/csv';

/** What Excel takes: characters (UTF-16 units) in a cell, and rows on a sheet without that of the names. */
export const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_575;
const LONGEST_NAME = 31;

const MARK = ' […]';

/** In: the text of a cell. Out: the text, or as much of it as a cell takes, with a mark where it was cut. */
export function cellText(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const end = LONGEST_CELL - MARK.length;
  const cutsPair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return text.slice(0, cutsPair ? end - 1 : end) + MARK;
}

/** How many cells a workbook of these sheets shows only the beginning of: to be told to the person. */
export function countCutCells(sheets: readonly Sheet[]): number {
  let count = 0;
  for (const { table } of sheets) {
    for (const row of table.rows) {
      for (const cell of row) if (typeof cell === 'string' && cell.length > LONGEST_CELL) count++;
    }
  }
  return count;
}

/** Sheets as Excel takes them: longer tables go on on further sheets, names are short, plain and unlike. */
export function fitting(sheets: readonly Sheet[]): readonly Sheet[] {
  const taken = new Set<string>();
  return sheets.flatMap(({ name, table }) => {
    const parts: Sheet[] = [];
    for (let from = 0; from === 0 || from < table.rows.length; from += MOST_ROWS) {
      const rows = table.rows.length <= MOST_ROWS ? table.rows : table.rows.slice(from, from + MOST_ROWS);
      parts.push({ name: uniqueName(name, taken), table: { ...table, rows } });
    }
    return parts;
  });
}

function uniqueName(wanted: string, taken: Set<string>): string {
  // eslint-disable-next-line no-control-regex
  const plain = wanted.replace(/[\u0000-\u001f[\]:*?/\\]+/g, ' ').replace(/^[\s']+|[\s']+$/g, '') || 'Sheet';
  let name = cut(plain, LONGEST_NAME);
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const ending = ` (${number})`;
    name = cut(plain, LONGEST_NAME - ending.length) + ending;
  }
  taken.add(name.toLowerCase());
  return name;
}

const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
