import readWorkbook from 'read-excel-file/universal';
import type { Cell } from '../../domain/exchange/tables/csv';
import type { ImportFailure } from '../../domain/model/import';
import { ok, type Result } from '../../domain/model/result';
import { ArchiveTooLarge, pack, unpack, type Files } from '../docx/archive';
import { detailOf, failure } from '../draft';

/** A sheet as it stands: every row as long as the longest, cells beyond the last value left out. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Cells of one sheet, empty ones among others included: each row is as wide as the widest. */
const MOST_CELLS = 5_000_000;

/**
 * Reads a workbook of Office Open XML.
 * In: the bytes of an .xlsx file. Out: its sheets in their order. Texts are as they are, not trimmed; days
 * are `YYYY-MM-DD`, moments ISO 8601 in UTC; a formula is its last value; an empty cell is null. Fails with
 * `unsupported` for what is no workbook, `too-large` for more than 100 MB unpacked or five million cells on
 * a sheet, `damaged` for the rest. Never throws.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<readonly SheetRows[], ImportFailure>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return failure('unsupported', 'not a ZIP archive');
  try {
    const files = unpack(bytes, (name) => /\.(xml|rels)$/i.test(name));
    if (!Object.keys(files).some((name) => /^xl\/workbook\.xml$/i.test(name)))
      return failure('unsupported', 'no xl/workbook.xml');
    const cells = mostCells(files);
    if (cells > MOST_CELLS) return failure('too-large', `${cells} cells on a sheet`);
    // Packed anew and not compressed, because the library unpacks large members in a worker made of a blob,
    // which the content security policy forbids.
    const sheets = await readWorkbook(pack(files).buffer, { trim: false });
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })));
  } catch (error) {
    return failure(error instanceof ArchiveTooLarge ? 'too-large' : 'damaged', detailOf(error));
  }
}

/** A single cell in the far corner makes a sheet of seventeen thousand million. */
function mostCells(files: Files): number {
  let most = 0;
  for (const [name, bytes] of Object.entries(files)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    let rows = 0;
    let columns = 0;
    const text = new TextDecoder().decode(bytes);
    for (const [, letters = '', digits] of text.matchAll(/\sr\s*=\s*["']([A-Za-z]{0,7})(\d{1,15})["']/g)) {
      rows = Math.max(rows, Number(digits));
      columns = Math.max(columns, columnNumber(letters));
    }
    most = Math.max(most, rows * columns);
  }
  return most;
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The types of the library say `typeof Date` where a Date comes. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return null;
}
