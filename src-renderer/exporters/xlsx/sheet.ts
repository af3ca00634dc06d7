import type { Cell, Table } from '../../domain/exchange/tables/csv';
import { cellXml, columnName, textXml } from './cells';
import { styles } from './styles';

/** The range that a table takes, such as `A1:F20`; `absolute` for the names of a workbook: `$A$1:$F$20`. */
export function rangeOf({ columns, rows }: Table, absolute = false): string {
  const mark = absolute ? '$' : '';
  return `${mark}A${mark}1:${mark}${columnName(columns.length - 1)}${mark}${rows.length + 1}`;
}

/**
 * A table as a sheet, in pieces so that no one string holds all of it.
 * In: a table with at least one column; whether its sheet is the one in front. Out: XML in which the row of
 * names stays in sight while one scrolls, and every column can be filtered.
 */
export function* sheetXml(table: Table, isFront: boolean): Generator<string> {
  const { columns, rows } = table;
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<dimension ref="${rangeOf(table)}"/>` +
    `<sheetViews><sheetView${isFront ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map((name, index) => columnXml(table, name, index)).join('')}</cols>` +
    '<sheetData>'
  );
  const names = columns.map(
    (name, index) => `<c r="${columnName(index)}1" s="${styles.name}" t="inlineStr">${textXml(name)}</c>`,
  );
  yield `<row r="1">${names.join('')}</row>`;
  const letters = columns.map((_, index) => columnName(index));
  const isDate = columns.map((name) => table.dates?.includes(name) ?? false);
  for (const [index, row] of rows.entries()) {
    const number = index + 2;
    const cells = letters.map((letter, column) =>
      cellXml(`${letter}${number}`, row[column] ?? null, isDate[column] ?? false),
    );
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  yield `</sheetData><autoFilter ref="${rangeOf(table)}"/></worksheet>`;
}

const NARROWEST = 8;
const WIDEST = 60;
/** Rows that are enough to judge how wide a column should be. */
const SAMPLE = 200;

function columnXml({ rows }: Table, name: string, index: number): string {
  // Room for the arrow of the filter beside the name.
  let width = name.length + 3;
  for (const row of rows.slice(0, SAMPLE)) width = Math.max(width, widthOf(row[index] ?? null) + 1);
  const number = index + 1;
  const fitted = Math.min(WIDEST, Math.max(NARROWEST, width));
  return `<col min="${number}" max="${number}" width="${fitted}" customWidth="1"/>`;
}

/** Widths are in digits of the standard font; characters of East Asian scripts take two. */
function widthOf(cell: Cell): number {
  const text = cell === null ? '' : String(cell).slice(0, WIDEST);
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g,
  );
  return text.length + (wide?.length ?? 0);
}
