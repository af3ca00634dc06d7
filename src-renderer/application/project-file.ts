import { withOrigin, withProjectId } from '../domain/exchange/arrival';
import type { ExchangeReport } from '../domain/exchange/project-content';
import type { ImportedNames } from '../domain/exchange/refi/content/options';
import type { PositionConvention } from '../domain/exchange/refi/positions/convention';
import type { RefiTarget } from '../domain/exchange/refi/targets';
import type { RefiWords } from '../domain/exchange/refi/words';
import type { LabelLanguage } from '../domain/model/language';
import { message } from '../domain/model/message';
import { projectInfo } from '../domain/model/project';
import { fail, ok, type Result } from '../domain/model/result';
import { fileName, ORIGIN } from './export';
import type { ExchangeFailure, ReadProject, Watch } from './ports/exchange';
import type { InputFile, OutputFile, SaveFailure } from './ports/platform';
import type { CommitFailure } from './ports/storage';
import type { Services } from './services';
import type { ProjectSession } from './session';

export interface ProjectFileWishes {
  readonly target: RefiTarget;
  readonly language: LabelLanguage;
  readonly words: RefiWords;
}

/** A written project, not yet saved anywhere: the report can be read first. */
export interface ProjectFile {
  readonly name: string;
  readonly blob: Blob;
  readonly report: ExchangeReport;
}

/** Writes the whole project as `.qdpx`. */
export async function writeProjectFile(
  session: ProjectSession,
  { exchange }: Services,
  wishes: ProjectFileWishes,
  watch: Watch,
): Promise<Result<ProjectFile, ExchangeFailure>> {
  await session.settled();
  const written = await exchange.writeProject(session.whole, { ...wishes, origin: ORIGIN }, watch);
  if (!written.ok) return written;
  return ok({ name: fileName(session.info.name, '', 'qdpx'), ...written.value });
}

/** A written project as the platform takes it. */
export const outputOf = async ({ name, blob }: ProjectFile): Promise<OutputFile> => ({
  name,
  type: blob.type,
  bytes: new Uint8Array(await blob.arrayBuffer()),
});

/** Asks where to save a project that was written. */
export const saveProjectFile = async (
  { platform }: Services,
  file: ProjectFile,
): Promise<Result<'saved' | 'cancelled', SaveFailure>> => platform.saveFile(await outputOf(file));

export interface ReadWishes {
  readonly names: ImportedNames;
  readonly overrides?: ReadonlyMap<string, PositionConvention>;
}

/** Reads a project of any program; nothing is kept yet. */
export const readProjectFile = (
  { exchange }: Services,
  file: InputFile,
  { names, overrides = new Map() }: ReadWishes,
  watch: Watch,
): Promise<Result<ReadProject, ExchangeFailure>> => exchange.readProject(file, { names, overrides }, watch);

/**
 * Keeps a project that was read as one of its own, never over another.
 * Out: its id: the one it brings, or a fresh one where that is taken.
 */
export async function keepProject(
  { storage, stamp }: Services,
  read: ReadProject,
): Promise<Result<string, CommitFailure>> {
  const info = projectInfo(read.content.state);
  const content = withOrigin(read.content, {
    id: stamp.newId(),
    target: null,
    label: message('import-project', { name: info.name }),
    coderId: info.currentCoderId,
    at: stamp.now(),
  });
  const kept = await storage.importProject(content);
  if (kept.ok) return ok(info.id);
  if (kept.error.kind !== 'conflict') return fail(kept.error);
  const id = stamp.newId();
  const again = await storage.importProject(withProjectId(content, id));
  return again.ok ? ok(id) : again;
}
