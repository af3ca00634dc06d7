import type { TextRange } from '../../../../domain/text/range';
import type { DocumentView } from '../document/document-view';
import { piecesIn } from '../document/pieces';
import type { PieceRange } from '../document/section-tree';
import type { Run } from './runs';

/** Pieces painted beyond the screen on either side, and how near the screen may come to the last of them. */
const AHEAD = 60;
const NEAREST = 20;

/** What is to be painted between two positions; runs may reach beyond. */
export type RunSource = (start: number, end: number) => readonly Run[];

interface Layer {
  readonly priority: number;
  source: RunSource;
  /** By piece: what of this layer is in the registry. */
  readonly painted: Map<number, readonly { readonly name: string; readonly range: StaticRange }[]>;
}

/**
 * Paints ranges through the CSS Custom Highlight API: one Highlight per look, ranges only for pieces on
 * or near the screen, and a change repaints only the pieces it touches.
 */
export class Painter {
  readonly #view: DocumentView;
  readonly #layers = new Map<string, Layer>();
  readonly #highlights = new Map<string, Highlight>();
  #window: PieceRange = { from: 0, to: 0 };

  constructor(view: DocumentView) {
    this.#view = view;
  }

  /** Sets what a layer paints, and paints it. Layers of higher priority lie above. */
  setLayer(key: string, priority: number, source: RunSource): void {
    const layer = this.#layers.get(key);
    if (layer) layer.source = source;
    else this.#layers.set(key, { priority, source, painted: new Map() });
    this.#repaint(key, this.#window);
  }

  /** Paints a layer anew where its source has changed. */
  refresh(key: string, changed: TextRange): void {
    const { from, to } = piecesIn(this.#view.pieces, changed.start, changed.end);
    this.#repaint(key, { from: Math.max(from, this.#window.from), to: Math.min(to, this.#window.to) });
  }

  /** Tells which pieces are on the screen. */
  show(visible: PieceRange): void {
    const { count } = this.#view.pieces;
    const near = this.#window;
    const enough =
      near.from <= Math.max(0, visible.from - NEAREST) && near.to >= Math.min(count, visible.to + NEAREST);
    if (enough) return;
    const next = { from: Math.max(0, visible.from - AHEAD), to: Math.min(count, visible.to + AHEAD) };
    this.#window = next;
    for (const layer of this.#layers.values()) {
      for (const piece of layer.painted.keys()) {
        if (piece < next.from || piece >= next.to) this.#erase(layer, piece);
      }
      for (let piece = next.from; piece < next.to; piece++) {
        if (piece < near.from || piece >= near.to) this.#paint(layer, piece);
      }
    }
  }

  dispose(): void {
    // Only what is ours: the registry belongs to the whole page.
    for (const name of this.#highlights.keys()) CSS.highlights.delete(name);
    this.#highlights.clear();
  }

  #repaint(key: string, { from, to }: PieceRange): void {
    const layer = this.#layers.get(key);
    if (!layer) return;
    for (let piece = from; piece < to; piece++) {
      this.#erase(layer, piece);
      this.#paint(layer, piece);
    }
  }

  #erase(layer: Layer, piece: number): void {
    const painted = layer.painted.get(piece);
    if (!painted) return;
    for (const { name, range } of painted) this.#highlights.get(name)?.delete(range);
    layer.painted.delete(piece);
  }

  #paint(layer: Layer, piece: number): void {
    const { starts, ends } = this.#view.pieces;
    const [start = 0, end = 0] = [starts[piece], ends[piece]];
    const painted = layer.source(start, end).flatMap((run) => {
      const range = this.#range(Math.max(run.start, start), Math.min(run.end, end));
      return range ? run.names.map((name) => ({ name, range })) : [];
    });
    if (painted.length === 0) return;
    layer.painted.set(piece, painted);
    for (const { name, range } of painted) this.#highlight(name, layer.priority).add(range);
  }

  #range(start: number, end: number): StaticRange | null {
    if (start >= end) return null;
    const from = this.#view.point(start);
    const to = this.#view.point(end, true);
    return (
      from &&
      to &&
      new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      })
    );
  }

  #highlight(name: string, priority: number): Highlight {
    const known = this.#highlights.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = priority;
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}
