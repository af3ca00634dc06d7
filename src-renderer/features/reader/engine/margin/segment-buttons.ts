import type { SegmentId } from '../../../../domain/model/ids';
import type { CodedSegment } from '../../../../domain/model/segment';
import type { Bar } from './stripes';
import styles from './margin.module.css';

export interface SegmentButtonEvents {
  readonly onPress: (id: SegmentId) => void;
  /** A button has the focus, or none has. */
  readonly onFocus: (id: SegmentId | null) => void;
  /** The person went past the first or last segment on the screen. */
  readonly onBeyond: (from: SegmentId, direction: 'forward' | 'backward') => void;
}

/**
 * What the stripes show, for keyboard and screen reader: a toolbar of buttons, one for each segment on
 * the screen, laid over its bar. One Tab stop; arrows go from segment to segment.
 */
export class SegmentButtons {
  readonly element: HTMLElement;
  readonly #events: SegmentButtonEvents;
  readonly #buttons = new Map<SegmentId, HTMLButtonElement>();
  #order: readonly SegmentId[] = [];
  #current: SegmentId | null = null;

  constructor(margin: HTMLElement, label: string, events: SegmentButtonEvents) {
    this.#events = events;
    this.element = document.createElement('div');
    this.element.className = styles['list'] ?? '';
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-orientation', 'vertical');
    this.element.setAttribute('aria-label', label);
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('focusout', () => this.#events.onFocus(null));
    margin.append(this.element);
  }

  /** Shows the bars of the screen; buttons of segments that stay keep the focus. */
  set(
    bars: readonly Bar[],
    describe: (segment: CodedSegment) => string,
    selected: ReadonlySet<SegmentId>,
  ): void {
    const wanted = new Set(bars.map(({ segment }) => segment.id));
    for (const [id, button] of this.#buttons) {
      if (wanted.has(id) || button === document.activeElement) continue;
      button.remove();
      this.#buttons.delete(id);
    }
    this.#order = bars.map(({ segment }) => segment.id);
    let previous: Element | null = null;
    for (const bar of bars) {
      const button = this.#button(bar.segment.id);
      button.setAttribute('aria-label', describe(bar.segment));
      button.setAttribute('aria-pressed', String(selected.has(bar.segment.id)));
      button.style.top = `${bar.top - 3}px`;
      button.style.height = `${Math.max(18, bar.bottom - bar.top) + 6}px`;
      // Moving a button that stands in its place would take the focus from it.
      const place: Element | null = previous ? previous.nextElementSibling : this.element.firstElementChild;
      if (place !== button) this.element.insertBefore(button, place);
      previous = button;
    }
    this.#rove(this.#current !== null && this.#buttons.has(this.#current) ? this.#current : this.#order[0]);
  }

  focus(id: SegmentId): void {
    this.#rove(id);
    this.#buttons.get(id)?.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  #button(id: SegmentId): HTMLButtonElement {
    const known = this.#buttons.get(id);
    if (known) return known;
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => this.#events.onPress(id));
    button.addEventListener('focus', () => {
      this.#rove(id);
      this.#events.onFocus(id);
    });
    this.#buttons.set(id, button);
    return button;
  }

  #rove(id: SegmentId | undefined): void {
    this.#current = id ?? null;
    for (const [other, button] of this.#buttons) button.tabIndex = other === id ? 0 : -1;
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || this.#current === null) return;
    event.preventDefault();
    const next = this.#order[this.#order.indexOf(this.#current) + step];
    if (next !== undefined) this.focus(next);
    else this.#events.onBeyond(this.#current, step > 0 ? 'forward' : 'backward');
  }
}
