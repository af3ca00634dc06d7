import { message } from '../../model/message';
import type { Change } from '../../model/change';
import { tableNames, type TableName } from '../../model/project';
import type { AppliedMerge, MergePlan } from './types';

/**
 * Turns a plan into one step that can be undone.
 * In: the plan. Out: a draft of every row that differs from the project that was planned for, in which a row that was
 * there is changed only where a person chose so or it was completed; no changes where everything is there already;
 * and the texts and original files that come with it.
 */
export function applyMerge({ base, united, bodies, files }: MergePlan): AppliedMerge {
  const changes: Change[] = tableNames.flatMap((table) =>
    changesOf(table, base.state[table], united.state[table]),
  );
  const added = files.reduce((sum, { segments }) => sum + segments.added, 0);
  const ids = new Set([...bodies.texts.keys(), ...bodies.files.keys()]);
  return {
    draft: { label: message('merge-files', { count: files.length, segments: added }), changes },
    contents: [...ids].map((id) => {
      const [text, file] = [bodies.texts.get(id), bodies.files.get(id)];
      return { ...(text && { text }), ...(file && { file }) };
    }),
  };
}

function changesOf(
  table: TableName,
  before: ReadonlyMap<string, { readonly id: string }>,
  after: ReadonlyMap<string, { readonly id: string }>,
): Change[] {
  const changes: Change[] = [];
  for (const [id, row] of after) {
    const own = before.get(id) ?? null;
    if (own !== row) changes.push({ table, id, before: own, after: row } as Change);
  }
  for (const [id, row] of before)
    if (!after.has(id)) changes.push({ table, id, before: row, after: null } as Change);
  return changes;
}
