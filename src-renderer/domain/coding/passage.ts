import type { CoderId } from '../model/ids';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { invariant, ok, type Result } from '../model/result';
import { compareSegments } from '../history/state';
import type { CodedSegment, Passage } from '../model/segment';
import { makeAnchor, type Anchor } from '../text/anchors';
import { snapToGraphemes } from '../text/graphemes';
import { isBlank } from '../text/range';

export type PassageFailure = 'source-missing' | 'range-outside' | 'range-empty' | 'range-blank';

/** A passage that can be coded: whole graphemes, something visible, with its anchor. */
export type AnchoredPassage = Passage & Anchor;

/**
 * Checks and anchors a passage.
 * In: the project, a passage in UTF-16 units, and the canonical text of its source. Out: the passage
 * widened to whole grapheme clusters, with quote and context. Refuses a source that is not there, a range
 * outside the text, an empty one, and one that shows nothing. Throws when the text is another source's.
 */
export function anchorPassage(
  state: ProjectState,
  passage: Passage,
  text: string,
): Result<AnchoredPassage, Refusal<PassageFailure>> {
  const { sourceId, start, end } = passage;
  const source = state.sources.get(sourceId);
  if (!source) return refuse('source-missing');
  invariant(source.length === text.length, 'a passage is anchored in the canonical text of its own source');
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length;
  if (!inside || start > end) return refuse('range-outside');
  if (start === end) return refuse('range-empty');
  const range = snapToGraphemes(text, { start, end });
  const anchor = makeAnchor(text, range);
  if (isBlank(anchor.quote)) return refuse('range-blank');
  return ok({ sourceId, ...range, ...anchor });
}

/**
 * The segment of a coder on exactly a passage.
 * In: the project, a passage of whole graphemes, a coder. Out: that segment (the first in reading order
 * when there are several), or undefined. Takes logarithmic time.
 */
export function segmentOn(state: ProjectState, passage: Passage, coderId: CoderId): CodedSegment | undefined {
  const segments = state.segmentsBySource.get(passage.sourceId) ?? [];
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = segments[middle];
    if (segment && compareSegments(segment, { ...segment, ...passage, id: '' }) < 0) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < segments.length; i++) {
    const segment = segments[i];
    if (!segment || segment.start !== passage.start || segment.end !== passage.end) return undefined;
    if (segment.coderId === coderId) return segment;
  }
  return undefined;
}
