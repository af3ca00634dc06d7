import { codebookTable } from '../../domain/exchange/codebook/codebook-table';
import {
  codebookDocument,
  type CodebookDocument,
  type DocumentHeadings,
} from '../../domain/exchange/codebook/document/document';
import { codebookHtml } from '../../domain/exchange/codebook/document/html';
import { codebookMarkdown } from '../../domain/exchange/codebook/document/markdown';
import { codebookJson } from '../../domain/exchange/codebook/json';
import { codebookQdc, type QdcFailure } from '../../domain/exchange/codebook/qdc';
import { csvText, type Table } from '../../domain/exchange/tables/csv';
import type { FamilyId } from '../../domain/model/ids';
import type { LabelLanguage } from '../../domain/model/language';
import { message, type Message } from '../../domain/model/message';
import type { ProjectState } from '../../domain/model/project';
import { ok, type Result } from '../../domain/model/result';
import { codebookDocx } from '../docx/codebook';
import { countCutCells, writeXlsx } from '../xlsx';

/** What a codebook can be written as, by the ending of its file. */
export const codebookFormats = ['qdc', 'docx', 'html', 'md', 'xlsx', 'csv', 'json'] as const;
export type CodebookFormat = (typeof codebookFormats)[number];

export interface CodebookWishes {
  /** The families to write; where absent, those in use for .qdc and documents, all for tables and JSON. */
  readonly families?: readonly FamilyId[];
  /** The languages of labels, the main one first. JSON has all of them always. */
  readonly languages: readonly [LabelLanguage, ...LabelLanguage[]];
  readonly examples: boolean;
  readonly counts: boolean;
  /** Words that stand in documents and in the descriptions of .qdc, in the main language. */
  readonly headings: DocumentHeadings;
  /** The program and its version. */
  readonly origin: string;
}

/** A file ready to be saved, and what it does not carry: strings under `exchange-report`. */
export interface WrittenCodebook {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly losses: readonly Message[];
}

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
