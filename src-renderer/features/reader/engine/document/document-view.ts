import type { Block } from '../../../../domain/model/source';
import { snapToGraphemes } from '../../../../domain/text/graphemes';
import type { TextRange } from '../../../../domain/text/range';
import styles from './document.module.css';
import { offsetIn, pointIn } from './piece-element';
import { pieceAt, type Pieces } from './pieces';
import { SectionTree, type PieceRange } from './section-tree';
import type { Setting } from './typography';

/** Beyond so many pieces, what is far from the screen is filled when it comes near and not before. */
const FILL_LIMIT = 60_000;
/** Pieces around the screen whose boxes are worth knowing. */
const MEASURED_AROUND = 8;
/** Frames in which heights that were guessed are replaced by true ones after a jump. */
const SETTLING_FRAMES = 6;

export interface DocumentSource {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** BCP 47 tag, '' when unknown. */
  readonly language: string;
}

export interface Point {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The text of a source in the window: positions to places in the DOM and back, boxes, scrolling. Knows
 * nothing of segments, selections or React.
 */
export class DocumentView {
  /** Scrolls. */
  readonly scroller: HTMLElement;
  /** Positioned, as wide as the column and as high as the text; what is drawn over the text goes in here. */
  readonly sheet: HTMLElement;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pieces: Pieces;
  readonly setting: Setting;
  readonly #tree: SectionTree;
  #onScreen: PieceRange = { from: 0, to: 0 };
  #idle = 0;
  #settling = 0;

