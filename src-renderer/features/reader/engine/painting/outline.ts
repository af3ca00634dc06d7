import type { TextRange } from '../../../../domain/text/range';
import type { DocumentView } from '../document/document-view';
import styles from './outline.module.css';

/** A line of text that a range touches, in coordinates of the sheet. */
export interface LineBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** In: boxes of a range. Out: one box per line of text, from top to bottom. */
export function linesOf(boxes: readonly LineBox[]): readonly LineBox[] {
  const lines: LineBox[] = [];
  for (const box of [...boxes].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const line = lines.at(-1);
    const middle = (box.top + box.bottom) / 2;
    if (line && middle < line.bottom && middle > line.top) {
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
      line.top = Math.min(line.top, box.top);
      line.bottom = Math.max(line.bottom, box.bottom);
    } else lines.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return lines;
}

/** Lines further apart than this part of their height belong to different paragraphs. */
const PARAGRAPH_GAP = 0.6;

/** The outline around lines as the data of an SVG path; lines of one paragraph share one outline. */
export function outlinePath(lines: readonly LineBox[], pad = 2): string {
  const groups: LineBox[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    const apart = !last || line.top - last.bottom > (line.bottom - line.top) * PARAGRAPH_GAP;
    const besides = last && (line.left > last.right || line.right < last.left);
    if (apart || besides) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.map((group) => outlineOf(group, pad)).join('');
}

function outlineOf(lines: readonly LineBox[], pad: number): string {
  const right: string[] = [];
  const left: string[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const below = lines[i + 1];
    const top = above ? (above.bottom + line.top) / 2 : line.top - pad;
    const bottom = below ? (line.bottom + below.top) / 2 : line.bottom + pad;
    right.push(`${line.right + pad} ${top}`, `${line.right + pad} ${bottom}`);
    left.unshift(`${line.left - pad} ${bottom}`, `${line.left - pad} ${top}`);
  });
  return `M${[...right, ...left].join('L')}Z`;
}

/**
 * A line drawn around a passage: the hovered, the selected or the pending one. Highlights cannot carry
 * it, and there are never more than a few.
 */
export class Outline {
  readonly #view: DocumentView;
  readonly #svg: SVGSVGElement;
  readonly #path: SVGPathElement;
  #ranges: readonly TextRange[] = [];

  constructor(view: DocumentView, look: 'hovered' | 'selected' | 'target') {
    this.#view = view;
    this.#svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.#svg.setAttribute('class', [styles['outline'], styles[look]].join(' '));
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    this.#svg.append(this.#path);
    view.sheet.append(this.#svg);
  }

  set(ranges: readonly TextRange[]): void {
    this.#ranges = ranges;
    this.draw();
  }

  /** Draws the eye to it once. */
  flash(): void {
    this.#path.animate([{ strokeWidth: '5px' }, { strokeWidth: '1.5px' }], {
      duration: 700,
      easing: 'ease-out',
    });
  }

  /** Draws anew, as after the text was laid out anew. Only what is near the screen is measured. */
  draw(): void {
    const near = this.#ranges.length > 0 ? this.#view.nearby() : { start: 0, end: 0 };
    const sheet = this.#view.sheet.getBoundingClientRect();
    const data = this.#ranges.map((range) => {
      const start = Math.max(range.start, near.start);
      const end = Math.min(range.end, near.end);
      if (start >= end) return '';
      const boxes = this.#view.boxes({ start, end }).map(({ left, right, top, bottom }) => ({
        left: left - sheet.left,
        right: right - sheet.left,
        top: top - sheet.top,
        bottom: bottom - sheet.top,
      }));
      return outlinePath(linesOf(boxes));
    });
    this.#path.setAttribute('d', data.join(''));
  }
}
