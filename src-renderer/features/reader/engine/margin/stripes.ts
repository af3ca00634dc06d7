import type { CodedSegment } from '../../../../domain/model/segment';
import type { SegmentId } from '../../../../domain/model/ids';
import { overlapping, type IntervalIndex } from '../../../../domain/text/interval-index';
import { symbolPaths } from '../../../../ui/codes/code-glyph';
import type { DocumentView } from '../document/document-view';
import type { SegmentLook, Sign } from '../look';
import { fillColor, lineColor, type Ground, type Shade } from '../../../../ui/codes/code-colors';
import { BarPatterns } from './bar-patterns';
import type { Lanes } from './lanes';
import styles from './margin.module.css';

/** CSS pixels. */
const EDGE = 14;
const PITCH = 9;
const LANES_WIDTH = 72;
const LABEL_GAP = 8;
const LABEL_HEIGHT = 18;
const GLYPH = 10;
/** Labels that would stand further from the start of their bar are left out. */
const LABEL_DRIFT = 2.5 * LABEL_HEIGHT;
const NARROWEST_LABEL = 60;

/** A bar in the margin, in coordinates of the sheet. */
export interface Bar {
  readonly segment: CodedSegment;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Top of the label; null where there is no room. */
  label: number | null;
}

export interface StripesModel {
  readonly index: IntervalIndex<CodedSegment>;
  readonly lanes: Lanes;
  readonly lookOf: (segment: CodedSegment) => SegmentLook;
  readonly selected: ReadonlySet<SegmentId>;
  readonly hovered: SegmentId | null;
  readonly ground: Ground;
}

/**
 * Coding stripes: one canvas in the margin that moves with the text and is drawn for the screen and half
 * a screen on either side. Colour, pattern and symbol tell the code, hollow bars another coder, broken
 * bars an unsure one.
 */
export class Stripes {
  readonly element: HTMLElement;
  readonly #view: DocumentView;
  readonly #canvas = document.createElement('canvas');
  readonly #patterns = new BarPatterns();
  readonly #glyphs = new Map<string, Path2D>();
  #bars: readonly Bar[] = [];
  #area = { top: 0, bottom: 0 };

