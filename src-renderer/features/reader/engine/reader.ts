import type { CodedSegment } from '../../../domain/model/segment';
import type { SegmentId } from '../../../domain/model/ids';
import type { TextUnit } from '../../../domain/text/boundaries';
import type { TextRange } from '../../../domain/text/range';
import type { DocumentSource, DocumentView } from './document/document-view';
import { pieceAt } from './document/pieces';
import { neighbour, segmentsAt, type SegmentSet } from './segments';
import { lineEdge, moveByLine } from './selection/line-moves';
import { PointerSelection } from './selection/pointer';
import * as selections from './selection/text-selection';
import {
  caretAt,
  rangeOf,
  selectionOf,
  type Direction,
  type TextSelection,
} from './selection/text-selection';
import { Surface, type LookOf, type SurfaceWords } from './surface';

/** What the rest of the window sees of the reading view; a new object at each change. */
export interface ReaderState {
  /** Caret or selected passage; null before the text was first touched. */
  readonly selection: TextSelection | null;
  /** Selected segments, the one that was selected last at the end. Never together with a passage. */
  readonly segmentIds: readonly SegmentId[];
}

export interface ReaderOptions {
  readonly source: DocumentSource;
  readonly words: SurfaceWords;
  readonly canEdit: (segment: CodedSegment) => boolean;
  /** A segment was given another extent with the mouse. */
  readonly onResize: (segment: CodedSegment, range: TextRange) => void;
  /** Scrolling and selecting have come to rest. */
  readonly onPlace: () => void;
}

/**
 * The reading view of one source: what is selected and how that moves. Free of any framework, so that it
 * can be measured and tested by itself; what coding does to the project is not its business.
 */
export class Reader {
  readonly surface: Surface;
  readonly #options: ReaderOptions;
  readonly #pointer: PointerSelection;
  readonly #abort = new AbortController();
  readonly #listeners = new Set<() => void>();
  #state: ReaderState = { selection: null, segmentIds: [] };
  #list: readonly CodedSegment[] = [];
  #lookOf: LookOf | null = null;
  /** The segment that was selected when the mouse went down: a click on it goes to the one below it. */
  #before: SegmentId | undefined;
  /** Where the caret wants to be on lines that are long enough, as a coordinate of the window. */
  #column: number | null = null;