  constructor(scroller: HTMLElement, source: DocumentSource) {
    this.scroller = scroller;
    this.#tree = new SectionTree(source);
    this.text = source.text;
    this.blocks = source.blocks;
    this.pieces = this.#tree.pieces;
    this.setting = this.#tree.setting;
    this.sheet = document.createElement('div');
    this.sheet.className = [styles['sheet'], styles[this.setting]].join(' ');
    this.#tree.root.lang = source.language || 'und';
    this.sheet.append(this.#tree.root);
    scroller.append(this.sheet);
  }

  /** The element that holds the text and nothing else. */
  get body(): HTMLElement {
    return this.#tree.root;
  }

  /** Shows the screen around a position first; the rest is filled in idle moments. */
  open(position: number): void {
    this.scrollTo(position, position === 0 ? 'start' : 'top');
    this.#fillRest();
  }

  /** Folds away what stands beside the text, or shows it; the line at the top of the screen stays there. */
  fold(isFolded: boolean): void {
    const name = styles['folded'] ?? '';
    if (this.body.classList.contains(name) === isFolded) return;
    const top = this.topPosition();
    this.body.classList.toggle(name, isFolded);
    if (this.scroller.scrollTop > 0) this.scrollTo(top, 'top');
  }

  dispose(): void {
    cancelIdleCallback(this.#idle);
    cancelAnimationFrame(this.#settling);
    this.sheet.remove();
  }

  /** Looks which pieces are on the screen, filling what is there. */
  visible(): PieceRange {
    return (this.#onScreen = this.piecesBetween(0, this.scroller.clientHeight));
  }

  /** The text on the screen when it was last looked at, and a little around it: worth measuring. */
  nearby(): TextRange {
    const from = Math.max(0, this.#onScreen.from - MEASURED_AROUND);
    const to = Math.min(this.pieces.count, this.#onScreen.to + MEASURED_AROUND);
    return { start: this.pieces.starts[from] ?? 0, end: this.pieces.ends[to - 1] ?? 0 };
  }

  /** The position of the first line on the screen. */
  topPosition(): number {
    const start = this.pieces.starts[this.#onScreen.from] ?? 0;
    const element = this.#tree.elementIfFilled(this.#onScreen.from);
    if (!element) return start;
    const frame = this.scroller.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const there = box.top < frame.top ? this.positionAt(box.left + 2, frame.top + 6) : null;
    return there ?? start;
  }

  /** Pieces between two heights below the upper edge of the scroller, in CSS pixels; they are filled. */
  piecesBetween(top: number, bottom: number): PieceRange {
    const edge = this.scroller.getBoundingClientRect().top;
    const from = this.#tree.pieceAtHeight(edge + top);
    if (from < 0) return { from: 0, to: 0 };
    const to = this.#tree.pieceAtHeight(edge + bottom) + 1;
    this.#tree.fillPieces({ from, to });
    return { from, to };
  }

  element(piece: number): HTMLElement | undefined {
    return this.#tree.element(piece);
  }

  fillPieces(range: PieceRange): void {
    this.#tree.fillPieces(range);
  }

  /**
   * The place of a position in the DOM. Where two pieces or cells meet, `before` chooses the first: ends
   * of ranges want it. A position between blocks is taken as the end of the block before it.
   */
  point(position: number, before = false): Point | null {
    const piece = pieceAt(this.pieces, position, before);
    const element = this.#tree.element(piece);
    if (!element) return null;
    const start = this.pieces.starts[piece] ?? 0;
    const end = this.pieces.ends[piece] ?? 0;
    return pointIn(element, Math.min(Math.max(position, start), end) - start, before);
  }

  /** The position of a place in the DOM; null outside the text. */
  position(node: Node, offset: number): number | null {
    if (!this.body.contains(node)) return null;
    let inner: Node = node;
    while (!this.#tree.rangeOf(inner) && inner.parentNode) inner = inner.parentNode;
    const range = this.#tree.rangeOf(inner);
    if (!range) return null;
    const piece = this.#tree.elementIfFilled(range.from);
    if (piece === inner) return (this.pieces.starts[range.from] ?? 0) + offsetIn(piece, node, offset);
    const child = node.childNodes[offset];
    const next = child && this.#tree.rangeOf(child);
    if (next) return this.pieces.starts[next.from] ?? 0;
    return offset === 0 ? (this.pieces.starts[range.from] ?? 0) : (this.pieces.ends[range.to - 1] ?? 0);
  }

  /** The position nearest to a point of the window; null where the text is not. */
  positionAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && this.position(caret.offsetNode, caret.offset);
  }

  /** The position of the character under a point of the window; null beside the text. */
  characterAt(x: number, y: number): number | null {
    const near = this.positionAt(x, y);
    if (near === null) return null;
    // A caret stands on either side of the character that was hit.
    const start = snapToGraphemes(this.text, {
      start: Math.max(0, near - 1),
      end: Math.max(0, near - 1),
    }).start;
    for (const candidate of [start, near]) {
      const end = snapToGraphemes(this.text, { start: candidate, end: candidate + 1 }).end;
      const hit = this.boxes({ start: candidate, end }).some(
        (box) => x >= box.left && x <= box.right && y >= box.top - 4 && y <= box.bottom + 4,
      );
      if (hit) return candidate;
    }
    return null;
  }

  /** A range for measuring or painting; null where there is no text. Its pieces are filled. */
  range(start: number, end: number): Range | null {
    const from = this.point(start);
    const to = this.point(end, true);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** Boxes of a range in coordinates of the window, one or more per line. */
  boxes({ start, end }: TextRange): readonly DOMRect[] {
    const range = this.range(start, end);
    return range ? [...range.getClientRects()].filter((box) => box.width > 0) : [];
  }

  /** Where a caret stands, in coordinates of the window. */
  caretBox(position: number): DOMRect | null {
    const place = this.point(position);
    if (!place) return null;
    const range = document.createRange();
    range.setStart(place.node, place.offset);
    range.collapse(true);
    const box = range.getClientRects()[0];
    if (box) return box;
    // A collapsed range has no box beside white space that is not shown; the neighbours have.
    const next = this.boxes({ start: position, end: position + 1 })[0];
    const last = next ? undefined : this.boxes({ start: Math.max(0, position - 1), end: position }).at(-1);
    if (last) return new DOMRect(last.right, last.top, 0, last.height);
    const piece = this.#tree.element(pieceAt(this.pieces, position));
    return next ?? piece?.getBoundingClientRect() ?? null;
  }

  /** The box of the character at one end of a passage, in coordinates of the window. */
  edgeBox(position: number, edge: 'start' | 'end'): DOMRect | null {
    const { text } = this;
    const range = snapToGraphemes(
      text,
      edge === 'start'
        ? { start: position, end: Math.min(text.length, position + 1) }
        : { start: Math.max(0, position - 1), end: position },
    );
    return this.boxes(range).at(edge === 'start' ? 0 : -1) ?? this.caretBox(position);
  }

  /**
   * Scrolls a position into view: 'start' to the very beginning of the document, 'top' to the first
   * line, 'middle' to the upper third, 'nearest' only as far as needed. Heights above are guesses until
   * they are laid out, so the place is held for a few frames.
   */
  scrollTo(position: number, where: 'start' | 'top' | 'middle' | 'nearest'): void {
    cancelAnimationFrame(this.#settling);
    let frames = where === 'start' || where === 'nearest' ? 1 : SETTLING_FRAMES;
    const hold = (): void => {
      const before = this.scroller.scrollTop;
      this.#place(position, where);
      frames -= 1;
      if (frames > 0 && (frames > SETTLING_FRAMES - 3 || Math.abs(this.scroller.scrollTop - before) > 0.5)) {
        this.#settling = requestAnimationFrame(hold);
      }
    };
    hold();
  }

  #place(position: number, where: 'start' | 'top' | 'middle' | 'nearest'): void {
    if (where === 'start') {
      this.scroller.scrollTop = 0;
      this.visible();
      return;
    }
    const box = this.caretBox(position);
    if (!box) return;
    const frame = this.scroller.getBoundingClientRect();
    const margin = 3 * box.height;
    if (where === 'nearest') {
      if (box.top < frame.top + margin) this.scroller.scrollTop -= frame.top + margin - box.top;
      else if (box.bottom > frame.bottom - margin)
        this.scroller.scrollTop += box.bottom - frame.bottom + margin;
    } else {
      this.scroller.scrollTop += box.top - frame.top - (where === 'middle' ? frame.height / 3 : 4);
    }
    this.visible();
  }

  #fillRest(): void {
    if (this.pieces.count > FILL_LIMIT) return;
    let section = 0;
    const slice = (deadline: IdleDeadline): void => {
      while (section < this.#tree.sectionCount && deadline.timeRemaining() > 2) this.#tree.fill(section++);
      if (section < this.#tree.sectionCount) this.#idle = requestIdleCallback(slice);
    };
    this.#idle = requestIdleCallback(slice);
  }
}
