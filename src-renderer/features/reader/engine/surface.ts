import type { CodedSegment } from '../../../domain/model/segment';
import type { SegmentId } from '../../../domain/model/ids';
import { overlapping } from '../../../domain/text/interval-index';
import type { TextRange } from '../../../domain/text/range';
import { DocumentView, type DocumentSource } from './document/document-view';
import { pieceAt } from './document/pieces';
import { lineLength } from './document/typography';
import type { SegmentLook } from './look';
import { assignLanes, type Lanes } from './margin/lanes';
import { SegmentButtons, type SegmentButtonEvents } from './margin/segment-buttons';
import { Stripes } from './margin/stripes';
import { fillName, HighlightSheet, lineName, selectionName } from './painting/highlight-sheet';
import { Outline } from './painting/outline';
import { Painter } from './painting/painter';
import { colorRuns, type Run } from './painting/runs';
import { changedRanges, segmentSet, type SegmentSet } from './segments';
import { Caret } from './selection/caret';
import { Handles, type HandleEvents } from './selection/handles';

export type LookOf = (segment: CodedSegment) => SegmentLook;

/** What is said of the segments to those who do not see the stripes. */
export interface SurfaceWords {
  readonly segments: string;
  /** In: a segment and how many others overlap it. */
  readonly segment: (segment: CodedSegment, overlaps: number) => string;
}

export interface SurfaceEvents {
  readonly buttons: SegmentButtonEvents;
  readonly handles: HandleEvents;
  /** Scrolling and selecting have come to rest. */
  readonly onPlace: () => void;
}

/** What is selected, as it is drawn. */
export interface Shown {
  readonly range: TextRange | null;
  readonly caret: number | null;
  readonly segments: readonly CodedSegment[];
  /** The segment that has handles. */
  readonly editable: CodedSegment | null;
}

const MARKS = 'marks';
const SELECTION = 'selection';
/** Pieces that surely fill the first screen. */
const FIRST_PIECES = 12;
/** How many screens of stripes are drawn above and below. */
const STRIPES_AROUND = 0.5;
/** Milliseconds without scrolling after which the place counts. */
const REST = 160;