  constructor(scroller: HTMLElement, options: ReaderOptions) {
    this.#options = options;
    this.surface = new Surface(scroller, options.source, options.words, {
      buttons: {
        onPress: (id) => this.selectSegments([id]),
        onFocus: (id) => this.surface.setHover(this.segments.byId.get(id ?? '') ?? null),
        onBeyond: (from, direction) => this.#focusBeyond(from, direction),
      },
      handles: {
        onPreview: (range) => this.surface.setTarget(range),
        onResize: (range) => {
          const [segment] = this.selectedSegments;
          if (segment) options.onResize(segment, range);
        },
      },
      onPlace: options.onPlace,
    });
    this.#pointer = new PointerSelection(this.view, {
      onBegin: (event) => this.#onBegin(event),
      onSelect: (selection) => this.select(selection),
      onClick: (position, character, event) => this.#onClick(position, character, event),
      onExtend: (position) => this.select({ anchor: this.from.anchor, focus: position }),
      onHover: (character) =>
        this.surface.setHover((character !== null && this.topSegmentAt(character)) || null),
    });
    this.#listen(scroller);
  }

  get view(): DocumentView {
    return this.surface.view;
  }

  get state(): ReaderState {
    return this.#state;
  }

  get segments(): SegmentSet {
    return this.surface.segments;
  }

  get selectedSegments(): readonly CodedSegment[] {
    return this.#state.segmentIds.flatMap((id) => this.segments.byId.get(id) ?? []);
  }

  /** The selected passage; null for a caret or none. */
  get range(): TextRange | null {
    const { selection } = this.#state;
    return selection && !selections.isCaret(selection) ? rangeOf(selection) : null;
  }

  /** Where a move begins: the selection, the ends of the selected segment, else the top of the screen. */
  get from(): TextSelection {
    const [segment] = this.selectedSegments;
    if (segment) return selectionOf(segment);
    return this.#state.selection ?? caretAt(this.view.topPosition());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open(position = 0): void {
    this.surface.open(position);
  }

  dispose(): void {
    this.#abort.abort();
    this.#pointer.dispose();
    this.surface.dispose();
  }

  /** Shows segments. `lookOf` is the same function as long as codes, coders and language are the same. */
  setSegments(list: readonly CodedSegment[], lookOf: LookOf): void {
    if (list === this.#list && lookOf === this.#lookOf) return;
    this.#list = list;
    this.#lookOf = lookOf;
    const selected = this.selectedSegments;
    this.surface.setSegments(list, lookOf);
    const left = selected.filter(({ id }) => this.segments.byId.has(id)).map(({ id }) => id);
    const [gone] = selected.filter(({ id }) => !this.segments.byId.has(id));
    // What was coded is a selected passage again, so that it can be coded otherwise at once.
    if (gone && left.length === 0) this.select(selectionOf(gone));
    else if (selected.length > 0) this.#show({ ...this.#state, segmentIds: left });
  }

  select(selection: TextSelection | null): void {
    this.#show({ selection, segmentIds: [] });
  }

  selectAll(): void {
    this.select({ anchor: 0, focus: this.view.text.length });
  }

  selectSegments(segmentIds: readonly SegmentId[]): void {
    const last = this.segments.byId.get(segmentIds.at(-1) ?? '');
    this.#show({ segmentIds, selection: last ? caretAt(last.start) : this.#state.selection });
  }

  /** Escape: first the passage or segments, then the caret. */
  clear(): void {
    const { selection, segmentIds } = this.#state;
    const isOnlyCaret = segmentIds.length === 0 && !this.range;
    this.select(isOnlyCaret ? null : selection && caretAt(selection.focus));
  }

  move(unit: TextUnit, direction: Direction, extend: boolean): void {
    this.#moveTo(selections.moveBy(this.#ground, this.from, unit, direction, extend));
  }

  moveByLine(direction: Direction, extend: boolean): void {
    const { anchor, focus } = this.from;
    this.view.scrollTo(focus, 'nearest');
    const column = this.#column ?? this.view.caretBox(focus)?.left ?? 0;
    const next = moveByLine(this.view, focus, direction, column);
    this.#moveTo({ anchor: extend ? anchor : next, focus: next });
    this.#column = column;
  }

  moveToLineEdge(edge: 'start' | 'end', extend: boolean): void {
    const { anchor, focus } = this.from;
    const next = lineEdge(this.view, focus, edge);
    this.#moveTo({ anchor: extend ? anchor : next, focus: next });
  }

  moveToEdge(edge: 'start' | 'end', extend: boolean): void {
    const next = edge === 'start' ? 0 : this.view.text.length;
    this.#moveTo({ anchor: extend ? this.from.anchor : next, focus: next });
  }

  /** Selects the unit at the caret, and the next one as well when asked again. */
  grow(unit: TextUnit): void {
    this.#moveTo(selections.growBy(this.#ground, this.from, unit));
  }

  /** Selects the next unit instead of what is selected. */
  step(unit: TextUnit, direction: Direction): void {
    const next = selections.stepBy(this.#ground, this.from, unit, direction);
    if (next) this.#moveTo(next);
  }

  topSegmentAt(position: number): CodedSegment | undefined {
    return segmentsAt(this.segments, position)[0];
  }

  /** Selects the next segment and shows it. */
  goToSegment(direction: Direction): void {
    const { start } = rangeOf(this.from);
    const next = neighbour(this.segments, this.#state.segmentIds.at(-1), start, direction);
    if (next) this.reveal(next);
  }

  /** Selects the segment at the caret; asked again, the next one there. */
  selectAtCaret(): void {
    const { start } = rangeOf(this.from);
    this.#cycle(segmentsAt(this.segments, start), start, this.#state.segmentIds.at(-1));
  }

  /** Selects a segment and brings it onto the screen, to the middle if that is wanted or it was far off. */
  reveal(segment: CodedSegment, where: 'nearest' | 'middle' = 'nearest'): void {
    this.selectSegments([segment.id]);
    const { from, to } = this.view.visible();
    const piece = pieceAt(this.view.pieces, segment.start);
    this.view.scrollTo(segment.start, piece < from || piece >= to ? 'middle' : where);
    this.surface.flashSelected();
  }

  #listen(scroller: HTMLElement): void {
    const { signal } = this.#abort;
    scroller.addEventListener('copy', (event) => this.#onCopy(event), { signal });
    const { margin, stripes } = this.surface;
    const at = (event: PointerEvent): CodedSegment | null => {
      const box = margin.getBoundingClientRect();
      return stripes.segmentAt(event.clientX - box.left, event.clientY - box.top);
    };
    margin.addEventListener('pointermove', (event) => this.surface.setHover(at(event)), { signal });
    margin.addEventListener('pointerleave', () => this.surface.setHover(null), { signal });
    margin.addEventListener(
      'mousedown',
      (event) => {
        event.preventDefault();
        scroller.focus({ preventScroll: true });
      },
      { signal },
    );
    margin.addEventListener(
      'pointerdown',
      (event) => {
        const segment = event.button === 0 ? at(event) : null;
        if (segment) this.#pick(segment.id, event);
      },
      { signal },
    );
  }

  #onCopy(event: ClipboardEvent): void {
    const range = this.range ?? this.selectedSegments[0];
    if (!range || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', this.view.text.slice(range.start, range.end));
    event.preventDefault();
  }

  #onBegin(event: PointerEvent): void {
    // A segment is about to be added to those that are selected.
    if (event.ctrlKey || event.metaKey) return;
    const { selection, segmentIds } = this.#state;
    this.#before = segmentIds.at(-1);
    this.select(selection && caretAt(selection.focus));
  }

  #onClick(position: number, character: number | null, event: PointerEvent): void {
    const here = character === null ? [] : segmentsAt(this.segments, character);
    const [top] = here;
    if (top && (event.ctrlKey || event.metaKey)) this.#pick(top.id, event);
    else if (top) this.#cycle(here, position, this.#before);
    else this.select(caretAt(position));
  }

  /** Selects the segment after the last one of those at a place, round and round. */
  #cycle(here: readonly CodedSegment[], caret: number, last: SegmentId | undefined): void {
    const next = here[(here.findIndex(({ id }) => id === last) + 1) % here.length];
    if (next) this.#show({ segmentIds: [next.id], selection: caretAt(caret) });
  }

  #pick(id: SegmentId, event: PointerEvent): void {
    const { segmentIds } = this.#state;
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.selectSegments([id]);
    else if (segmentIds.includes(id)) this.selectSegments(segmentIds.filter((other) => other !== id));
    else this.selectSegments([...segmentIds, id]);
  }

  #focusBeyond(from: SegmentId, direction: Direction): void {
    const next = neighbour(this.segments, from, 0, direction);
    if (!next) return;
    this.view.scrollTo(next.start, 'middle');
    this.surface.drawNow();
    this.surface.buttons.focus(next.id);
  }

  get #ground(): selections.Ground {
    return { text: this.view.text, blocks: this.view.blocks, language: this.#options.source.language };
  }

  /** Selects and scrolls to where the focus now is. */
  #moveTo(selection: TextSelection): void {
    this.select(selection);
    this.view.scrollTo(selection.focus, 'nearest');
    this.#column = null;
  }

  #show(state: ReaderState): void {
    this.#state = state;
    const segments = this.selectedSegments;
    const [only] = segments;
    this.surface.show({
      range: this.range,
      caret: segments.length === 0 && state.selection ? state.selection.focus : null,
      segments,
      editable: only && segments.length === 1 && this.#options.canEdit(only) ? only : null,
    });
    for (const listener of this.#listeners) listener();
  }
}
