import type { ProjectSession } from '../../../application/session';
import { applyCode } from '../../../domain/coding/apply-code';
import { resizeSegment, setCertainty, setStance } from '../../../domain/coding/edit';
import { setMemo } from '../../../domain/coding/memo';
import { mergeSegments } from '../../../domain/coding/merge';
import { segmentOn } from '../../../domain/coding/passage';
import { removeSegments, removeTag } from '../../../domain/coding/remove';
import { toggleTag } from '../../../domain/coding/toggle-tag';
import type { CodeId, SegmentId, SourceId } from '../../../domain/model/ids';
import { refuse } from '../../../domain/model/refusal';
import { stances, type CodedSegment, type Stance } from '../../../domain/model/segment';
import type { TextUnit } from '../../../domain/text/boundaries';
import type { TextRange } from '../../../domain/text/range';
import type { Reader } from '../engine/reader';
import { resized, type Direction } from '../engine/selection/text-selection';

/** What coding has to say to the person. */
export type CodingNotice =
  | { readonly kind: 'removed'; readonly count: number; readonly undo: () => void }
  | { readonly kind: 'foreign'; readonly segment: CodedSegment };

/** What the next passage is coded with when it is to be coded like the last. */
export interface LastTags {
  codeIds: readonly CodeId[];
}

/**
 * What a person does to the passage or the segments that are selected. Each is one gesture that can be
 * undone; only the segments of the coder at work are ever changed.
 */
export class Coding {
  readonly #session: ProjectSession;
  readonly #reader: Reader;
  readonly #source: { readonly id: SourceId; readonly text: string; readonly language: string };
  readonly #last: LastTags;
  readonly #notify: (notice: CodingNotice) => void;

  constructor(
    session: ProjectSession,
    reader: Reader,
    source: { readonly id: SourceId; readonly text: string; readonly language: string },
    last: LastTags,
    notify: (notice: CodingNotice) => void,
  ) {
    this.#session = session;
    this.#reader = reader;
    this.#source = source;
    this.#last = last;
    this.#notify = notify;
  }

  isOwn = (segment: CodedSegment): boolean => segment.coderId === this.#session.coderId;

  /** The selected segments that may be changed. */
  get own(): readonly CodedSegment[] {
    return this.#reader.selectedSegments.filter(this.isOwn);
  }

