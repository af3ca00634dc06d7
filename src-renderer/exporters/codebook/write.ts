import { codebookTable } from '../../domain/exchange/codebook/codebook-table';
import { codebookDocument, type CodebookDocument } from '../../domain/exchange/codebook/document/document';
import type { CodebookFormat, CodebookWishes, WrittenCodebook } from '../../domain/exchange/codebook/formats';
import { codebookHtml } from '../../domain/exchange/codebook/document/html';
import { codebookMarkdown } from '../../domain/exchange/codebook/document/markdown';
import { codebookJson } from '../../domain/exchange/codebook/json';
import { codebookQdc, type QdcFailure } from '../../domain/exchange/codebook/qdc';
import { csvText, type Table } from '../../domain/exchange/tables/csv';
import { message } from '../../domain/model/message';
import type { ProjectState } from '../../domain/model/project';
import { ok, type Result } from '../../domain/model/result';
import { codebookDocx } from '../docx/codebook';
import { countCutCells, writeXlsx } from '../xlsx';

/**
 * Writes a codebook in any of its formats.
 * In: the project, the format, what is wanted. Out: the file, or `no-codes` where .qdc would have none.
 */
export async function writeCodebook(
  state: ProjectState,
  format: CodebookFormat,
  wishes: CodebookWishes,
): Promise<Result<WrittenCodebook, QdcFailure>> {
  const { families, headings, origin } = wishes;
  const some = families ? { families } : {};
  const language = wishes.languages[0];
  switch (format) {
    case 'qdc': {
      const qdc = codebookQdc(state, { ...some, language, origin, headings });
      return qdc.ok ? ok({ bytes: bytesOf(qdc.value.xml), losses: qdc.value.losses }) : qdc;
    }
    case 'json':
      return ok({ bytes: bytesOf(codebookJson(state, { ...some, origin })), losses: [] });
    case 'csv':
      return ok({ bytes: bytesOf(csvText(tableOf(state, wishes))), losses: [] });
    case 'xlsx':
      return ok(await workbook(headings.title, tableOf(state, wishes)));
    case 'md':
      return ok({ bytes: bytesOf(codebookMarkdown(documentOf(state, wishes))), losses: [] });
    case 'html':
      return ok({ bytes: bytesOf(codebookHtml(documentOf(state, wishes))), losses: [] });
    case 'docx':
      return ok({ bytes: await codebookDocx(documentOf(state, wishes)), losses: [] });
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const tableOf = (state: ProjectState, wishes: CodebookWishes): Table =>
  codebookTable(state, wishes.languages[0], wishes);

const documentOf = (state: ProjectState, wishes: CodebookWishes): CodebookDocument =>
  codebookDocument(state, wishes);

async function workbook(name: string, table: Table): Promise<WrittenCodebook> {
  const sheets = [{ name, table }];
  const count = countCutCells(sheets);
  return {
    bytes: await writeXlsx(sheets),
    losses: count > 0 ? [message('loss.cells-cut', { count })] : [],
  };
}
