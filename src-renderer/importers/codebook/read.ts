import Papa from 'papaparse';
import type { DescriptionHeadings } from '../../domain/exchange/codebook/code-text';
import type { CodebookFailure, CodebookFile } from '../../domain/exchange/codebook/file';
import { readCodebookJson } from '../../domain/exchange/codebook/read/read-json';
import { readQdc } from '../../domain/exchange/codebook/read/read-qdc';
import { readCodebookRows } from '../../domain/exchange/codebook/read/read-rows';
import { unreadable } from '../../domain/exchange/codebook/read/reading';
import { message } from '../../domain/model/message';
import { ok, type Result } from '../../domain/model/result';
import { decodeText } from '../decode/text';
import { readXlsx } from '../xlsx';
import { readXml } from '../xml/read';

/** English ones, for whoever has no window with strings. */
export const englishHeadings: DescriptionHeadings = {
  include: 'Include',
  exclude: 'Exclude',
  response: 'Response called for',
};

/**
 * Reads a codebook from a file: REFI-QDA (.qdc, .qde), our JSON, CSV with comma, semicolon or tab in any
 * encoding, or a workbook, of which the first sheet with a column of names counts.
 * In: the bytes, by which alone the format is told; the headings that part descriptions, in every language
 * of the window. Out: the codebook. Fails where the file cannot be read or is no codebook; never throws.
 */
export async function readCodebook(
  bytes: Uint8Array,
  headings: readonly DescriptionHeadings[] = [englishHeadings],
): Promise<Result<CodebookFile, CodebookFailure>> {
  if (bytes.length === 0) return unreadable('codebook-empty');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  const decoded = await decodeText(bytes);
  if (!decoded.ok)
    return unreadable('codebook-unreadable', `${decoded.error.kind} ${decoded.error.detail}`.trim());
  const { text, encoding, warnings } = decoded.value;
  const start = text.trimStart().charAt(0);
  if (start === '') return unreadable('codebook-empty');
  if (start === '<') return readMarkup(bytes, headings);
  if (start === '{' || start === '[') return readCodebookJson(text);
  const table = readCodebookRows(tableOf(text), { defused: true });
  const guessed = warnings.some(({ key }) => key === 'encoding-guessed');
  if (!table.ok || !guessed) return table;
  const repair = message('repair.encoding-guessed', { encoding });
  return ok({ ...table.value, repairs: [repair, ...table.value.repairs] });
}

function readMarkup(
  bytes: Uint8Array,
  headings: readonly DescriptionHeadings[],
): Result<CodebookFile, CodebookFailure> {
  const root = readXml(bytes);
  if (root.ok) return readQdc(root.value, headings);
  const { kind, detail, line, column } = root.error;
  return unreadable('codebook-unreadable', `${kind}: ${detail} (${line}:${column})`);
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<CodebookFile, CodebookFailure>> {
  const sheets = await readXlsx(bytes);
  if (!sheets.ok)
    return unreadable('codebook-unreadable', `${sheets.error.kind} ${sheets.error.detail}`.trim());
  const read = sheets.value.map(({ rows }) => readCodebookRows(rows, { defused: false }));
  return read.find(({ ok: readable }) => readable) ?? read[0] ?? unreadable('codebook-empty');
}

const delimiters = [',', ';', '\t'] as const;

/** The rows of CSV; what parts its cells is what parts its first row into most. */
function tableOf(text: string): string[][] {
  const widths = delimiters.map((delimiter) => {
    const [first = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return { delimiter, width: first.length };
  });
  const { delimiter } = widths.reduce((best, each) => (each.width > best.width ? each : best));
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
}
