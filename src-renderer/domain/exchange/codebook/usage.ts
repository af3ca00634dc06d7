import { ancestorsOf } from '../../codebook/tree';
import type { CodeId } from '../../model/ids';
import type { ProjectState } from '../../model/project';

/** How often a code is used. */
export interface CodeUsage {
  /** Segments that have the code itself, and those that have it or one below it. */
  readonly segments: number;
  readonly withBelow: number;
  /** Sources with a segment that has the code itself. */
  readonly sources: number;
}

/** In: the project. Out: the use of every code. */
export function codeUsage(state: ProjectState): ReadonlyMap<CodeId, CodeUsage> {
  const use = new Map<CodeId, { segments: number; withBelow: number; readonly sources: Set<string> }>();
  const lines = new Map<CodeId, readonly CodeId[]>();
  for (const id of state.codes.keys()) {
    use.set(id, { segments: 0, withBelow: 0, sources: new Set() });
    lines.set(id, [id, ...ancestorsOf(state, id).map((ancestor) => ancestor.id)]);
  }
  for (const { tags, sourceId } of state.segments.values()) {
    for (const tag of tags) {
      const used = use.get(tag);
      if (!used) continue;
      used.segments++;
      used.sources.add(sourceId);
    }
    for (const id of new Set(tags.flatMap((tag) => lines.get(tag) ?? []))) {
      const used = use.get(id);
      if (used) used.withBelow++;
    }
  }
  return new Map([...use].map(([id, { sources, ...counts }]) => [id, { ...counts, sources: sources.size }]));
}
