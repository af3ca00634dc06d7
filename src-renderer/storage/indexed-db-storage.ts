import Dexie from 'dexie';
import type {
  CommitFailure,
  OpenFailure,
  ProjectRepository,
  ProjectSummary,
  SourceContent,
  StoragePort,
} from '../application/ports/storage';
import type { ProjectContent } from '../domain/exchange/project-content';
import type { ChangeSet } from '../domain/model/change';
import { projectInfo, type ProjectInfo } from '../domain/model/project';
import { fail, invariant, ok, type Result } from '../domain/model/result';
import { adoptUnlisted } from './adoption';
import { commit } from './commit';
import { describeRefusal, isFull } from './errors';
import { askToStay } from './lasting';
import { takeLock } from './locks';
import { migrations } from './migrations';
import { copyBefore } from './migrations/copy-before';
import { standing } from './migrations/runner';
import { databaseName, openDatabase, peek, storedProjectIds, type ProjectDatabase } from './project-database';
import { IndexedDbRepository } from './indexed-db-repository';
import { Registry } from './registry';
import { growthOf, newSummary } from './summary';
import { writeWhole } from './whole-project';

/**
 * Projects in this browser's IndexedDB: one database each, and a registry of them. A project is open in
 * one window at a time; a lock that the browser keeps sees to it.
 */
export class IndexedDbStorage implements StoragePort {
  readonly #registry = new Registry();
  readonly #now: () => string;

  /** In: the clock, as ISO 8601 in UTC. */
  constructor(now: () => string = () => new Date().toISOString()) {
    this.#now = now;
  }

  async listProjects(): Promise<readonly ProjectSummary[]> {
    await adoptUnlisted(this.#registry);
    return this.#registry.list();
  }

  async createProject(
    info: ProjectInfo,
    first: ChangeSet,
    contents: readonly SourceContent[] = [],
  ): Promise<Result<void, CommitFailure>> {
    invariant(
      first.changes.some((change) => change.table === 'project' && change.after?.id === info.id),
      'the first change set of a project adds the row of the project',
    );
    return this.#make(info, (database) => commit(database, first, contents), growthOf(first.changes));
  }

  async importProject(content: ProjectContent): Promise<Result<void, CommitFailure>> {
    const { sources, segments } = content.state;
    const info = projectInfo(content.state);
    const size = { sources: sources.size, segments: segments.size };
    return this.#make(info, (database) => writeWhole(database, content), size);
  }

  async #make(
    info: ProjectInfo,
    fill: (database: ProjectDatabase) => Promise<Result<void, CommitFailure>>,
    size: ReturnType<typeof growthOf>,
  ): Promise<Result<void, CommitFailure>> {
    const taken = fail({ kind: 'conflict', table: 'project', id: info.id } as const);
    const release = await takeLock(databaseName(info.id));
    if (!release) return taken;
    try {
      const stored = await storedProjectIds();
      if (stored.includes(info.id)) return taken;
      const made = await makeDatabase(info.id, fill);
      if (made.ok && stored.length === 0) askToStay();
      if (made.ok) this.#registry.keeperOf(newSummary(info, this.#now())).note(() => size);
      return made;
    } catch (error) {
      return fail(isFull(error) ? { kind: 'full' } : { kind: 'storage', detail: describeRefusal(error) });
    } finally {
      release();
    }
  }

  async openProject(id: string): Promise<Result<ProjectRepository, OpenFailure>> {
    try {
      if ((await this.#registry.get(id))?.deletedAt) return fail({ kind: 'missing' });
      const release = await takeLock(databaseName(id));
      if (!release) return fail({ kind: 'in-use' });
      const opened = await this.#openLocked(id, release).catch((error: unknown) => {
        release();
        throw error;
      });
      if (!opened.ok) release();
      return opened;
    } catch (error) {
      return fail(isFull(error) ? { kind: 'full' } : { kind: 'storage', detail: describeRefusal(error) });
    }
  }

  async #openLocked(id: string, release: () => void): Promise<Result<ProjectRepository, OpenFailure>> {
    const found = await inspect(id);
    if (!found.ok) return found;
    const { info, isOlder } = found.value;
    if (isOlder) await this.#registry.put(await copyBefore(info, crypto.randomUUID(), this.#now()));
    const database = await openDatabase(id, migrations);
    const summary = newSummary(info, this.#now());
    const keeper = this.#registry.keeperOf(summary);
    keeper.note(() => ({ name: summary.name, createdAt: summary.createdAt, openedAt: summary.openedAt }));
    return ok(new IndexedDbRepository(database, keeper, release));
  }

  async deleteProject(id: string): Promise<Result<void, { readonly kind: 'in-use' }>> {
    const release = await takeLock(databaseName(id));
    if (!release) return fail({ kind: 'in-use' });
    try {
      await this.#registry.update(id, (known) => known && { ...known, deletedAt: this.#now() });
      return ok(undefined);
    } finally {
      release();
    }
  }

  async restoreProject(id: string): Promise<void> {
    await this.#registry.update(id, (known) => known && { ...known, deletedAt: null });
  }

  async purgeDeleted(before: string): Promise<void> {
    for (const { id, deletedAt } of await this.#registry.list()) {
      if (deletedAt !== null && deletedAt < before) await this.#purge(id);
    }
  }

  async #purge(id: string): Promise<void> {
    const release = await takeLock(databaseName(id));
    // Still open in a window: it will be gone the next time.
    if (!release) return;
    try {
      // Another window may have brought it back since the list was read.
      if (!(await this.#registry.get(id))?.deletedAt) return;
      await Dexie.delete(databaseName(id));
      await this.#registry.remove(id);
    } finally {
      release();
    }
  }

  readSetting(key: string): Promise<unknown> {
    return this.#registry.readSetting(key);
  }

  writeSetting(key: string, value: unknown): Promise<void> {
    return this.#registry.writeSetting(key, value);
  }
}

/** Makes a database and fills it, and leaves none behind when that fails. */
async function makeDatabase(
  id: string,
  fill: (database: ProjectDatabase) => Promise<Result<void, CommitFailure>>,
): Promise<Result<void, CommitFailure>> {
  const database = await openDatabase(id, migrations);
  let made: Result<void, CommitFailure> | undefined;
  try {
    made = await fill(database);
    return made;
  } finally {
    if (made?.ok) database.close();
    else await database.delete();
  }
}

interface Found {
  readonly info: ProjectInfo;
  /** Whether steps will be run on it when it opens. */
  readonly isOlder: boolean;
}

/** Looks whether a project may be opened, without touching it. Out: its own row, and whether it is older. */
async function inspect(id: string): Promise<Result<Found, OpenFailure>> {
  const found = await peek(id, async (database, format): Promise<Result<Found, OpenFailure>> => {
    if (!format) return fail({ kind: 'storage', detail: `${database.name} does not say its format.` });
    const stands = standing(format, migrations);
    switch (stands) {
      case 'newer':
        return fail({ kind: 'newer', found: format.schemaVersion, supported: migrations.length });
      case 'other-history':
        return fail({
          kind: 'storage',
          detail: `${database.name} went through ${format.applied.join(', ')}, which are not the steps known here.`,
        });
      case 'older':
      case 'current': {
        const info = await database.table<ProjectInfo, string>('project').get(id);
        // Without its row the project was never finished: the row is in the very first commit.
        return info ? ok({ info, isOlder: stands === 'older' }) : fail({ kind: 'missing' });
      }
    }
  });
  return found ?? fail({ kind: 'missing' });
}
