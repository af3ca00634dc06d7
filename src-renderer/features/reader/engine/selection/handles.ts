import type { TextRange } from '../../../../domain/text/range';
import type { DocumentView } from '../document/document-view';
import { tidied } from './text-selection';
import styles from './selection.module.css';

export interface HandleEvents {
  /** While a handle is dragged: what the passage would become. Null when the drag is given up. */
  readonly onPreview: (range: TextRange | null) => void;
  readonly onResize: (range: TextRange) => void;
}

/** Two knobs at the ends of the selected segment, for the mouse; the keyboard has keys of its own. */
export class Handles {
  readonly #view: DocumentView;
  readonly #events: HandleEvents;
  readonly #knobs: Record<'start' | 'end', HTMLElement>;
  #range: TextRange | null = null;

  constructor(view: DocumentView, events: HandleEvents) {
    this.#view = view;
    this.#events = events;
    this.#knobs = { start: this.#knob('start'), end: this.#knob('end') };
  }

  set(range: TextRange | null): void {
    this.#range = range;
    this.draw();
  }

  draw(): void {
    const sheet = this.#view.sheet.getBoundingClientRect();
    const near = this.#view.nearby();
    for (const edge of ['start', 'end'] as const) {
      const knob = this.#knobs[edge];
      const position = this.#range?.[edge] ?? -1;
      const isNear = position >= near.start && position <= near.end;
      const box = isNear ? this.#view.edgeBox(position, edge) : null;
      knob.hidden = box === null;
      if (!box) continue;
      const x = (edge === 'start' ? box.left - 2 : box.right + 2) - sheet.left;
      const y = (edge === 'start' ? box.top - 4 : box.bottom + 4) - sheet.top;
      knob.style.translate = `${x}px ${y}px`;
    }
  }

  #knob(edge: 'start' | 'end'): HTMLElement {
    const knob = document.createElement('div');
    knob.className = styles['handle'] ?? '';
    knob.dataset['edge'] = edge;
    knob.hidden = true;
    this.#view.sheet.append(knob);
    let pending: TextRange | null = null;
    const finish = (keep: boolean): void => {
      if (keep && pending) this.#events.onResize(pending);
      pending = null;
      this.#events.onPreview(null);
    };
    knob.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      knob.setPointerCapture(event.pointerId);
    });
    knob.addEventListener('pointermove', (event) => {
      if (!knob.hasPointerCapture(event.pointerId) || !this.#range) return;
      const position = this.#view.positionAt(event.clientX, event.clientY);
      if (position === null) return;
      const { start, end } = this.#range;
      const next = edge === 'start' ? { anchor: end, focus: position } : { anchor: start, focus: position };
      const { anchor, focus } = tidied(this.#view.text, next);
      pending = anchor === focus ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
      this.#events.onPreview(pending);
    });
    knob.addEventListener('pointerup', () => finish(true));
    knob.addEventListener('pointercancel', () => finish(false));
    return knob;
  }
}