  constructor(view: DocumentView) {
    this.#view = view;
    this.element = document.createElement('div');
    this.element.className = styles['margin'] ?? '';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.element.append(this.#canvas);
    view.sheet.append(this.element);
  }

  /** Bars drawn last, from top to bottom. */
  get bars(): readonly Bar[] {
    return this.#bars;
  }

  /** Whether the screen has come near the edge of what is drawn. */
  get isStale(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#view.scroller;
    const top = Math.max(0, scrollTop - clientHeight / 8);
    const bottom = Math.min(scrollHeight, scrollTop + clientHeight * 1.125);
    return top < this.#area.top || bottom > this.#area.bottom;
  }

  /** Draws the stripes of the screen and of so many screens above and below it. */
  draw(model: StripesModel, around: number): void {
    const { scrollTop, clientHeight, scrollHeight } = this.#view.scroller;
    const top = Math.max(0, scrollTop - clientHeight * around);
    const bottom = Math.min(scrollHeight, scrollTop + clientHeight * (1 + around));
    this.#area = { top, bottom };
    const width = this.element.clientWidth;
    this.#bars = this.#measure(model, width, around);
    const ratio = window.devicePixelRatio;
    const [pixelsWide, pixelsHigh] = [Math.round(width * ratio), Math.round((bottom - top) * ratio)];
    if (this.#canvas.width !== pixelsWide) this.#canvas.width = pixelsWide;
    if (this.#canvas.height !== pixelsHigh) this.#canvas.height = pixelsHigh;
    this.#canvas.style.cssText = `top:${top}px;width:${width}px;height:${bottom - top}px`;
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    context.clearRect(0, top, width, bottom - top);
    for (const bar of this.#bars) this.#drawBar(context, ratio, bar, model);
    for (const bar of this.#bars) this.#drawLabel(context, bar, model, width);
  }

  /** The segment at a point of the margin; coordinates of the sheet's margin. */
  segmentAt(x: number, y: number): CodedSegment | null {
    const onBar = this.#bars.find(
      (bar) => y >= bar.top - 2 && y <= bar.bottom + 2 && x >= bar.left - 2 && x <= bar.left + bar.width + 2,
    );
    if (onBar) return onBar.segment;
    const labelled = this.#bars.find(
      ({ label }) => label !== null && y >= label && y < label + LABEL_HEIGHT && x >= this.#labelLeft,
    );
    return labelled?.segment ?? null;
  }

  #labelLeft = 0;

  #measure({ index, lanes }: StripesModel, width: number, around: number): readonly Bar[] {
    const view = this.#view;
    const { clientHeight } = view.scroller;
    const { from, to } = view.piecesBetween(-clientHeight * around, clientHeight * (1 + around));
    const start = view.pieces.starts[from] ?? 0;
    const end = view.pieces.ends[to - 1] ?? 0;
    const sheetTop = view.sheet.getBoundingClientRect().top;
    const pitch = Math.min(PITCH, LANES_WIDTH / Math.max(1, lanes.count));
    this.#labelLeft = EDGE + pitch * Math.min(lanes.count, LANES_WIDTH / pitch) + LABEL_GAP;
    const labelled = width - this.#labelLeft >= NARROWEST_LABEL;
    let free = -Infinity;
    return overlapping(index, start, end)
      .map((segment): Bar => {
        const first = view.boxes({
          start: Math.max(segment.start, start),
          end: Math.min(segment.start + 2, segment.end),
        })[0];
        const last = view
          .boxes({ start: Math.max(segment.end - 2, segment.start), end: Math.min(segment.end, end) })
          .at(-1);
        const lane = lanes.of.get(segment.id) ?? 0;
        return {
          segment,
          left: EDGE + lane * pitch,
          width: Math.max(2, pitch - 3),
          top: segment.start < start || !first ? this.#area.top : first.top - sheetTop,
          bottom: segment.end > end || !last ? this.#area.bottom : last.bottom - sheetTop,
          label: null,
        };
      })
      .sort((a, b) => a.top - b.top || a.left - b.left)
      .map((bar) => {
        const at = Math.max(bar.top, free);
        if (!labelled || at - bar.top > LABEL_DRIFT) return bar;
        free = at + LABEL_HEIGHT;
        return { ...bar, label: at };
      });
  }

  #drawBar(context: CanvasRenderingContext2D, ratio: number, bar: Bar, model: StripesModel): void {
    const { segment, left, width, top } = bar;
    const look = model.lookOf(segment);
    const height = Math.max(4, bar.bottom - top);
    const color = lineColor(look.lead.color, model.ground.shade);
    const isSelected = model.selected.has(segment.id);
    if (isSelected || model.hovered === segment.id) {
      context.strokeStyle = model.ground.text;
      context.globalAlpha = isSelected ? 1 : 0.45;
      context.lineWidth = 1.5;
      context.beginPath();
      context.roundRect(left - 2.25, top - 2.25, width + 4.5, height + 4.5, 3);
      context.stroke();
      context.globalAlpha = 1;
    }
    context.save();
    context.beginPath();
    context.roundRect(left, top, width, height, 1.5);
    context.clip();
    if (look.initials === null) {
      context.fillStyle = this.#patterns.fill(context, ratio, color, model.ground.paper, look.lead.pattern);
      context.fillRect(left, top, width, height);
    } else {
      context.strokeStyle = color;
      context.lineWidth = 3;
      context.beginPath();
      context.roundRect(left, top, width, height, 1.5);
      context.stroke();
    }
    if (look.unsure) {
      context.fillStyle = model.ground.paper;
      for (let y = top + 5; y < top + height; y += 8) context.fillRect(left, y, width, 3);
    }
    context.restore();
  }

  #drawLabel(context: CanvasRenderingContext2D, bar: Bar, model: StripesModel, width: number): void {
    if (bar.label === null) return;
    const look = model.lookOf(bar.segment);
    const strong = model.selected.has(bar.segment.id) || model.hovered === bar.segment.id;
    const middle = bar.label + LABEL_HEIGHT / 2;
    let x = this.#labelLeft;
    this.#drawGlyph(context, look.lead, x, middle, model.ground.shade);
    x += GLYPH + 5;
    const text = [look.initials, `${look.label}${look.unsure ? ' ?' : ''}`].filter(Boolean).join(' · ');
    context.font = `${strong ? 600 : 500} 11.5px ${this.#family()}`;
    context.textBaseline = 'middle';
    context.fillStyle = model.ground.text;
    context.globalAlpha = strong ? 1 : 0.72;
    const shown = fitted(context, text, width - x - 4);
    context.fillText(shown, x, middle + 0.5);
    x += context.measureText(shown).width + 6;
    context.globalAlpha = 1;
    for (const sign of look.others) {
      if (x + GLYPH > width) break;
      this.#drawGlyph(context, sign, x, middle, model.ground.shade);
      x += GLYPH + 2;
    }
  }

  #drawGlyph(context: CanvasRenderingContext2D, sign: Sign, x: number, middle: number, shade: Shade): void {
    let path = this.#glyphs.get(sign.symbol);
    if (!path) this.#glyphs.set(sign.symbol, (path = new Path2D(symbolPaths[sign.symbol])));
    context.save();
    context.translate(x, middle - GLYPH / 2);
    context.scale(GLYPH / 16, GLYPH / 16);
    context.fillStyle = fillColor(sign.color, shade);
    context.fill(path);
    context.strokeStyle = lineColor(sign.color, shade);
    context.stroke(path);
    context.restore();
  }

  #family(): string {
    return getComputedStyle(this.element).fontFamily;
  }
}

/** A text cut with an ellipsis to a width. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (context.measureText(`${characters.slice(0, middle).join('')}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${characters.slice(0, low).join('').trimEnd()}…`;
}
