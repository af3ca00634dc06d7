import type { DocumentView } from '../document/document-view';
import { tidied, type TextSelection } from './text-selection';

export interface PointerEvents {
  /** Drawing over the text has begun: what was selected before is no longer meant. */
  readonly onBegin: (event: PointerEvent) => void;
  /** A passage was drawn over, or a word or paragraph clicked. */
  readonly onSelect: (selection: TextSelection) => void;
  /** A single click: the position of the caret, and of the character under the pointer if there is one. */
  readonly onClick: (position: number, character: number | null, event: PointerEvent) => void;
  /** A click with Shift: the selection is to reach to here. */
  readonly onExtend: (position: number) => void;
  readonly onHover: (character: number | null) => void;
}

/**
 * The mouse on the text. While it is down the browser draws its own selection, with word and paragraph
 * clicks and scrolling at the edges; afterwards the selection is ours alone, so that it can be as large as
 * the document and survive whatever has the focus.
 */
export class PointerSelection {
  readonly #view: DocumentView;
  readonly #events: PointerEvents;
  readonly #abort = new AbortController();
  #down: { x: number; y: number } | null = null;
  #hoverFrame = 0;

  constructor(view: DocumentView, events: PointerEvents) {
    this.#view = view;
    this.#events = events;
    const { signal } = this.#abort;
    view.body.addEventListener('pointerdown', (event) => this.#onDown(event), { signal });
    view.body.addEventListener('mousedown', (event) => this.#onShiftClick(event), { signal });
    view.body.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    view.body.addEventListener('pointerleave', () => this.#events.onHover(null), { signal });
    window.addEventListener('pointerup', (event) => this.#onUp(event), { signal });
    window.addEventListener('pointercancel', () => (this.#down = null), { signal });
    document.addEventListener('selectionchange', () => this.#onSelectionChange(), { signal });
  }

  dispose(): void {
    this.#abort.abort();
    cancelAnimationFrame(this.#hoverFrame);
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (event.shiftKey) return;
    this.#down = { x: event.clientX, y: event.clientY };
    this.#events.onBegin(event);
  }

  #onShiftClick(event: MouseEvent): void {
    if (event.button !== 0 || !event.shiftKey) return;
    const position = this.#view.positionAt(event.clientX, event.clientY);
    if (position === null) return;
    // The browser would draw a selection from where it last had a caret.
    event.preventDefault();
    this.#view.scroller.focus({ preventScroll: true });
    this.#events.onExtend(position);
  }

  #onUp(event: PointerEvent): void {
    const down = this.#down;
    if (!down) return;
    this.#down = null;
    const selection = this.#take();
    if (selection) {
      this.#events.onSelect(selection);
      return;
    }
    const { clientX: x, clientY: y } = event;
    const position = this.#view.positionAt(x, y);
    const isClick = Math.hypot(x - down.x, y - down.y) < 5;
    if (position !== null && isClick) this.#events.onClick(position, this.#view.characterAt(x, y), event);
  }

  /** "Select all" of a menu, or a screen reader's own selection, made without a pointer. */
  #onSelectionChange(): void {
    if (this.#down) return;
    const selection = this.#take();
    if (selection) this.#events.onSelect(selection);
  }

  /** Takes over the browser's selection; null when nothing of the text is selected. */
  #take(): TextSelection | null {
    const native = document.getSelection();
    const range = native && native.rangeCount > 0 ? native.getRangeAt(0) : null;
    if (!native || !range || range.collapsed || !range.intersectsNode(this.#view.body)) return null;
    const anchor = this.#clamped(native.anchorNode, native.anchorOffset);
    const focus = this.#clamped(native.focusNode, native.focusOffset);
    native.removeAllRanges();
    const selection = tidied(this.#view.text, { anchor, focus });
    return selection.anchor === selection.focus ? null : selection;
  }

  /** A place in the DOM as a position; what lies outside the text counts as its beginning or its end. */
  #clamped(node: Node | null, offset: number): number {
    const position = node && this.#view.position(node, offset);
    if (!node || position !== null) return position ?? 0;
    const body = document.createRange();
    body.selectNode(this.#view.body);
    return body.comparePoint(node, offset) < 0 ? 0 : this.#view.text.length;
  }

  #onMove(event: PointerEvent): void {
    cancelAnimationFrame(this.#hoverFrame);
    if (event.buttons !== 0) return;
    const { clientX: x, clientY: y } = event;
    this.#hoverFrame = requestAnimationFrame(() => this.#events.onHover(this.#view.characterAt(x, y)));
  }
}
