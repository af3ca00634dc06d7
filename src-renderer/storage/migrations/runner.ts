import type { Dexie, Transaction } from 'dexie';
import { invariant } from '../../domain/model/result';
import type { Migration } from './migration';

/** What a database says of its own format, in its table `meta`. */
export interface Format {
  /** The number of steps it has been through. */
  readonly schemaVersion: number;
  /** Their names, oldest first. */
  readonly applied: readonly string[];
}

/** How a database stands to the steps this version knows. */
export type Standing = 'current' | 'older' | 'newer' | 'other-history';

const schemaVersionKey = 'schemaVersion';
const appliedKey = 'migrations';

/**
 * Prepares a database, not yet open, to be made or brought up to date when it opens.
 * In: the database and every step in order. Throws when the steps are not numbered 0001, 0002, …
 *
 * IndexedDB runs the steps and the notes of them in one transaction: a crash leaves the old format.
 */
export function declareMigrations(database: Dexie, steps: readonly Migration[]): void {
  steps.forEach((step, index) => {
    const number = String(index + 1).padStart(4, '0');
    invariant(step.name.startsWith(`${number}-`), `migration ${step.name} is number ${number}`);
    database
      .version(index + 1)
      .stores(step.tables)
      .upgrade(async (transaction) => {
        await step.rewrite?.(transaction);
        await writeFormat(transaction, steps.slice(0, index + 1));
      });
  });
  // A new database is made in the latest format at once, without running the steps.
  database.on('populate', (transaction) => writeFormat(transaction, steps));
}

async function writeFormat(transaction: Transaction, steps: readonly Migration[]): Promise<void> {
  await transaction.table('meta').bulkPut([
    { key: schemaVersionKey, value: steps.length },
    { key: appliedKey, value: steps.map((step) => step.name) },
  ]);
}

/** Reads the format of an open database. Out: undefined when this is no database of ours. */
export async function readFormat(database: Dexie): Promise<Format | undefined> {
  if (!database.tables.some((table) => table.name === 'meta')) return undefined;
  const [version, applied] = await database.table('meta').bulkGet([schemaVersionKey, appliedKey]);
  const schemaVersion: unknown = version?.value;
  const names: unknown = applied?.value;
  return typeof schemaVersion === 'number' && Array.isArray(names)
    ? { schemaVersion, applied: names.map(String) }
    : undefined;
}

/**
 * Compares a database's format with the steps this version knows.
 * Out: 'newer' when it has been through more steps than are known; 'other-history' when the steps it
 * went through are not the first ones of ours, so that running the rest would damage it.
 */
export function standing(format: Format, steps: readonly Migration[]): Standing {
  if (format.schemaVersion > steps.length) return 'newer';
  const agrees =
    format.applied.length === format.schemaVersion &&
    format.applied.every((name, index) => name === steps[index]?.name);
  if (!agrees) return 'other-history';
  return format.schemaVersion === steps.length ? 'current' : 'older';
}
