import { keywordInContext } from '../../../domain/retrieval/keyword';
import type { TextRange } from '../../../domain/text/range';
import type { DocumentView } from '../engine/document/document-view';
import { findCurrentName, findName } from '../engine/painting/highlight-sheet';
import type { Painter } from '../engine/painting/painter';
import type { Run } from '../engine/painting/runs';

export interface FindState {
  readonly query: string;
  readonly hits: readonly TextRange[];
  /** Index of the hit shown; −1 without hits. */
  readonly current: number;
}

const nothing: FindState = { query: '', hits: [], current: -1 };
const LAYER = 'find';

/** Finding words in the open source: all hits are painted, one of them is shown. */
export class Find {
  readonly #view: DocumentView;
  readonly #painter: Painter;
  readonly #listeners = new Set<() => void>();
  #state: FindState = nothing;

  constructor(view: DocumentView, painter: Painter) {
    this.#view = view;
    this.#painter = painter;
    painter.setLayer(LAYER, 3, (start, end) => this.#runs(start, end));
  }

  get state(): FindState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks for other words, beginning at a position. */
  search(query: string, from: number): void {
    const hits = keywordInContext(this.#view.text, query, { context: 0 });
    const next = firstFrom(hits, from);
    this.#show({ query, hits, current: hits.length === 0 ? -1 : next % hits.length });
    this.#painter.setLayer(LAYER, 3, (start, end) => this.#runs(start, end));
  }

  /** Goes to the next hit, round and round. */
  step(direction: 'forward' | 'backward'): void {
    const { hits, current } = this.#state;
    if (hits.length === 0) return;
    const next = (current + (direction === 'forward' ? 1 : -1) + hits.length) % hits.length;
    const before = hits[current];
    this.#show({ ...this.#state, current: next });
    if (before) this.#painter.refresh(LAYER, before);
    const after = hits[next];
    if (after) this.#painter.refresh(LAYER, after);
  }

  clear(): void {
    this.#show(nothing);
    this.#painter.setLayer(LAYER, 3, () => []);
  }

  #show(state: FindState): void {
    this.#state = state;
    const hit = state.hits[state.current];
    if (hit) this.#view.scrollTo(hit.start, 'nearest');
    for (const listener of this.#listeners) listener();
  }

  #runs(start: number, end: number): readonly Run[] {
    const { hits, current } = this.#state;
    const runs: Run[] = [];
    for (let i = firstFrom(hits, start); i < hits.length; i++) {
      const hit = hits[i];
      if (!hit || hit.start >= end) break;
      runs.push({ start: hit.start, end: hit.end, names: [i === current ? findCurrentName : findName] });
    }
    return runs;
  }
}

/** Index of the first hit that ends after a position; the number of hits when there is none. */
function firstFrom(hits: readonly TextRange[], position: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
