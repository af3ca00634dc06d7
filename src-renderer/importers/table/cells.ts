import type { ImportFailure } from '../../domain/model/import';
import { ok, type Result } from '../../domain/model/result';
import { decodeText } from '../decode/text';
import { failure } from '../draft';
import { readXlsx } from '../xlsx';
import { delimiterOf, parseDelimited } from './delimited';

/**
 * The cells of a table that is no document.
 * In: the name of a file and its bytes: delimited text in any encoding, or a workbook, of which the first
 * sheet with anything on it counts. Out: its rows as they stand, blank cells as ''. Fails as the importers
 * do; never throws.
 */
export async function readCells(
  name: string,
  bytes: Uint8Array,
): Promise<Result<readonly (readonly string[])[], ImportFailure>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheets = await readXlsx(bytes);
    if (!sheets.ok) return sheets;
    const first = sheets.value.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
    if (!first) return failure('empty');
    return ok(first.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
  }
  const decoded = await decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (text.trim() === '') return failure('empty');
  // A line end at the end closes the last row and begins no other.
  const rows = parseDelimited(text.replace(/\r?\n$/, ''), separatorOf(text, name));
  return ok(rows);
}

/** `|` stands between the values of a set here, so that it parts no cells. */
function separatorOf(text: string, name: string): ',' | ';' | '\t' {
  const found = delimiterOf(text, `${name}.csv`);
  if (found !== '|' && found !== undefined) return found;
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  return firstLine.includes('\t') ? '\t' : firstLine.includes(';') ? ';' : ',';
}
