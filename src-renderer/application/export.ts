import { codebookTable } from '../domain/exchange/codebook/codebook-table';
import { csvText, type Table } from '../domain/exchange/tables/csv';
import { codebookQdc } from '../domain/exchange/codebook/qdc';
import { sourcesNeedingText } from '../domain/exchange/tables/code-point-positions';
import { segmentsTable } from '../domain/exchange/tables/segments-table';
import type { FamilyId, SourceId } from '../domain/model/ids';
import type { LabelLanguage } from '../domain/model/language';
import type { Message } from '../domain/model/message';
import type { ProjectState } from '../domain/model/project';
import { fail, ok, type Result } from '../domain/model/result';
import type { CodedSegment } from '../domain/model/segment';
import type { OutputFile, PlatformPort, SaveFailure } from './ports/platform';
import type { ProjectSession } from './session';

/** What files say of the program that wrote them. */
export const ORIGIN = 'Parallax 0.1';

/** What came of an export: saved or cancelled, and what the format could not carry. */
export type Exported = Result<
  { readonly outcome: 'saved' | 'cancelled'; readonly losses: readonly Message[] },
  SaveFailure | { readonly kind: 'no-codes' }
>;

/** A file name that every system takes, kept in the person's own script. */
export function fileName(project: string, what: string, extension: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = `${project} ${what}`.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').replace(/\s+/gu, ' ');
  return `${[...safe.trim()].slice(0, 100).join('')}.${extension}`;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Saves any bytes under a name: pictures come ready from the window. */
export async function saveFile(
  platform: PlatformPort,
  file: OutputFile,
  losses: readonly Message[] = [],
): Promise<Exported> {
  const saved = await platform.saveFile(file);
  return saved.ok ? ok({ outcome: saved.value, losses }) : saved;
}

/** Saves a table as CSV that Excel, R and pandas read alike. */
export const saveTable = (platform: PlatformPort, name: string, table: Table): Promise<Exported> =>
  saveFile(platform, { name, type: 'text/csv', bytes: bytesOf(csvText(table)) });

/** Saves the codebook as CSV, every family and every language in it. */
export function exportCodebookCsv(
  session: ProjectSession,
  platform: PlatformPort,
  language: LabelLanguage,
): Promise<Exported> {
  const name = fileName(session.info.name, 'codebook', 'csv');
  return saveTable(platform, name, codebookTable(session.state, language));
}

export interface QdcWishes {
  readonly families: readonly FamilyId[];
  readonly language: LabelLanguage;
  readonly headings: { readonly include: string; readonly exclude: string; readonly response: string };
}

/** The codebook as REFI-QDA, and what that cannot carry: to be told before it is saved. */
export const qdcFile = (state: ProjectState, wishes: QdcWishes) =>
  codebookQdc(state, { ...wishes, origin: ORIGIN });

/** Saves the codebook as REFI-QDA, which other programs of the field read. */
export async function exportCodebookQdc(
  session: ProjectSession,
  platform: PlatformPort,
  wishes: QdcWishes,
): Promise<Exported> {
  const qdc = qdcFile(session.state, wishes);
  if (!qdc.ok) return fail(qdc.error);
  const name = fileName(session.info.name, 'codebook', 'qdc');
  return saveFile(
    platform,
    { name, type: 'application/xml', bytes: bytesOf(qdc.value.xml) },
    qdc.value.losses,
  );
}

/** Saves coded segments as CSV: all of them, or those given. */
export async function exportSegmentsCsv(
  session: ProjectSession,
  platform: PlatformPort,
  language: LabelLanguage,
  segments?: readonly CodedSegment[],
): Promise<Exported> {
  const texts = new Map<SourceId, string>();
  for (const id of sourcesNeedingText(session.state)) {
    const body = await session.text(id);
    if (body) texts.set(id, body.text);
  }
  const table = segmentsTable(session.state, { language, texts, ...(segments && { segments }) });
  return saveTable(platform, fileName(session.info.name, 'segments', 'csv'), table);
}
