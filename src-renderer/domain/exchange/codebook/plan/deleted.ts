import type { ChangeDraft } from '../../../model/change';
import type { CodeId } from '../../../model/ids';

/**
 * The codes that a project had and has no more, for the choices of an import.
 * In: its history, or a part of it, oldest first. Out: ids of codes whose last change removed them.
 */
export function deletedCodes(log: Iterable<Pick<ChangeDraft, 'changes'>>): ReadonlySet<CodeId> {
  const deleted = new Set<CodeId>();
  for (const { changes } of log) {
    for (const { table, id, after } of changes) {
      if (table !== 'codes') continue;
      if (after) deleted.delete(id);
      else deleted.add(id);
    }
  }
  return deleted;
}
