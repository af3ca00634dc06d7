import { coOccurrencesTable } from '../domain/exchange/tables/co-occurrences-table';
import type { Sheet, Table } from '../domain/exchange/tables/csv';
import { historyTable } from '../domain/exchange/tables/history-table';
import { memosTable } from '../domain/exchange/tables/memos-table';
import { profileTable } from '../domain/exchange/tables/profile-table';
import { segmentsTable } from '../domain/exchange/tables/segments-table';
import { sourcesTable } from '../domain/exchange/tables/sources-table';
import { tidyTable } from '../domain/exchange/tables/tidy-table';
import type { LabelLanguage } from '../domain/model/language';
import { message } from '../domain/model/message';
import { framingProfile } from '../domain/profile/profile';
import { startRequest } from '../domain/profile/start-request';
import { fileName, saveFile, saveTable, textsForPositions, type Exported } from './export';
import type { Services } from './services';
import type { ProjectSession } from './session';

/** Tables that leave a project, in the order in which they are offered. */
export const tableKinds = [
  'segments',
  'tidy',
  'sources',
  'profiles',
  'co-occurrences',
  'memos',
  'history',
] as const;
export type TableKind = (typeof tableKinds)[number];

export interface TableOptions {
  readonly language: LabelLanguage;
  /** The name of a country for readers, beside its key. */
  readonly countryName: (key: string) => string;
}

/** Texts that several tables need are read once. */
type Texts = () => ReturnType<typeof textsForPositions>;

function textsOnce(session: ProjectSession): Texts {
  let texts: ReturnType<Texts> | undefined;
  return () => (texts ??= textsForPositions(session));
}

async function makeTable(
  session: ProjectSession,
  kind: TableKind,
  { language, countryName }: TableOptions,
  texts: Texts,
): Promise<Table> {
  const { state } = session;
  switch (kind) {
    case 'segments':
      return segmentsTable(state, { language, texts: await texts() });
    case 'tidy':
      return tidyTable(state, { language, texts: await texts() });
    case 'sources':
      return sourcesTable(state);
    case 'profiles':
      return profileTable(framingProfile(state, startRequest(state.codes)), { language, countryName });
    case 'co-occurrences':
      return coOccurrencesTable(state, { language });
    case 'memos':
      return memosTable(state, language);
    case 'history':
      return historyTable(state, await session.history());
  }
}

/** Saves one table as CSV. */
export async function exportTable(
  session: ProjectSession,
  { platform }: Services,
  kind: TableKind,
  options: TableOptions,
): Promise<Exported> {
  const table = await makeTable(session, kind, options, textsOnce(session));
  return saveTable(platform, fileName(session.info.name, kind, 'csv'), table);
}

/** Saves tables as one workbook, a sheet each. Out: with what did not fit into cells. */
export async function exportWorkbook(
  session: ProjectSession,
  { exchange, platform }: Services,
  kinds: readonly TableKind[],
  options: TableOptions & { readonly sheetName: (kind: TableKind) => string },
): Promise<Exported> {
  const texts = textsOnce(session);
  const sheets: Sheet[] = [];
  for (const kind of kinds) {
    sheets.push({ name: options.sheetName(kind), table: await makeTable(session, kind, options, texts) });
  }
  const { bytes, cellsCut } = await exchange.xlsx(sheets);
  const [only] = kinds;
  return saveFile(
    platform,
    {
      name: fileName(session.info.name, kinds.length === 1 && only ? only : 'tables', 'xlsx'),
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    },
    cellsCut > 0 ? [message('loss.cells-cut', { count: cellsCut })] : [],
  );
}
