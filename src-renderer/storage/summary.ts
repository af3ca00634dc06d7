import type { ProjectSummary } from '../application/ports/storage';
import type { Change } from '../domain/model/change';
import type { ProjectInfo } from '../domain/model/project';

/** The line of a project that has nothing in it yet. In: its row and the moment it is opened. */
export function newSummary({ id, name, createdAt }: ProjectInfo, openedAt: string): ProjectSummary {
  return { id, name, createdAt, openedAt, sources: 0, segments: 0, deletedAt: null };
}

/** How many rows changes add to the counted tables, less those they remove. */
export function growthOf(changes: readonly Change[]): Pick<ProjectSummary, 'sources' | 'segments'> {
  const growth = { sources: 0, segments: 0 };
  for (const { table, before, after } of changes) {
    if (table === 'sources' || table === 'segments') growth[table] += (after ? 1 : 0) - (before ? 1 : 0);
  }
  return growth;
}
