import Dexie from 'dexie';
import type { ProjectSummary } from '../../application/ports/storage';
import type { ProjectInfo } from '../../domain/model/project';
import { invariant } from '../../domain/model/result';
import { databaseName } from '../project-database';

/** Rows copied at once: enough to be quick, few enough that texts of megabytes fit in memory. */
const ROWS_AT_ONCE = 50;

/**
 * Copies a project as it is, in its old format, before steps are run on it: what they would spoil can be
 * had back. The copy is a project of its own that bears the day in its name; it is listed among those
 * recently deleted, where it can be restored and in time goes by itself.
 * In: the project, the id for the copy, the moment. Out: the copy's line for the list. Leaves no half copy
 * behind when it fails.
 */
export async function copyBefore(info: ProjectInfo, copyId: string, now: string): Promise<ProjectSummary> {
  const original = new Dexie(databaseName(info.id), { autoOpen: false, cache: 'disabled' });
  const copy = new Dexie(databaseName(copyId), {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  });
  let isWhole = false;
  try {
    await original.open();
    const stores = original.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      [primKey, ...indexes].map(({ src }) => src).join(','),
    ]);
    // The same number that Dexie gave the original, or the copy would seem to have been through other steps.
    copy.version(original.verno).stores(Object.fromEntries(stores) as { [table: string]: string });
    await copy.open();
    for (const { name } of original.tables) await copyRows(original, copy, name);
    const own = await renameCopy(copy, info, {
      ...info,
      id: copyId,
      name: `${info.name} · ${now.slice(0, 10)}`,
    });
    isWhole = true;
    const [sources, segments] = [await copy.table('sources').count(), await copy.table('segments').count()];
    const { id, name, createdAt } = own;
    return { id, name, createdAt, openedAt: now, sources, segments, deletedAt: now };
  } finally {
    original.close();
    if (isWhole) copy.close();
    else await copy.delete();
  }
}

async function copyRows(original: Dexie, copy: Dexie, name: string): Promise<void> {
  const keys = await original.table(name).toCollection().primaryKeys();
  for (let i = 0; i < keys.length; i += ROWS_AT_ONCE) {
    await copy.table(name).bulkAdd(await original.table(name).bulkGet(keys.slice(i, i + ROWS_AT_ONCE)));
  }
}

async function renameCopy(copy: Dexie, before: ProjectInfo, after: ProjectInfo): Promise<ProjectInfo> {
  const table = copy.table<ProjectInfo, string>('project');
  invariant(await table.get(before.id), 'a project has a row of its own');
  await copy.transaction('rw', table, async () => {
    await table.delete(before.id);
    await table.add(after);
  });
  return after;
}
