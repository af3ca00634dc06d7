import { dropSegments } from '../coding/remove';
import type { Draft } from '../history/draft';
import type { Case } from '../model/case';
import type { CodeId, SegmentId, Stamp } from '../model/ids';
import type { ProjectState } from '../model/project';

/**
 * Takes codes out of everything that names them.
 * In: the project, the draft to write to, the codes that go, the code that takes their place (null:
 * none), the stamp. Segments get the new code once, in the place of the first that goes; those left
 * without any code go with their memos. Examples pass to the new code. Cases name the new code, or lose
 * their judgement where there is none. Scans all segments. The rows of the codes themselves stay.
 */
export function replaceCodes(
  state: ProjectState,
  draft: Draft,
  gone: ReadonlySet<CodeId>,
  into: CodeId | null,
  stamp: Stamp,
): void {
  const now = stamp.now();
  const replaced = (ids: readonly CodeId[]): readonly CodeId[] => {
    if (!ids.some((id) => gone.has(id))) return ids;
    const next = ids.flatMap((id) => (gone.has(id) ? (into === null ? [] : [into]) : [id]));
    return [...new Set(next)];
  };
  const emptied = new Set<SegmentId>();
  for (const segment of state.segments.values()) {
    const tags = replaced(segment.tags);
    if (tags.length === 0) emptied.add(segment.id);
    else if (tags !== segment.tags) draft.put('segments', { ...segment, tags, modifiedAt: now });
  }
  if (into !== null) {
    const examples = [...gone].flatMap((id) => state.codes.get(id)?.examples ?? []);
    if (examples.length > 0) {
      draft.edit('codes', into, (code) => ({
        ...code,
        examples: [...new Set([...code.examples, ...examples])],
      }));
    }
  }
  dropSegments(state, draft, emptied);
  for (const row of state.cases.values()) {
    const next = replaceInCase(row, gone, into, replaced);
    if (next !== row) draft.put('cases', next);
  }
}

function replaceInCase(
  row: Case,
  gone: ReadonlySet<CodeId>,
  into: CodeId | null,
  replaced: (ids: readonly CodeId[]) => readonly CodeId[],
): Case {
  const judged = row.judgement !== null && gone.has(row.judgement.codeId);
  const facts = row.facts.map((fact) => {
    const codes = replaced(fact.codes);
    return codes === fact.codes ? fact : { ...fact, codes };
  });
  if (!judged && facts.every((fact, i) => fact === row.facts[i])) return row;
  const judgement =
    !judged || !row.judgement ? row.judgement : into ? { ...row.judgement, codeId: into } : null;
  return { ...row, judgement, facts };
}
