import { withDescendants } from '../codebook/tree';
import type { CodeId, CoderId, FamilyId, SourceId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { Certainty, CodedSegment, Stance } from '../model/segment';
import type { DocumentType, Source } from '../model/source';
import { compareSources } from '../profile/order';
import { fold } from '../text/fold';

/** Which segments are wanted. What is absent does not filter; an empty list lets nothing through. */
export interface SegmentFilter {
  /** Countries as `Source.country` has them; '' stands for sources without one. */
  readonly countries?: readonly string[];
  readonly sourceIds?: readonly SourceId[];
  readonly documentTypes?: readonly (DocumentType | '')[];
  /** Codes, each with everything below it. */
  readonly codeIds?: readonly CodeId[];
  /** Whether one of the codes is enough ('any', the default) or the segment must have them all. */
  readonly codeMatch?: 'any' | 'all';
  /** Families of which the segment must have a code. */
  readonly familyIds?: readonly FamilyId[];
  readonly coderIds?: readonly CoderId[];
  readonly certainty?: Certainty;
  readonly stances?: readonly Stance[];
  /** Literal words in the passage; case and width do not matter. */
  readonly text?: string;
}

/**
 * Retrieves coded segments.
 * In: the project and a filter. Out: the segments that pass all of it, by source (date, title, id), within
 * a source in reading order.
 */
export function filterSegments(state: ProjectState, filter: SegmentFilter): readonly CodedSegment[] {
  const keepsSource = sourceTest(filter);
  const keepsSegment = segmentTest(state, filter);
  const sources: Source[] = [];
  for (const sourceId of state.segmentsBySource.keys()) {
    const source = state.sources.get(sourceId);
    if (source && keepsSource(source)) sources.push(source);
  }
  return sources
    .sort(compareSources)
    .flatMap((source) => (state.segmentsBySource.get(source.id) ?? []).filter(keepsSegment));
}

/** Whether a value is wanted by a list that may be absent. */
const wants = <T>(list: readonly T[] | undefined): ((value: T) => boolean) => {
  if (!list) return () => true;
  const set = new Set(list);
  return (value) => set.has(value);
};

function sourceTest(filter: SegmentFilter): (source: Source) => boolean {
  const country = wants(filter.countries);
  const id = wants(filter.sourceIds);
  const type = wants(filter.documentTypes);
  return (source) => country(source.country) && id(source.id) && type(source.documentType);
}

function segmentTest(state: ProjectState, filter: SegmentFilter): (segment: CodedSegment) => boolean {
  const coder = wants(filter.coderIds);
  const stance = wants(filter.stances);
  const codes = codeTest(state, filter);
  const family = wants(filter.familyIds);
  const words = fold(filter.text ?? '').trim();
  return (segment) =>
    coder(segment.coderId) &&
    stance(segment.stance) &&
    (filter.certainty === undefined || segment.certainty === filter.certainty) &&
    codes(segment.tags) &&
    (filter.familyIds === undefined ||
      segment.tags.some((tag) => family(state.codes.get(tag)?.familyId ?? ''))) &&
    (words === '' || foldedQuote(segment).includes(words));
}

function codeTest(state: ProjectState, filter: SegmentFilter): (tags: readonly CodeId[]) => boolean {
  if (!filter.codeIds) return () => true;
  if (filter.codeMatch === 'all') {
    const groups = filter.codeIds.map((id) => withDescendants(state, [id]));
    return (tags) => groups.every((group) => tags.some((tag) => group.has(tag)));
  }
  const wanted = withDescendants(state, filter.codeIds);
  return (tags) => tags.some((tag) => wanted.has(tag));
}

const quotes = new WeakMap<CodedSegment, string>();

/**
 * The quote in comparison form, kept while the segment lives: it is asked for at each key typed.
 * In: a segment. Out: its quote as `fold` gives it.
 */
export function foldedQuote(segment: CodedSegment): string {
  let folded = quotes.get(segment);
  if (folded === undefined) quotes.set(segment, (folded = fold(segment.quote)));
  return folded;
}
