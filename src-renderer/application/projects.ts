import { codebookFromResource } from '../domain/codebook/default';
import { coderColors, initialsOf } from '../domain/coders/coders';
import type { Change, ChangeSet } from '../domain/model/change';
import type { Coder } from '../domain/model/segment';
import type { ProjectInfo } from '../domain/model/project';
import { message } from '../domain/model/message';
import { fail, invariant, ok, type Result } from '../domain/model/result';
import type { CommitFailure, OpenFailure, ProjectSummary } from './ports/storage';
import type { Services } from './services';

/** The setting that keeps the person's own name as a coder, so that it is typed once. */
export const CODER_NAME = 'coderName';

/**
 * Makes a project with the default codebook and one coder, whose name is remembered for the next one.
 * Out: the new project's id, or why it could not be written.
 */
export async function createProject(
  services: Services,
  input: { readonly name: string; readonly coderName: string },
): Promise<Result<string, CommitFailure>> {
  const { stamp, storage, resources } = services;
  const codebook = codebookFromResource(await resources.codebook());
  invariant(codebook.ok, 'the default codebook that ships with the product is sound');
  const coder: Coder = {
    id: stamp.newId(),
    name: input.coderName,
    initials: initialsOf(input.coderName),
    color: coderColors[0],
  };
  const info: ProjectInfo = {
    id: stamp.newId(),
    name: input.name,
    createdAt: stamp.now(),
    currentCoderId: coder.id,
  };
  const changes: Change[] = [
    { table: 'project', id: info.id, before: null, after: info },
    { table: 'coders', id: coder.id, before: null, after: coder },
    ...codebook.value.families.map((family): Change => ({
      table: 'families',
      id: family.id,
      before: null,
      after: family,
    })),
    ...codebook.value.codes.map((code): Change => ({
      table: 'codes',
      id: code.id,
      before: null,
      after: code,
    })),
  ];
  const created = await storage.createProject(info, firstChangeSet(services, info, changes));
  if (!created.ok) return created;
  await storage.writeSetting(CODER_NAME, coder.name);
  return ok(info.id);
}

/** The first entry of a project's log: making it is not a gesture that can be undone. */
export function firstChangeSet(services: Services, info: ProjectInfo, changes: readonly Change[]): ChangeSet {
  return {
    id: services.stamp.newId(),
    kind: 'origin',
    target: null,
    label: message('create-project', { name: info.name }),
    coderId: info.currentCoderId,
    at: services.stamp.now(),
    changes,
  };
}

/** Gives a project that is not open another name. */
export async function renameProject(
  services: Services,
  id: string,
  name: string,
): Promise<Result<void, OpenFailure | CommitFailure>> {
  const opened = await services.storage.openProject(id);
  if (!opened.ok) return opened;
  const repository = opened.value;
  try {
    const { state } = await repository.load();
    const before = state.project.get(id);
    if (!before) return fail({ kind: 'missing' });
    return await repository.commit({
      id: services.stamp.newId(),
      kind: 'do',
      target: null,
      label: message('rename-project', { name }),
      coderId: before.currentCoderId,
      at: services.stamp.now(),
      changes: [{ table: 'project', id, before, after: { ...before, name } }],
    });
  } finally {
    repository.close();
  }
}

/** How long a deleted project can be brought back, in days. */
export const DAYS_KEPT = 30;

/** What the start screen lists. */
export interface ProjectLists {
  /** The most recently opened first. */
  readonly projects: readonly ProjectSummary[];
  /** Deleted and still here, the most recently deleted first. */
  readonly deleted: readonly ProjectSummary[];
}

/** Removes for good what was deleted long enough ago, and lists the rest. */
export async function listProjects({ storage, stamp }: Services): Promise<ProjectLists> {
  const limit = new Date(Date.parse(stamp.now()) - DAYS_KEPT * 86_400_000);
  await storage.purgeDeleted(limit.toISOString());
  const all = await storage.listProjects();
  return {
    projects: all.filter((project) => project.deletedAt === null),
    deleted: all
      .filter((project) => project.deletedAt !== null)
      .sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1)),
  };
}
