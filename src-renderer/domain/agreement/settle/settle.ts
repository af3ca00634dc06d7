import { choose, type CodingFailure } from '../../coding/apply-code';
import { anchorPassage } from '../../coding/passage';
import { dropSegments } from '../../coding/remove';
import { Draft } from '../../history/draft';
import type { ChangeDraft } from '../../model/change';
import type { Decision, Settlement } from '../../model/collaboration';
import { stableGuid } from '../../model/guid';
import type { CodeId, CoderId, SegmentId, Stamp } from '../../model/ids';
import { message } from '../../model/message';
import { projectInfo, type ProjectState } from '../../model/project';
import type { Refusal } from '../../model/refusal';
import { invariant, ok, type Result } from '../../model/result';
import type { CodedSegment } from '../../model/segment';
import { ensureAgreedCoder } from './agreed-layer';
import type { Difference } from './difference';
import { decisionsOn, standingOf } from './standing';

/** A segment that a person made of two codings; ends in UTF-16 units. */
export interface EditedSegment {
  readonly start: number;
  readonly end: number;
  readonly codeIds: readonly CodeId[];
}

export type Verdict = { readonly note: string } & (
  | { readonly settlement: Exclude<Settlement, 'edited'> }
  | {
      readonly settlement: 'edited';
      readonly segments: readonly EditedSegment[];
      /** Canonical text of the source. */
      readonly text: string;
    }
);

/** What the agreed segments have in common with those they are made of. */
type Content = Omit<CodedSegment, 'id' | 'coderId' | 'memoId' | 'createdAt' | 'modifiedAt'>;

/**
 * Decides a difference.
 * In: the project, the stamp, the difference, the verdict, and how the agreed layer is called. Out: one
 * draft. It makes the layer where there is none, writes the agreed segments (with the codes that were compared),
 * and the decision, with what was considered as it stands now. What was decided before on any of these
 * segments is replaced, its agreed segments with it. Refuses an edit that cannot be coded.
 * `both`: all segments of the two; those of one passage become one with the codes of both. A segment made
 * of several is unsure when one of them is, and takes its stance from the first.
 */
export function settle(
  state: ProjectState,
  stamp: Stamp,
  difference: Difference,
  verdict: Verdict,
  layerName: string,
): Result<ChangeDraft, Refusal<CodingFailure>> {
  const contents = contentsOf(state, stamp, difference, verdict);
  if (!contents.ok) return contents;
  const draft = new Draft(state);
  const agreed = ensureAgreedCoder(draft, state, layerName);
  decide(state, stamp, draft, agreed, difference, verdict, contents.value);
  const title = state.sources.get(difference.sourceId)?.title ?? '';
  return ok(draft.finish(message('settle', { title })));
}

/** In: the project and differences. Out: those on which both agree, stance included, and nobody decided yet. */
export const takeableAgreements = (
  state: ProjectState,
  differences: readonly Difference[],
): readonly Difference[] =>
  differences.filter((each) => each.kind === 'agreed' && !each.stances && standingOf(state, each) === 'open');

/**
 * Takes over everything on which both agree.
 * In: as `settle`, with all differences. Out: one draft of all of `takeableAgreements`; where stances differ a
 * person has to look, so these stay open.
 */
export function agreeAll(
  state: ProjectState,
  stamp: Stamp,
  differences: readonly Difference[],
  layerName: string,
): ChangeDraft {
  const draft = new Draft(state);
  const takeable = takeableAgreements(state, differences);
  const agreed = takeable.length > 0 ? ensureAgreedCoder(draft, state, layerName) : '';
  for (const difference of takeable) {
    const { considered, segments } = difference;
    const contents = united(segments.flat(), tagsOf(considered));
    decide(state, stamp, draft, agreed, difference, { settlement: 'both', note: '' }, contents);
  }
  return draft.finish(message('agree-all', { count: takeable.length }));
}

/**
 * Takes back what was decided on a difference.
 * In: the project and the difference. Out: the draft that removes its decisions and their agreed segments.
 */
