import { dropMemos, dropSegments } from '../coding/remove';
import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { SourceId } from '../model/ids';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { labelFor } from './edit-sources';

/**
 * Takes sources out of the project, with their segments and the memos on both.
 * In: the project and the sources. Out: the draft; texts and files stay in storage, so that undo brings
 * everything back. Refuses a source that is not there.
 */
export function removeSources(
  state: ProjectState,
  sourceIds: readonly SourceId[],
): Result<ChangeDraft, Refusal<'source-missing'>> {
  const ids = new Set(sourceIds);
  const titles: string[] = [];
  const draft = new Draft(state);
  for (const id of ids) {
    const source = state.sources.get(id);
    if (!source) return refuse('source-missing');
    titles.push(source.title);
    draft.remove('sources', id);
  }
  const segments = [...ids].flatMap((id) => state.segmentsBySource.get(id) ?? []);
  dropSegments(state, draft, new Set(segments.map(({ id }) => id)));
  dropMemos(state, draft, 'sources', ids);
  return ok(draft.finish(labelFor('remove-source', titles)));
}
