import { withProjectId } from '../../domain/exchange/arrival';
import type { ProjectContent } from '../../domain/exchange/project-content';
import type { ChangeSet } from '../../domain/model/change';
import { projectInfo } from '../../domain/model/project';
import type { SourceFile, SourceText } from '../../domain/model/source';
import { fail, ok, type Result } from '../../domain/model/result';
import { outputOf, writeProjectFile, type ProjectFileWishes } from '../project-file';
import type { Services } from '../services';
import type { ProjectSession } from '../session';

/** 'backup': a file in the folder of copies. 'copy': a project among those recently deleted. */
export type KeptBefore = 'backup' | 'copy';

/**
 * Keeps the project as it is before much of it changes: as a file where the platform has a folder for copies; else,
 * as before a migration, as a project of its own under the given name among those recently deleted, from where it
 * can be brought back and in time goes by itself.
 * Out: which of the two, or what went wrong; then nothing may be changed.
 */
export async function keepBefore(
  session: ProjectSession,
  services: Services,
  wishes: Omit<ProjectFileWishes, 'target'>,
  name: string,
): Promise<Result<KeptBefore, { readonly kind: string; readonly detail: string }>> {
  const { platform, storage, stamp } = services;
  await session.settled();
  if (platform.keepsBackups) {
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const written = await writeProjectFile(session, services, { ...wishes, target: 'default' }, watch);
    if (!written.ok) return fail({ kind: 'failed', detail: written.error.kind });
    const kept = await platform.backup(session.info.id, await outputOf(written.value));
    return kept.ok ? ok('backup') : kept;
  }
  const id = stamp.newId();
  const content = withProjectId(await wholeOf(session), id);
  const info = { ...projectInfo(content.state), name };
  const state = { ...content.state, project: new Map([[id, info]]) };
  const made = await storage.importProject({ ...content, state });
  if (!made.ok)
    return fail({ kind: made.error.kind, detail: 'detail' in made.error ? made.error.detail : '' });
  const put = await storage.deleteProject(id);
  return put.ok ? ok('copy') : fail({ kind: put.error.kind, detail: '' });
}

async function wholeOf({ whole }: ProjectSession): Promise<ProjectContent> {
  const texts = new Map<string, SourceText>();
  const files = new Map<string, SourceFile>();
  for (const id of whole.state.sources.keys()) {
    const [text, file] = [await whole.text(id), await whole.file(id)];
    if (text) texts.set(id, text);
    if (file) files.set(id, file);
  }
  for (const id of whole.state.carried.keys()) {
    const file = await whole.file(id);
    if (file) files.set(id, file);
  }
  const log: ChangeSet[] = [];
  for await (const entry of whole.log()) log.push(entry);
  return { state: whole.state, texts, files, log };
}
