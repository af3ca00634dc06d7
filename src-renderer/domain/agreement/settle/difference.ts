import type { ConsideredSegment, DisagreementKind } from '../../model/collaboration';
import type { CodeId, CoderId } from '../../model/ids';
import type { CodedSegment, Passage } from '../../model/segment';

/** The two coders of a comparison, in the order in which they are shown. */
export type CoderPair = readonly [CoderId, CoderId];

/**
 * What two coders made of one passage, `[start, end)` in UTF-16 units: from the first start to the last end
 * of the segments concerned. Every compared segment of the two is in exactly one difference.
 */
export interface Difference extends Passage {
  /** The same for the same segments, whoever comes first. */
  readonly id: string;
  readonly kind: DisagreementKind | 'agreed';
  readonly coders: CoderPair;
  /** The segments of the first and of the second, in reading order; one list may be empty, not both. */
  readonly segments: readonly [readonly CodedSegment[], readonly CodedSegment[]];
  /** The same with the codes that were compared. */
  readonly considered: readonly ConsideredSegment[];
  /** Code points to which the two gave different codes; 0 where they only cut the passage differently. */
  readonly characters: number;
  /** Whether one asserts what another reports or rejects: a difference that codes and ends do not show. */
  readonly stances: boolean;
}

/** Which codes are compared; all of them where it is undefined. */
export type ComparedTags = ReadonlySet<CodeId> | undefined;

/** In: a segment and the codes compared. Out: those of its tags, in its own order. */
export const comparedTags = (segment: CodedSegment, compared: ComparedTags): readonly CodeId[] =>
  compared ? segment.tags.filter((tag) => compared.has(tag)) : segment.tags;

/** In: a segment as it stands and the codes compared. Out: it as it is considered. */
export const asConsidered = (segment: CodedSegment, compared: ComparedTags): ConsideredSegment => ({
  segmentId: segment.id,
  coderId: segment.coderId,
  start: segment.start,
  end: segment.end,
  tags: comparedTags(segment, compared),
});
