import type { Cell } from '../../domain/exchange/tables/csv';
import type { ImportChoices } from '../../domain/model/import';
import { ok } from '../../domain/model/result';
import type { SourceFormat } from '../../domain/model/source';
import { layOut, type BlockDraft } from '../../domain/text/canonical';
import { draftOf, failure, type DraftFileResult } from '../draft';
import { readXlsx, type SheetRows } from '../xlsx';
import { parseDelimited, type Delimiter } from './delimited';
import { gridOf, type Grid } from './grid';
import { rolesOf } from './roles';
import { documentsOf } from './rows';

/** One row of a million cells would make as many of every other. */
const MOST_CELLS = 20_000_000;

/** Reads a workbook of Excel: a document for each row of its sheets, or all of it as one. */
export async function readWorkbook(bytes: Uint8Array, choices: ImportChoices): Promise<DraftFileResult> {
  const sheets = await readXlsx(bytes);
  if (!sheets.ok) return sheets;
  const [{ rows } = { rows: [] }] = sheets.value;
  return articlesOrRows('xlsx', rows, sheets.value, choices);
}

/** Reads text in which a delimiter parts cells and line ends part rows. */
export function readDelimited(
  text: string,
  delimiter: Delimiter,
  choices: ImportChoices,
): Promise<DraftFileResult> {
  const rows = parseDelimited(text, delimiter);
  return articlesOrRows('csv', rows, [{ name: '', rows }], choices);
}

/** News databases export tables as well, a workbook or the same as CSV. */
async function articlesOrRows(
  format: SourceFormat,
  rows: SheetRows['rows'],
  sheets: readonly SheetRows[],
  choices: ImportChoices,
): Promise<DraftFileResult> {
  const { articlesOr } = await import('../news');
  return articlesOr({ format, rows }, choices.reading, () => readSheets(format, sheets, choices));
}

function readSheets(
  format: SourceFormat,
  sheets: readonly SheetRows[],
  choices: ImportChoices,
): DraftFileResult {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some(hasText)));
  if (filled.length === 0) return failure('no-text');
  const cells = Math.max(...filled.map(({ rows }) => rows.length * widthOf(rows)));
  if (cells > MOST_CELLS) return failure('too-large', `${cells} cells`);
  const grids = filled.map(({ name, rows }) => gridOf(name, rows));
  return readGrids(format, grids, choices, () => wholeOf(filled));
}

const widthOf = (rows: SheetRows['rows']): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 0);

const hasText = (cell: Cell): boolean => cell !== null && String(cell).trim() !== '';

/**
 * Reads grids as one document for each row, or as one for all.
 * In: the grids, what the person says, and what makes the text of the whole. Without a word of the person, a
 * file with nothing like text in its rows is one document.
 */
export function readGrids(
  format: SourceFormat,
  grids: readonly Grid[],
  choices: ImportChoices,
  whole: () => readonly BlockDraft[],
): DraftFileResult {
  const { columns, hasText: isTexts } = rolesOf(grids, choices.columns);
  const reading = choices.reading ?? (isTexts ? 'rows' : 'document');
  if (reading === 'rows') {
    const { drafts, warnings } = documentsOf(grids, columns);
    return ok({ format, drafts, warnings, columns, readings: ['rows', 'document'] });
  }
  const body = layOut(whole());
  if (body.blocks.length === 0) return failure('no-text');
  return ok({ format, drafts: [draftOf(body)], columns, readings: ['document', 'rows'] });
}

/** Every cell of every row, the names of the columns among them; sheets under their names. */
const wholeOf = (sheets: readonly SheetRows[]): BlockDraft[] =>
  sheets.flatMap(({ name, rows }) => [
    ...(sheets.length > 1 ? [{ kind: 'heading', level: 1, text: name } as const] : []),
    ...rows.map((row) => ({
      kind: 'table-row' as const,
      level: 0,
      text: row
        .map((cell) => (cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim()))
        .join('\t')
        .trimEnd(),
    })),
  ]);