export function reopen(state: ProjectState, difference: Difference): ChangeDraft {
  const draft = new Draft(state);
  clear(state, draft, difference);
  const title = state.sources.get(difference.sourceId)?.title ?? '';
  return draft.finish(message('reopen-difference', { title }));
}

function clear(state: ProjectState, draft: Draft, difference: Difference): void {
  const gone = new Set<SegmentId>();
  for (const decision of decisionsOn(state, difference)) {
    draft.remove('decisions', decision.id);
    for (const id of decision.result) if (state.segments.has(id)) gone.add(id);
  }
  dropSegments(state, draft, gone);
}

function decide(
  state: ProjectState,
  stamp: Stamp,
  draft: Draft,
  agreed: CoderId,
  difference: Difference,
  { settlement, note }: { readonly settlement: Settlement; readonly note: string },
  contents: readonly Content[],
): void {
  clear(state, draft, difference);
  const now = stamp.now();
  // The same decision in every copy of the project, so that it survives being brought together.
  const id = stableGuid('decision', difference.id);
  const result = contents.map((content, index) => {
    const segment: CodedSegment = {
      id: stableGuid('agreed', id, String(index)),
      coderId: agreed,
      ...content,
      memoId: null,
      createdAt: now,
      modifiedAt: now,
    };
    draft.put('segments', segment);
    return segment.id;
  });
  const { sourceId, start, end, kind, considered } = difference;
  const coderId = projectInfo(state).currentCoderId;
  const decision: Decision = {
    id,
    sourceId,
    start,
    end,
    kind,
    considered,
    settlement,
    result,
    note: note.trim(),
    coderId,
    at: now,
  };
  draft.put('decisions', decision);
}

function tagsOf(considered: Difference['considered']) {
  const tags = new Map(considered.map((each) => [each.segmentId, each.tags]));
  return (segment: CodedSegment) => tags.get(segment.id) ?? [];
}

function contentsOf(
  state: ProjectState,
  stamp: Stamp,
  { sourceId, segments, considered }: Difference,
  verdict: Verdict,
): Result<readonly Content[], Refusal<CodingFailure>> {
  const [first, second] = segments;
  const tags = tagsOf(considered);
  switch (verdict.settlement) {
    case 'first':
      return ok(united(first, tags));
    case 'second':
      return ok(united(second, tags));
    case 'both':
      return ok(united([...first, ...second], tags));
    case 'none':
      return ok([]);
    case 'edited':
      break;
  }
  const like = first[0] ?? second[0];
  invariant(like, 'a difference has a segment');
  const contents: Content[] = [];
  for (const { start, end, codeIds } of verdict.segments) {
    const anchored = anchorPassage(state, { sourceId, start, end }, verdict.text);
    if (!anchored.ok) return anchored;
    const codes = choose(state, codeIds, stamp);
    if (!codes.ok) return codes;
    const { certainty, stance } = like;
    contents.push({ ...anchored.value, tags: codes.value.map(({ id }) => id), certainty, stance });
  }
  return ok(contents);
}

/** Segments as they are taken over; those of one passage become one. */
function united(
  segments: readonly CodedSegment[],
  tagsOf: (segment: CodedSegment) => readonly CodeId[],
): readonly Content[] {
  const byPassage = new Map<string, Content>();
  for (const segment of segments) {
    const {
      id: _id,
      coderId: _coder,
      memoId: _memo,
      createdAt: _made,
      modifiedAt: _at,
      ...content
    } = segment;
    const key = `${segment.start} ${segment.end}`;
    const there = byPassage.get(key);
    const tags = tagsOf(segment);
    byPassage.set(
      key,
      there
        ? {
            ...there,
            tags: [...new Set([...there.tags, ...tags])],
            certainty: segment.certainty === 'unsure' ? 'unsure' : there.certainty,
          }
        : { ...content, tags },
    );
  }
  return [...byPassage.values()];
}
