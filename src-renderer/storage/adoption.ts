import Dexie from 'dexie';
import type { ProjectSummary } from '../application/ports/storage';
import type { ProjectInfo } from '../domain/model/project';
import { describeRefusal } from './errors';
import { takeLock } from './locks';
import { migrations } from './migrations';
import { standing, type Format } from './migrations/runner';
import { databaseName, peek, storedProjectIds } from './project-database';
import type { Registry } from './registry';
import { newSummary } from './summary';

/**
 * Lists the projects that the registry has lost or never learned of: a crash may come between the
 * making of a project and the noting of it, and a list can be damaged while the projects are whole.
 * One that cannot be read must not hide the others.
 */
export async function adoptUnlisted(registry: Registry): Promise<void> {
  const listed = new Set((await registry.list()).map((summary) => summary.id));
  for (const id of await storedProjectIds()) {
    if (listed.has(id)) continue;
    try {
      await adopt(registry, id);
    } catch (error) {
      console.warn(`Project ${id} could not be listed. ${describeRefusal(error)}`);
    }
  }
}

async function adopt(registry: Registry, id: string): Promise<void> {
  const release = await takeLock(databaseName(id));
  // Another window is making it at this moment.
  if (!release) return;
  try {
    const found = await peek(id, async (database, format) =>
      isKnown(format) ? { summary: await summarise(database, id) } : undefined,
    );
    if (found?.summary) await registry.put(found.summary);
    // The row of a project is in its very first commit: without it there was none.
    else if (found) await Dexie.delete(databaseName(id));
  } finally {
    release();
  }
}

function isKnown(format: Format | undefined): boolean {
  return format !== undefined && ['current', 'older'].includes(standing(format, migrations));
}

async function summarise(database: Dexie, id: string): Promise<ProjectSummary | undefined> {
  const info = await database.table<ProjectInfo, string>('project').get(id);
  if (!info) return undefined;
  const [sources, segments] = await Promise.all([
    database.table('sources').count(),
    database.table('segments').count(),
  ]);
  return { ...newSummary(info, info.createdAt), sources, segments };
}
