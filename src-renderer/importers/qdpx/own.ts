import { faultInLog } from '../../domain/exchange/own/check-log';
import { faultInRows, type OwnFault } from '../../domain/exchange/own/check-rows';
import { faultInText, sourceWithoutText } from '../../domain/exchange/own/check-texts';
import { OWN_VERSION, type OwnManifest } from '../../domain/exchange/own/manifest';
import {
  BLOCKS_MEMBER,
  FILES_MEMBER,
  HISTORY_MEMBER,
  MANIFEST_MEMBER,
  tableMember,
  textOfRow,
} from '../../domain/exchange/own/members';
import type { ProjectContent } from '../../domain/exchange/project-content';
import { stateFromRows } from '../../domain/history/state';
import type { ChangeSet } from '../../domain/model/change';
import { tableNames, type ProjectState } from '../../domain/model/project';
import { fail, ok, type Result } from '../../domain/model/result';
import type { SourceFile, SourceText } from '../../domain/model/source';
import { sha256 } from '../hash';
import { OwnMemberFault, OwnMembers, parsed, type OwnArchive } from './own-lines';
import {
  changeSetSchema,
  fileSchema,
  manifestSchema,
  rowSchemas,
  textSchema,
  versionSchema,
} from './own-rows';

export type OwnFailure =
  /** Written by a newer Parallax in a way that this one does not know. */
  | { readonly kind: 'newer'; readonly found: number; readonly supported: number }
  /** Not what a Parallax wrote: damaged, or changed by other hands. Technical, for the report. */
  | { readonly kind: 'malformed'; readonly where: string; readonly detail: string };

/** The rows of a project and its history, without bodies. */
export interface OwnRows {
  readonly state: ProjectState;
  readonly log: readonly ChangeSet[];
}

/**
 * Reads the manifest of our own members.
 * In: an archive. Out: the manifest; null when another program wrote the archive; or why it cannot be read.
 */
export function readOwnManifest(
  archive: OwnArchive,
  signal?: AbortSignal,
): Promise<Result<OwnManifest | null, OwnFailure>> {
  return guarded(async () => {
    if (!archive.has(MANIFEST_MEMBER)) return ok(null);
    const text = await new OwnMembers(archive, signal).text(MANIFEST_MEMBER);
    const { version } = parsed(MANIFEST_MEMBER, text, versionSchema);
    if (version > OWN_VERSION) return fail({ kind: 'newer', found: version, supported: OWN_VERSION });
    return ok(parsed(MANIFEST_MEMBER, text, manifestSchema));
  });
}

/** In: the manifest, the bytes of project.qde. Out: whether no other program has changed it since. */
export const isAsWritten = async (manifest: OwnManifest, projectXml: Uint8Array): Promise<boolean> =>
  (await sha256(projectXml)) === manifest.projectXmlSha256;

/**
 * Reads rows and history without texts and files: enough to give back to a project that another program
 * changed what only Parallax knows of it.
 * In: an archive and its manifest. Out: rows that can be those of a project, or why they cannot.
 */
export function readOwnRows(
  archive: OwnArchive,
  manifest: OwnManifest,
  signal?: AbortSignal,
): Promise<Result<OwnRows, OwnFailure>> {
  return guarded(async () => ok(await rowsIn(new OwnMembers(archive, signal), manifest)));
}

/**
 * Reads a whole project exactly as it was written. To be asked only while `isAsWritten`.
 * In: an archive and its manifest; what to call after each source with how many are read, of how many.
 * Out: the project, or why it cannot be: a row that is not well-formed or points nowhere, a text that is not
 * that of its source, a segment off its words.
 */
export function readOwnContent(
  archive: OwnArchive,
  manifest: OwnManifest,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<Result<ProjectContent, OwnFailure>> {
  return guarded(async () => {
    const members = new OwnMembers(archive, signal);
    const { state, log } = await rowsIn(members, manifest);
    const texts = new Map<string, SourceText>();
    const files = new Map<string, SourceFile>();
    const rows = await members.rows(manifest, FILES_MEMBER, fileSchema);
    const left = new Map(rows.map((row) => [row.id, row]));
    for (const row of await members.rows(manifest, BLOCKS_MEMBER, textSchema)) {
      const bytes = await members.bytes(row.member);
      const body = textOfRow(row, members.decoded(row.member, bytes));
      refuse(faultInText(state, body));
      texts.set(row.id, body);
      // A source that came as plain text is its own original file, and is unpacked once.
      const file = left.get(row.id);
      if (file?.member === row.member) {
        files.set(row.id, { sourceId: row.id, name: file.name, bytes });
        left.delete(row.id);
      }
      onProgress?.(texts.size, state.sources.size);
    }
    refuse(sourceWithoutText(state, texts));
    // Articles that came in one file share it, and it is unpacked once.
    const unpacked = new Map<string, Uint8Array>();
    for (const { id, name, member } of left.values()) {
      const bytes = unpacked.get(member) ?? (await members.bytes(member));
      unpacked.set(member, bytes);
      files.set(id, { sourceId: id, name, bytes });
    }
    return ok({ state, texts, files, log });
  });
}

async function rowsIn(members: OwnMembers, manifest: OwnManifest): Promise<OwnRows> {
  const tables: { [table: string]: readonly { readonly id: string }[] } = {};
  for (const table of tableNames) {
    const rows: readonly { readonly id: string }[] = await members.rows<{ readonly id: string }>(
      manifest,
      tableMember(table),
      rowSchemas[table],
    );
    if (new Set(rows.map(({ id }) => id)).size < rows.length)
      throw new OwnMemberFault(tableMember(table), 'has a row twice');
    tables[table] = rows;
  }
  const state = stateFromRows(tables);
  refuse(faultInRows(state));
  const log = await members.rows(manifest, HISTORY_MEMBER, changeSetSchema);
  refuse(faultInLog(state, log));
  return { state, log };
}

function refuse(fault: OwnFault | undefined): void {
  if (fault) throw new OwnMemberFault(fault.where, fault.detail);
}

async function guarded<T>(read: () => Promise<Result<T, OwnFailure>>): Promise<Result<T, OwnFailure>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof OwnMemberFault)
      return fail({ kind: 'malformed', where: error.where, detail: error.message });
    throw error;
  }
}
