import type { DocumentView } from '../document/document-view';
import styles from './selection.module.css';

/** The caret of the reading view, which is no text field and has none of its own. */
export class Caret {
  readonly #view: DocumentView;
  readonly #element: HTMLElement;
  #position: number | null = null;

  constructor(view: DocumentView) {
    this.#view = view;
    this.#element = document.createElement('div');
    this.#element.className = styles['caret'] ?? '';
    this.#element.hidden = true;
    view.sheet.append(this.#element);
  }

  set(position: number | null): void {
    this.#position = position;
    this.draw();
    // Starts the blinking anew, so that the caret is seen where it has got to.
    for (const animation of this.#element.getAnimations()) animation.currentTime = 0;
  }

  draw(): void {
    const box = this.#position === null ? null : this.#view.caretBox(this.#position);
    this.#element.hidden = box === null;
    if (!box) return;
    const sheet = this.#view.sheet.getBoundingClientRect();
    this.#element.style.translate = `${box.left - sheet.left - 1}px ${box.top - sheet.top}px`;
    this.#element.style.height = `${box.height}px`;
  }
}
