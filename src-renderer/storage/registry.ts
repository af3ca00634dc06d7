import Dexie, { type Table } from 'dexie';
import type { ProjectSummary } from '../application/ports/storage';

interface Setting {
  readonly key: string;
  readonly value: unknown;
}

/** Keeps one project's line in the list as good as it can; the project never depends on it. */
export interface SummaryKeeper {
  note(change: (summary: ProjectSummary) => Partial<ProjectSummary>): void;
}

type RegistryDatabase = Dexie & {
  readonly projects: Table<ProjectSummary, string>;
  readonly settings: Table<Setting, string>;
};

/**
 * The list of the start screen, and the person's settings.
 * What it says of a project is a copy, so that the list needs not open every database; each opening of
 * the project puts it right. Only `deletedAt` and the settings have their home here.
 */
export class Registry {
  readonly #database: RegistryDatabase;

  constructor() {
    const database = new Dexie('parallax-registry', {
      cache: 'disabled',
      chromeTransactionDurability: 'strict',
    });
    database.version(1).stores({ projects: 'id', settings: 'key' });
    this.#database = database as RegistryDatabase;
  }

  /** All projects, the most recently opened first. */
  async list(): Promise<readonly ProjectSummary[]> {
    const projects = await this.#database.projects.toArray();
    return projects.sort((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0));
  }

  get(id: string): Promise<ProjectSummary | undefined> {
    return this.#database.projects.get(id);
  }

  async put(summary: ProjectSummary): Promise<void> {
    await this.#database.projects.put(summary);
  }

  /** Changes a summary in one transaction. `change` sees undefined, and may return it, for one not listed. */
  async update(
    id: string,
    change: (known: ProjectSummary | undefined) => ProjectSummary | undefined,
  ): Promise<void> {
    await this.#database.transaction('rw', this.#database.projects, async () => {
      const next = change(await this.#database.projects.get(id));
      if (next) await this.#database.projects.put(next);
    });
  }

  /**
   * In: the line of a project as it begins. Out: what notes changes of it, in order, without making
   * anyone wait. A note that fails leaves the list out of date until the project is next loaded; it is
   * no failure of the project, whose own rows are right.
   */
  keeperOf(beginning: ProjectSummary): SummaryKeeper {
    return {
      note: (change) => {
        this.update(beginning.id, (known = beginning) => ({ ...known, ...change(known) })).catch(
          (error: unknown) => {
            console.warn(`The list of projects is out of date for ${beginning.id}.`, error);
          },
        );
      },
    };
  }

  async remove(id: string): Promise<void> {
    await this.#database.projects.delete(id);
  }

  async readSetting(key: string): Promise<unknown> {
    return (await this.#database.settings.get(key))?.value;
  }

  async writeSetting(key: string, value: unknown): Promise<void> {
    await this.#database.settings.put({ key, value });
  }
}
