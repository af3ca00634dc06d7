import type { Change, ChangeSet } from '../model/change';
import { projectInfo, type ProjectInfo } from '../model/project';
import type { ProjectContent } from './project-content';

/**
 * Gives a project that was read another id, for when one of its id is here already.
 * In: the project, a GUID that is free. Out: the same with that id, in its row and all through its history,
 * so that what was done before can still be undone.
 */
export function withProjectId(content: ProjectContent, id: string): ProjectContent {
  const before = projectInfo(content.state);
  const moved = (info: ProjectInfo | null): ProjectInfo | null =>
    info && info.id === before.id ? { ...info, id } : info;
  const change = (one: Change): Change =>
    one.table === 'project' && one.id === before.id
      ? { ...one, id, before: moved(one.before), after: moved(one.after) }
      : one;
  const touches = ({ changes }: ChangeSet) => changes.some(({ table }) => table === 'project');
  return {
    ...content,
    state: { ...content.state, project: new Map([[id, { ...before, id }]]) },
    log: content.log.map((entry) =>
      touches(entry) ? { ...entry, changes: entry.changes.map(change) } : entry,
    ),
  };
}

/**
 * Begins the history of a project that brings none.
 * In: the project and what its first entry says. Out: the same with that entry, which holds no rows and
 * cannot be undone; unchanged where there is a history.
 */
export function withOrigin(
  content: ProjectContent,
  entry: Omit<ChangeSet, 'kind' | 'changes'>,
): ProjectContent {
  if (content.log.length > 0) return content;
  return { ...content, log: [{ ...entry, kind: 'origin', changes: [] }] };
}
