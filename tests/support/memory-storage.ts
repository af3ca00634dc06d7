import type { ProjectContent } from '../../src-renderer/domain/exchange/project-content';
import { sameValue } from '../../src-renderer/storage/equal';
import { applyChanges, emptyState } from '../../src-renderer/domain/history/state';
import type { ChangeSet } from '../../src-renderer/domain/model/change';
import type { ProjectInfo, ProjectState } from '../../src-renderer/domain/model/project';
import { fail, ok, type Result } from '../../src-renderer/domain/model/result';
import type {
  CommitFailure,
  OpenFailure,
  ProjectRepository,
  ProjectSummary,
  SourceContent,
  StoragePort,
} from '../../src-renderer/application/ports/storage';

interface Kept {
  info: ProjectInfo;
  state: ProjectState;
  log: ChangeSet[];
  contents: Map<string, Partial<SourceContent>>;
  openedAt: string;
  deletedAt: string | null;
  isOpen: boolean;
}

/** Storage that forgets at the end of a test, with the checks of the real one. */
export class MemoryStorage implements StoragePort {
  readonly projects = new Map<string, Kept>();
  readonly settings = new Map<string, unknown>();
  /** The next commit fails with this. */
  nextFailure: CommitFailure | null = null;
  /** When set, the next commit waits for it. */
  gate: Promise<void> | null = null;
  now = () => new Date().toISOString();

  listProjects(): Promise<readonly ProjectSummary[]> {
    const list = [...this.projects.values()].map(({ info, state, openedAt, deletedAt }) => ({
      id: info.id,
      name: [...state.project.values()][0]?.name ?? info.name,
      createdAt: info.createdAt,
      openedAt,
      sources: state.sources.size,
      segments: state.segments.size,
      deletedAt,
    }));
    return Promise.resolve(list.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)));
  }

  createProject(
    info: ProjectInfo,
    first: ChangeSet,
    contents: readonly SourceContent[] = [],
  ): Promise<Result<void, CommitFailure>> {
    const failure = this.nextFailure;
    this.nextFailure = null;
    if (failure) return Promise.resolve(fail(failure));
    this.projects.set(info.id, {
      info,
      state: applyChanges(emptyState(), first.changes),
      log: [first],
      contents: new Map(contents.map((content) => [content.text.sourceId, content])),
      openedAt: this.now(),
      deletedAt: null,
      isOpen: false,
    });
    return Promise.resolve(ok(undefined));
  }

  importProject({ state, texts, files, log }: ProjectContent): Promise<Result<void, CommitFailure>> {
    const [info] = state.project.values();
    if (!info) throw new Error('A project has one row of its own.');
    if (this.projects.has(info.id)) {
      return Promise.resolve(fail({ kind: 'conflict', table: 'project', id: info.id }));
    }
    const failure = this.nextFailure;
    this.nextFailure = null;
    if (failure) return Promise.resolve(fail(failure));
    const contents = [...new Set([...texts.keys(), ...files.keys()])].map((id) => {
      const [text, file] = [texts.get(id), files.get(id)];
      return [id, { ...(text && { text }), ...(file && { file }) }] as const;
    });
    const times = { openedAt: this.now(), deletedAt: null, isOpen: false };
    this.projects.set(info.id, { info, state, log: [...log], contents: new Map(contents), ...times });
    return Promise.resolve(ok(undefined));
  }

  openProject(id: string): Promise<Result<ProjectRepository, OpenFailure>> {
    const kept = this.projects.get(id);
    if (!kept || kept.deletedAt) return Promise.resolve(fail({ kind: 'missing' }));
    if (kept.isOpen) return Promise.resolve(fail({ kind: 'in-use' }));
    kept.isOpen = true;
    kept.openedAt = this.now();
    return Promise.resolve(ok(this.#repository(kept)));
  }

  async deleteProject(id: string): Promise<Result<void, { readonly kind: 'in-use' }>> {
    if (this.projects.get(id)?.isOpen) return fail({ kind: 'in-use' });
    await this.#mark(id, this.now());
    return ok(undefined);
  }

  restoreProject(id: string): Promise<void> {
    return this.#mark(id, null);
  }

  purgeDeleted(before: string): Promise<void> {
    for (const [id, { deletedAt }] of this.projects) {
      if (deletedAt && deletedAt < before) this.projects.delete(id);
    }
    return Promise.resolve();
  }

  readSetting(key: string): Promise<unknown> {
    return Promise.resolve(this.settings.get(key));
  }

  writeSetting(key: string, value: unknown): Promise<void> {
    this.settings.set(key, value);
    return Promise.resolve();
  }

  #mark(id: string, deletedAt: string | null): Promise<void> {
    const kept = this.projects.get(id);
    if (kept) kept.deletedAt = deletedAt;
    return Promise.resolve();
  }

  #repository(kept: Kept): ProjectRepository {
    return {
      load: () =>
        Promise.resolve({
          state: kept.state,
          log: kept.log.map(({ changes, ...header }) => ({ ...header, size: changes.length })),
        }),
      commit: async (changeSet, contents = []) => {
        const gate = this.gate;
        this.gate = null;
        await gate;
        const failure = this.nextFailure ?? conflict(kept.state, changeSet);
        this.nextFailure = null;
        if (failure) return fail(failure);
        kept.state = applyChanges(kept.state, changeSet.changes);
        kept.log.push(changeSet);
        for (const content of contents) {
          const id = content.text?.sourceId ?? content.file?.sourceId;
          if (id !== undefined) kept.contents.set(id, content);
        }
        return ok(undefined);
      },
      readText: (id) => Promise.resolve(kept.contents.get(id)?.text),
      readFile: (id) => Promise.resolve(kept.contents.get(id)?.file),
      readChangeSet: (id) => Promise.resolve(kept.log.find((entry) => entry.id === id)),
      readLog: async function* () {
        yield* kept.log;
      },
      close: () => {
        kept.isOpen = false;
      },
    };
  }
}

function conflict(state: ProjectState, { changes }: ChangeSet): CommitFailure | null {
  for (const { table, id, before } of changes) {
    if (!sameValue(state[table].get(id) ?? null, before)) return { kind: 'conflict', table, id };
  }
  return null;
}
