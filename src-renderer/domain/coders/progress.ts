import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CoderProgress } from '../model/collaboration';
import { stableGuid } from '../model/guid';
import type { CodeId, CoderId, FamilyId, SourceId, Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';

/** How far a coder is with a source, in the order in which it goes. */
export const progresses = ['not-started', 'in-progress', 'finished', 'nothing-to-code'] as const;
export type Progress = (typeof progresses)[number];

/**
 * In: a source and a coder. Out: the id of the row that says whether the coder finished it: the same in every
 * copy of a project, so that two copies never say it twice.
 */
export const progressId = (sourceId: SourceId, coderId: CoderId): string =>
  stableGuid('progress', sourceId, coderId);

/**
 * How far a coder is with a source.
 * In: the project, the source, the coder. Out: 'finished' or 'nothing-to-code' (finished without a segment)
 * where the coder said so; else 'in-progress' when they coded anything there, and 'not-started'. Everything
 * but 'not-started' means that the coder looked at the source.
 */
export function progressOf(
  state: Pick<ProjectState, 'progress' | 'segmentsBySource'>,
  sourceId: SourceId,
  coderId: CoderId,
): Progress {
  const coded = state.segmentsBySource.get(sourceId)?.some((segment) => segment.coderId === coderId) ?? false;
  if (state.progress.get(progressId(sourceId, coderId))?.finished) {
    return coded ? 'finished' : 'nothing-to-code';
  }
  return coded ? 'in-progress' : 'not-started';
}

/**
 * Whether it says anything that a coder did not give a code in a source.
 * In: the project, the source, the coder, the families that are asked about. Out: whether the coder looked at
 * the source (`progressOf`), and, where packages gave it to them, whether these held every such family: who was
 * given the modes alone is not silent about actors.
 */
export function lookedAt(
  state: Pick<ProjectState, 'progress' | 'segmentsBySource' | 'packages'>,
  sourceId: SourceId,
  coderId: CoderId,
  familyIds: readonly FamilyId[],
): boolean {
  if (progressOf(state, sourceId, coderId) === 'not-started') return false;
  const given = [...state.packages.values()].filter(
    (pack) => pack.coderId === coderId && pack.sourceIds.includes(sourceId),
  );
  if (given.length === 0) return true;
  return familyIds.every((family) => given.some((pack) => pack.familyIds.includes(family)));
}

/** In: codes. Out: their families, each once; what is not there has none. */
export const familiesOf = (
  { codes }: Pick<ProjectState, 'codes'>,
  codeIds: Iterable<CodeId>,
): readonly FamilyId[] => [...new Set([...codeIds].flatMap((id) => codes.get(id)?.familyId ?? []))];

/** In: a progress. Out: whether the coder said that they are done with the source. */
export const isFinished = (progress: Progress): boolean =>
  progress === 'finished' || progress === 'nothing-to-code';

/**
 * Says of sources that a coder finished them, or that they did not after all.
 * In: the project, the stamp, the sources (each counts once), the coder. Out: the draft, without changes for
 * sources of which it is said already. Taking it back keeps the row, so that a merge can tell "not any more"
 * from "never". Refuses a source or coder that is not there.
 */
export function setFinished(
  state: ProjectState,
  stamp: Pick<Stamp, 'now'>,
  input: { readonly sourceIds: readonly SourceId[]; readonly coderId: CoderId; readonly finished: boolean },
): Result<ChangeDraft, Refusal<'source-missing' | 'coder-missing'>> {
  const { coderId, finished } = input;
  if (!state.coders.has(coderId)) return refuse('coder-missing');
  const draft = new Draft(state);
  const at = stamp.now();
  const titles: string[] = [];
  for (const sourceId of new Set(input.sourceIds)) {
    const source = state.sources.get(sourceId);
    if (!source) return refuse('source-missing');
    const id = progressId(sourceId, coderId);
    const before = state.progress.get(id);
    if ((before?.finished ?? false) === finished) continue;
    titles.push(source.title);
    const row: CoderProgress = { id, sourceId, coderId, finished, at };
    draft.put('progress', row);
  }
  return ok(draft.finish(labelFor(finished, titles)));
}

function labelFor(finished: boolean, titles: readonly string[]) {
  const [first] = titles;
  if (first !== undefined && titles.length === 1) {
    return finished ? message('finish-source', { title: first }) : message('reopen-source', { title: first });
  }
  const count = { count: titles.length };
  return finished ? message('finish-source-many', count) : message('reopen-source-many', count);
}
