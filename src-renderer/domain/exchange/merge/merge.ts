import type { Change, ChangeSet } from '../../model/change';
import type { ProjectContent } from '../project-content';
import { mapped, type IdMap } from './comparison';
import { planMerge } from './plan';
import { remapped } from './remap';
import type { IncomingFile, MergeAnswers, MergePlan } from './types';

/**
 * Merges whole projects where nobody can be asked, histories included.
 * In: the project, the files in turn, what holds for all questions; a file of another project is merged unless it
 * says otherwise. Out: the merged project and the plan that made it. Histories are put together by time.
 */
export function mergeProjects(
  base: ProjectContent,
  incoming: readonly IncomingFile[],
  answers: Partial<MergeAnswers> = {},
): { readonly content: ProjectContent; readonly plan: MergePlan } {
  const plan = planMerge(base, incoming, {
    answers: { items: new Map(), foreign: 'merge', ...answers },
  });
  const log = incoming.reduce((sum, { content }, index) => {
    const ids = plan.ids[index];
    return ids ? mergeLogs(sum, content.log, ids) : sum;
  }, base.log);
  return {
    content: {
      state: plan.united.state,
      texts: new Map([...base.texts, ...plan.bodies.texts]),
      files: new Map([...base.files, ...plan.bodies.files]),
      log,
    },
    plan,
  };
}

/** Both histories by time, each in its own order; an entry that both have is there once. */
function mergeLogs(
  first: readonly ChangeSet[],
  second: readonly ChangeSet[],
  ids: IdMap,
): readonly ChangeSet[] {
  const known = new Set(first.map(({ id }) => id));
  const rest = second.filter(({ id }) => !known.has(id)).map((entry) => remappedEntry(entry, ids));
  const log: ChangeSet[] = [];
  let next = 0;
  for (const entry of first) {
    for (let other = rest[next]; other && other.at < entry.at; other = rest[++next]) log.push(other);
    log.push(entry);
  }
  return [...log, ...rest.slice(next)];
}

function remappedEntry(entry: ChangeSet, ids: IdMap): ChangeSet {
  const row = (change: Change, which: 'before' | 'after') =>
    change[which] && remapped(change.table, change[which] as never, ids);
  return {
    ...entry,
    coderId: mapped(ids, 'coders', entry.coderId),
    changes: entry.changes.map(
      (change) =>
        ({
          table: change.table,
          id: mapped(ids, change.table, change.id),
          before: row(change, 'before'),
          after: row(change, 'after'),
        }) as Change,
    ),
  };
}