  /** A code's key: codes the selected passage, or gives the code to the selected segments or takes it off. */
  code(codeId: CodeId): void {
    const { range } = this.#reader;
    if (range) this.codeRange(range, [codeId]);
    else if (this.#mayEdit()) this.#toggle(this.#ids, codeId);
  }

  codeRange(range: TextRange, codeIds: readonly CodeId[]): void {
    const { state, stamp, coderId } = this.#session;
    const { id: sourceId, text } = this.#source;
    const passage = { sourceId, start: range.start, end: range.end };
    const done = this.#session.attempt(applyCode(state, { passage, text, codeIds, coderId }, stamp));
    if (!done) return;
    // The segment stays selected: further codes go onto the same passage.
    const made = segmentOn(this.#session.state, passage, coderId);
    if (!made) return;
    this.#last.codeIds = made.tags;
    this.#reader.selectSegments([made.id]);
  }

  /** Gives a segment a code, as when the code is dropped on it. */
  codeSegment(segment: CodedSegment, codeId: CodeId): void {
    if (!this.isOwn(segment)) this.#notify({ kind: 'foreign', segment });
    else if (!segment.tags.includes(codeId)) this.#toggle([segment.id], codeId);
  }

  /** Codes as the last passage was coded. */
  repeat(): void {
    const { range } = this.#reader;
    const { codeIds } = this.#last;
    if (range) this.codeRange(range, codeIds);
    else if (this.#mayEdit()) for (const segment of this.own) this.codeRange(segment, codeIds);
  }

  get canRepeat(): boolean {
    return this.#last.codeIds.some((id) => this.#session.state.codes.get(id)?.codable);
  }

  removeTag(segmentId: SegmentId, codeId: CodeId): void {
    const { state, stamp } = this.#session;
    if (this.#session.attempt(removeTag(state, { segmentId, codeId }, stamp))) this.#sayRemoved([segmentId]);
  }

  remove(): void {
    if (!this.#mayEdit()) return;
    const ids = this.#ids;
    if (this.#session.attempt(removeSegments(this.#session.state, ids))) this.#sayRemoved(ids);
  }

  toggleUnsure(): void {
    if (!this.#mayEdit()) return;
    const certainty = this.own.every((segment) => segment.certainty === 'unsure') ? 'certain' : 'unsure';
    const { state, stamp } = this.#session;
    this.#session.attempt(setCertainty(state, { segmentIds: this.#ids, certainty }, stamp));
  }

  setStance(stance: Stance): void {
    if (!this.#mayEdit()) return;
    const { state, stamp } = this.#session;
    this.#session.attempt(setStance(state, { segmentIds: this.#ids, stance }, stamp));
  }

  nextStance(): void {
    const current = stances.indexOf(this.own[0]?.stance ?? 'rejects');
    const next = stances[(current + 1) % stances.length];
    if (next) this.setStance(next);
  }

  resize(segment: CodedSegment, { start, end }: TextRange): void {
    const { state, stamp } = this.#session;
    const input = { segmentId: segment.id, start, end, text: this.#source.text };
    this.#session.attempt(resizeSegment(state, input, stamp));
  }

  /** Moves one end of the selected segment; of the selected passage where no segment is selected. */
  resizeBy(edge: 'start' | 'end', direction: Direction, unit: TextUnit = 'word'): void {
    const { view, range } = this.#reader;
    const ground = { text: view.text, blocks: view.blocks, language: this.#source.language };
    if (range) {
      const next = resized(ground, range, edge, direction, unit);
      this.#reader.select({ anchor: next.start, focus: next.end });
      return;
    }
    if (!this.#mayEdit()) return;
    const segment = this.own[0];
    if (segment) this.resize(segment, resized(ground, segment, edge, direction, unit));
  }

  merge(): void {
    if (!this.#mayEdit()) return;
    const [first] = this.own;
    const { state, stamp } = this.#session;
    const input = { segmentIds: this.#ids, text: this.#source.text };
    if (!first || !this.#session.attempt(mergeSegments(state, input, stamp))) return;
    const kept = this.#reader.selectedSegments[0];
    if (kept) this.#reader.selectSegments([kept.id]);
  }

  writeMemo(segmentId: SegmentId, memo: { readonly body: string; readonly plainText: string }): void {
    const { state, stamp, coderId } = this.#session;
    // The memo may be saved after its segment was removed: then there is nothing to keep it on.
    if (!state.segments.has(segmentId)) return;
    const target = { table: 'segments', id: segmentId } as const;
    this.#session.attempt(setMemo(state, { target, title: '', ...memo, coderId }, stamp));
  }

  /** Whether there is something of one's own to change; says why when there is not. */
  #mayEdit(): boolean {
    const [first] = this.#reader.selectedSegments;
    if (this.own.length > 0) return true;
    if (first) this.#notify({ kind: 'foreign', segment: first });
    else this.#session.attempt(refuse('range-empty'));
    return false;
  }

  get #ids(): readonly SegmentId[] {
    return this.own.map(({ id }) => id);
  }

  #toggle(segmentIds: readonly SegmentId[], codeId: CodeId): void {
    const { state, stamp } = this.#session;
    if (!this.#session.attempt(toggleTag(state, { segmentIds, codeId }, stamp))) return;
    this.#sayRemoved(segmentIds);
    const tags = this.#session.state.segments.get(segmentIds.at(-1) ?? '')?.tags;
    if (tags) this.#last.codeIds = tags;
  }

  /** Says which of the segments are gone, and offers them back. */
  #sayRemoved(segmentIds: readonly SegmentId[]): void {
    const count = segmentIds.filter((id) => !this.#session.state.segments.has(id)).length;
    if (count === 0) return;
    const gesture = this.#session.snapshot.stacks.undoable.at(-1);
    const undo = (): void => {
      // Other gestures may have come since; the button means this one alone.
      if (this.#session.snapshot.stacks.undoable.at(-1)?.id === gesture?.id) void this.#session.undo();
    };
    this.#notify({ kind: 'removed', count, undo });
  }
}