/** Everything that is drawn: the text, marks on it, stripes beside it, what is selected. One frame, one drawing. */
export class Surface {
  readonly view: DocumentView;
  readonly painter: Painter;
  readonly margin: HTMLElement;
  readonly stripes: Stripes;
  readonly buttons: SegmentButtons;
  readonly #words: SurfaceWords;
  readonly #events: SurfaceEvents;
  readonly #sheet = new HighlightSheet();
  readonly #hovered: Outline;
  readonly #selected: Outline;
  readonly #target: Outline;
  readonly #caret: Caret;
  readonly #handles: Handles;
  readonly #resize = new ResizeObserver(() => this.#schedule(true));
  readonly #abort = new AbortController();
  #segments: SegmentSet = segmentSet([]);
  #lanes: Lanes = { of: new Map(), count: 0 };
  #lookOf: LookOf | null = null;
  #shown: Shown = { range: null, caret: null, segments: [], editable: null };
  #hover: SegmentId | null = null;
  #frame = 0;
  #isDirty = true;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(scroller: HTMLElement, source: DocumentSource, words: SurfaceWords, events: SurfaceEvents) {
    this.#words = words;
    this.#events = events;
    this.view = new DocumentView(scroller, source);
    this.painter = new Painter(this.view);
    this.#hovered = new Outline(this.view, 'hovered');
    this.#selected = new Outline(this.view, 'selected');
    this.#target = new Outline(this.view, 'target');
    this.stripes = new Stripes(this.view);
    this.margin = this.stripes.element;
    this.#caret = new Caret(this.view);
    this.#handles = new Handles(this.view, events.handles);
    this.buttons = new SegmentButtons(this.margin, words.segments, events.buttons);
    this.#sheet.onThemeChange(() => this.#schedule(true));
    this.painter.setLayer(MARKS, 0, (start, end) => this.#markRuns(start, end));
    this.painter.setLayer(SELECTION, 2, () => this.#selectionRuns());
    this.#resize.observe(this.view.body);
    this.#resize.observe(scroller);
    const { signal } = this.#abort;
    scroller.addEventListener('scroll', () => this.#schedule(false), { passive: true, signal });
    // A face that arrives late moves the lines even where it leaves the height.
    document.fonts.addEventListener('loadingdone', () => this.#schedule(true), { signal });
  }

  get segments(): SegmentSet {
    return this.#segments;
  }

  /** Shows the first screen at once and the rest soon after. */
  open(position: number): void {
    // Everything that is put in before the first measurement is laid out once.
    const piece = Math.max(0, pieceAt(this.view.pieces, position));
    this.painter.show({ from: piece, to: Math.min(this.view.pieces.count, piece + FIRST_PIECES) });
    this.view.open(position);
    this.#draw(0);
    this.#schedule(true);
  }

  dispose(): void {
    this.#abort.abort();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.painter.dispose();
    this.#sheet.dispose();
    this.view.dispose();
  }

  /** Shows segments, painting anew only where something changed. A new `lookOf` repaints everything. */
  setSegments(list: readonly CodedSegment[], lookOf: LookOf): void {
    const next = segmentSet(list);
    const everything = [{ start: 0, end: this.view.text.length }];
    const changed = lookOf === this.#lookOf ? changedRanges(this.#segments, next) : everything;
    this.#segments = next;
    this.#lookOf = lookOf;
    this.#lanes = assignLanes(
      list,
      (position) => this.#lineEnd(position),
      (segment) => (lookOf(segment).initials === null ? '' : segment.coderId),
    );
    for (const range of changed) this.painter.refresh(MARKS, range);
    this.#schedule(true);
  }

  show(shown: Shown): void {
    const before = this.#shown.range;
    this.#shown = shown;
    if (before) this.painter.refresh(SELECTION, before);
    if (shown.range) this.painter.refresh(SELECTION, shown.range);
    this.#caret.set(shown.caret);
    this.#selected.set(shown.segments);
    this.#handles.set(shown.editable);
    this.#schedule(true);
  }

  /** Marks the segment under the pointer or with the focus. */
  setHover(segment: CodedSegment | null): void {
    if ((segment?.id ?? null) === this.#hover) return;
    this.#hover = segment?.id ?? null;
    // Initials are all that the lanes of others have room for.
    this.margin.title = (segment && this.#lookOf?.(segment).coder) ?? '';
    this.#hovered.set(segment ? [segment] : []);
    this.#schedule(true);
  }

  /** Draws a broken line around what a drop or a drag would affect. */
  setTarget(range: TextRange | null): void {
    this.#target.set(range ? [range] : []);
  }

  flashSelected(): void {
    this.#selected.flash();
  }

  /** Draws now what the next frame would draw, as before the focus goes to something new. */
  drawNow(): void {
    this.#draw();
    this.#settle();
  }

  #markRuns(start: number, end: number): readonly Run[] {
    const lookOf = this.#lookOf;
    if (!lookOf) return [];
    const marks = overlapping(this.#segments.index, start, end).map((segment) => ({
      start: segment.start,
      end: segment.end,
      color: lookOf(segment).lead.color,
    }));
    return colorRuns(marks, start, end).map(({ fill, line, ...range }) => {
      this.#sheet.ensure(fill);
      if (line) this.#sheet.ensure(line);
      return { ...range, names: line ? [fillName(fill), lineName(line)] : [fillName(fill)] };
    });
  }

  #selectionRuns(): readonly Run[] {
    const { range } = this.#shown;
    return range ? [{ ...range, names: [selectionName] }] : [];
  }

  /** The furthest that the line with a position can reach, for lanes. */
  #lineEnd(position: number): number {
    const { pieces, setting } = this.view;
    const piece = pieceAt(pieces, position, true);
    return Math.min(position + lineLength(setting), pieces.ends[piece] ?? position);
  }

  #schedule(isDirty: boolean): void {
    this.#isDirty ||= isDirty;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  /** Draws what is seen; stripes also for a part of a screen around it. */
  #draw(around = STRIPES_AROUND): void {
    this.painter.show(this.view.visible());
    if (this.#isDirty || this.stripes.isStale) this.#drawOver(around);
    this.#isDirty = false;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settle(), REST);
  }

  #drawOver(around: number): void {
    if (this.#lookOf) {
      const model = {
        index: this.#segments.index,
        lanes: this.#lanes,
        lookOf: this.#lookOf,
        selected: this.#selectedIds,
        hovered: this.#hover,
        ground: this.#sheet.ground,
      };
      this.stripes.draw(model, around);
    }
    this.#hovered.draw();
    this.#selected.draw();
    this.#target.draw();
    this.#caret.draw();
    this.#handles.draw();
  }

  get #selectedIds(): ReadonlySet<SegmentId> {
    return new Set(this.#shown.segments.map(({ id }) => id));
  }

  #settle(): void {
    const { scrollTop, clientHeight } = this.view.scroller;
    const onScreen = this.stripes.bars.filter(
      ({ top, bottom }) => bottom > scrollTop && top < scrollTop + clientHeight,
    );
    this.buttons.set(onScreen, (segment) => this.#describe(segment), this.#selectedIds);
    this.#events.onPlace();
  }

  #describe(segment: CodedSegment): string {
    const overlaps = overlapping(this.#segments.index, segment.start, segment.end).length - 1;
    return this.#words.segment(segment, overlaps);
  }
}
