import type { CommitFailure } from '../application/ports/storage';
import type { ProjectContent } from '../domain/exchange/project-content';
import type { ChangeSet } from '../domain/model/change';
import { tableNames } from '../domain/model/project';
import { fail, invariant, ok, type Result } from '../domain/model/result';
import { describeRefusal, isFull } from './errors';
import { toLoneFileRow, toRowsOfBodies } from './file-rows';
import type { ProjectDatabase } from './project-database';

/** Change sets read from disk at once: some hold a whole import, most a single row. */
const ENTRIES_AT_ONCE = 50;

/**
 * Fills a new database with a whole project, its history included, in one strict transaction.
 * In: an empty database and the project. Each source has its text; its file, where the project has it.
 */
export async function writeWhole(
  database: ProjectDatabase,
  content: ProjectContent,
): Promise<Result<void, CommitFailure>> {
  const { state, texts, files, log } = content;
  const bodies = [...state.sources.keys()].map((id) => {
    const [text, file] = [texts.get(id), files.get(id)];
    invariant(text, 'every source of a whole project has its text');
    return { text, file };
  });
  const rows = toRowsOfBodies(bodies);
  const lone = [...files].filter(([id]) => !state.sources.has(id)).map(([, file]) => toLoneFileRow(file));
  try {
    const bodyTables = ['texts', 'files', 'historyHeaders', 'historyChanges'];
    await database.transaction('rw', [...tableNames, ...bodyTables], async () => {
      for (const name of tableNames) await database.table(name).bulkAdd([...state[name].values()]);
      await database.texts.bulkAdd(rows.texts);
      await database.files.bulkAdd([...rows.files, ...lone]);
      await database.historyHeaders.bulkAdd(
        log.map(({ changes, ...header }) => ({ ...header, size: changes.length })),
      );
      await database.historyChanges.bulkAdd(log.map(({ id, changes }) => ({ id, changes })));
    });
    return ok(undefined);
  } catch (error) {
    return fail(isFull(error) ? { kind: 'full' } : { kind: 'storage', detail: describeRefusal(error) });
  }
}

/** Every change set, oldest first, a few at a time. */
export async function* readLog(database: ProjectDatabase): AsyncGenerator<ChangeSet> {
  const headers = await database.historyHeaders.toArray();
  for (let i = 0; i < headers.length; i += ENTRIES_AT_ONCE) {
    const some = headers.slice(i, i + ENTRIES_AT_ONCE);
    const bodies = await database.historyChanges.bulkGet(some.map(({ id }) => id));
    for (const [index, { id, label, kind, target, coderId, at }] of some.entries()) {
      const body = bodies[index];
      invariant(body, 'every entry of the history has its changes');
      yield { id, label, kind, target, coderId, at, changes: body.changes };
    }
  }
}
