import { familiesOf, lookedAt } from '../../coders/progress';
import { stableGuid } from '../../model/guid';
import type { CodeId, CoderId, SourceId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import type { Source } from '../../model/source';
import { compareSources } from '../../profile/order';
import { asConsidered, comparedTags, type CoderPair, type ComparedTags, type Difference } from './difference';
import { pairUnits, type Group, type Unit } from './pairing';
import { charactersAtStake, stretchesOf } from './stretches';

export interface Comparison {
  readonly coders: CoderPair;
  /** The codes that are compared, all where absent; tags with other codes count as if they were not there. */
  readonly codes?: ReadonlySet<CodeId>;
  /** All sources where absent. */
  readonly sourceIds?: readonly SourceId[];
}

/**
 * How the codings of two coders differ, and where they are the same.
 *
 * In: the project, the two coders, the codes and sources. Out: the differences by source (date, title, id)
 * and start; agreements among them (`agreed`). Only sources that both looked at count, as silence of one who
 * did not look says nothing.
 * - `agreed`: the same codes on the same passage.
 * - `boundary`: the same codes on passages that overlap and have other ends.
 * - `different-code`: other codes on overlapping passages; with no code in common only where at least half of
 *   the shorter passage lies in the other.
 * - `split`: one segment against two or more of the other coder, each with a code of it.
 * - `missed`: a segment to which nothing of the other coder answers.
 * A segment with several tags stays whole: tags on one segment belong together, so M1+A2 on one segment
 * against M1 and A2 on two is a `split`, at 0 characters. Exchanging the coders mirrors every difference.
 */
export function differencesOf(state: ProjectState, comparison: Comparison): readonly Difference[] {
  const { coders, codes, sourceIds } = comparison;
  const families = codes ? familiesOf(state, codes) : [];
  const wanted = sourceIds && new Set(sourceIds);
  return [...state.sources.values()]
    .filter((source) => wanted?.has(source.id) ?? true)
    .filter((source) => coders.every((coder) => lookedAt(state, source.id, coder, families)))
    .sort(compareSources)
    .flatMap((source) => differencesIn(state, source, comparison));
}

interface SegmentUnit extends Unit {
  readonly segment: CodedSegment;
}

function differencesIn(
  state: ProjectState,
  source: Source,
  { coders, codes }: Comparison,
): readonly Difference[] {
  const units = (coder: CoderId) =>
    (state.segmentsBySource.get(source.id) ?? []).flatMap((segment): readonly SegmentUnit[] => {
      const tags = comparedTags(segment, codes);
      if (segment.coderId !== coder || tags.length === 0) return [];
      const { id, start, end } = segment;
      return [{ id, start, end, tags: tags.toSorted(), segment }];
    });
  // One order of coders for the matching, so that ties do not depend on who is shown first.
  const [a, b] = coders;
  const isTurned = b < a;
  const groups = isTurned
    ? pairUnits(units(b), units(a)).map(({ kind, first, second }) => ({ kind, first: second, second: first }))
    : pairUnits(units(a), units(b));
  return groups
    .map((group) => differenceOf(source.id, coders, group, codes))
    .sort((x, y) => x.start - y.start || x.end - y.end || (x.id < y.id ? -1 : 1));
}

function differenceOf(
  sourceId: SourceId,
  coders: CoderPair,
  { kind, first, second }: Group<SegmentUnit>,
  codes: ComparedTags,
): Difference {
  const inOrder = (units: readonly SegmentUnit[]) =>
    units.map(({ segment }) => segment).sort((a, b) => a.start - b.start || a.end - b.end);
  const segments = [inOrder(first), inOrder(second)] as const;
  const all = segments.flat();
  const ids = all.map(({ id }) => id).sort();
  return {
    id: stableGuid('difference', ...ids, ...(codes ? [...codes].sort() : [])),
    kind,
    coders,
    sourceId,
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    segments,
    considered: all.map((segment) => asConsidered(segment, codes)),
    characters: charactersAtStake(stretchesOf(segments, codes)),
    stances: new Set(all.map(({ stance }) => stance)).size > 1,
  };
}
