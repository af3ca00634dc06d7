import { csvText, type Table } from '../domain/exchange/tables/csv';
import { sourcesNeedingText } from '../domain/exchange/tables/code-point-positions';
import { segmentsTable } from '../domain/exchange/tables/segments-table';
import type { SourceId } from '../domain/model/ids';
import type { LabelLanguage } from '../domain/model/language';
import type { Message } from '../domain/model/message';
import { ok, type Result } from '../domain/model/result';
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

/** The texts without which positions cannot be given in code points. */
export async function textsForPositions(session: ProjectSession): Promise<ReadonlyMap<SourceId, string>> {
  const texts = new Map<SourceId, string>();
  for (const id of sourcesNeedingText(session.state)) {
    const body = await session.text(id);
    if (body) texts.set(id, body.text);
  }
  return texts;
}

/** Saves coded segments as CSV: all of them, or those given. */
export async function exportSegmentsCsv(
  session: ProjectSession,
  platform: PlatformPort,
  language: LabelLanguage,
  segments?: readonly CodedSegment[],
): Promise<Exported> {
  const texts = await textsForPositions(session);
  const table = segmentsTable(session.state, { language, texts, ...(segments && { segments }) });
  return saveTable(platform, fileName(session.info.name, 'segments', 'csv'), table);
}
