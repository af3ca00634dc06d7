import { packageReader } from '../domain/coders/package-content';
import type { MadePackage } from '../domain/coders/packages';
import { applyChanges } from '../domain/history/state';
import type { SourceId } from '../domain/model/ids';
import { ok, type Result } from '../domain/model/result';
import { fileName, ORIGIN } from './export';
import type { ExchangeFailure, Watch } from './ports/exchange';
import type { ProjectFile, ProjectFileWishes } from './project-file';
import type { Services } from './services';
import type { ProjectSession } from './session';

/** Writes a package that was made as `.qdpx`; it is recorded in the project only when it is saved. */
export async function writePackage(
  session: ProjectSession,
  { exchange }: Services,
  { pack, draft }: MadePackage,
  wishes: ProjectFileWishes,
  watch: Watch,
): Promise<Result<ProjectFile, ExchangeFailure>> {
  await session.settled();
  const { whole } = session;
  const reader = packageReader({ ...whole, state: applyChanges(whole.state, draft.changes) }, pack);
  const written = await exchange.writeProject(reader, { ...wishes, origin: ORIGIN }, watch);
  if (!written.ok) return written;
  return ok({ name: fileName(session.info.name, pack.name, 'qdpx'), ...written.value });
}

/** Sources that the library shows and those chosen in it, for what is done with them elsewhere. */
export interface SourcesInSight {
  readonly found: readonly SourceId[];
  readonly chosen: readonly SourceId[];
}

const inSight = new WeakMap<ProjectSession, SourcesInSight>();

/** Notes what the library shows. */
export const noteSourcesInSight = (session: ProjectSession, sources: SourcesInSight): void => {
  inSight.set(session, sources);
};

/** What the library showed last, without sources that are gone; undefined before it was looked at. */
export function sourcesInSight(session: ProjectSession): SourcesInSight | undefined {
  const noted = inSight.get(session);
  const isHere = (id: SourceId) => session.state.sources.has(id);
  return noted && { found: noted.found.filter(isHere), chosen: noted.chosen.filter(isHere) };
}
