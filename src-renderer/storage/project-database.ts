import Dexie, { type Table } from 'dexie';
import type { ChangeSet, ChangeSetHeader } from '../domain/model/change';
import type { FileRow } from './file-rows';
import type { Migration } from './migrations/migration';
import { declareMigrations, readFormat, type Format } from './migrations/runner';
import type { TextRow } from './text-rows';

// Dexie traces every call when a page comes from 127.0.0.1, which ours does outside Electron.
Dexie.debug = false;

/** A header with its place in the history. The number is given by the database. */
export interface HeaderRow extends ChangeSetHeader {
  readonly seq?: number;
}

/** The rows of one entry of the history. */
export type ChangesRow = Pick<ChangeSet, 'id' | 'changes'>;

/** An open database of one project. Tables of rows are reached by name: `table(name)`. */
export type ProjectDatabase = Dexie & {
  readonly texts: Table<TextRow, string>;
  readonly files: Table<FileRow, string>;
  readonly historyHeaders: Table<HeaderRow, number, HeaderRow>;
  readonly historyChanges: Table<ChangesRow, string>;
};

const prefix = 'parallax-project-';

/** In: a project's id. Out: the name of its database, which is also the name of its lock. */
export const databaseName = (projectId: string): string => `${prefix}${projectId}`;

/** Ids of the projects whose databases exist, whether or not the registry knows them. */
export async function storedProjectIds(): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/**
 * Opens a project's database, making it or bringing it up to date as needed.
 * It never reopens by itself once closed, so that nothing is written after the lock was let go.
 */
export async function openDatabase(projectId: string, steps: readonly Migration[]): Promise<ProjectDatabase> {
  const database = new Dexie(databaseName(projectId), {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  });
  declareMigrations(database, steps);
  await database.open();
  return database as ProjectDatabase;
}

/**
 * Looks at a project's database without making or changing anything, whatever version wrote it.
 * In: the project's id and what to read. Out: what was read, or undefined when there is no such database.
 */
export async function peek<T>(
  projectId: string,
  read: (database: Dexie, format: Format | undefined) => Promise<T>,
): Promise<T | undefined> {
  // Without declared versions Dexie opens what is there and refuses to make what is not.
  const database = new Dexie(databaseName(projectId), { autoOpen: false, cache: 'disabled' });
  try {
    await database.open();
    return await read(database, await readFormat(database));
  } catch (error) {
    if (error instanceof Dexie.NoSuchDatabaseError) return undefined;
    throw error;
  } finally {
    database.close();
  }
}
