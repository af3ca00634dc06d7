import type { Change, ChangeSet } from '../../src-renderer/domain/model/change';
import type { Stamp } from '../../src-renderer/domain/model/ids';
import { message } from '../../src-renderer/domain/model/message';
import type { ProjectInfo } from '../../src-renderer/domain/model/project';
import type { Coder } from '../../src-renderer/domain/model/segment';
import type { SourceContent, StoragePort } from '../../src-renderer/application/ports/storage';

/** GUIDs and moments that a test can tell apart. */
export function makeStamp(): Stamp {
  let second = 0;
  return {
    newId: () => crypto.randomUUID(),
    now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * second++).toISOString(),
  };
}

export const coder: Coder = { id: 'coder-a', name: 'Ana Kim', initials: 'AK', color: '#4A6FA5' };

/** Puts a project of one coder, and what else is given, into storage under the id 'project'. */
export async function seedProject(
  storage: StoragePort,
  more: readonly Change[] = [],
  contents: readonly SourceContent[] = [],
): Promise<void> {
  const info: ProjectInfo = {
    id: 'project',
    name: 'Project',
    createdAt: '2026-01-01T00:00:00.000Z',
    currentCoderId: coder.id,
  };
  const first: ChangeSet = {
    id: crypto.randomUUID(),
    kind: 'origin',
    target: null,
    label: message('create-project', { name: info.name }),
    coderId: coder.id,
    at: info.createdAt,
    changes: [
      { table: 'project', id: info.id, before: null, after: info },
      { table: 'coders', id: coder.id, before: null, after: coder },
      ...more,
    ],
  };
  await storage.createProject(info, first, contents);
}
