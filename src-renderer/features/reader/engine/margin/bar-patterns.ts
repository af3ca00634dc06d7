import type { CodePattern } from '../../../../domain/model/codebook';

const TILE = 6;

/** Strokes of a tile in the colour of the paper, drawn so that tiles meet. */
const strokes: Record<CodePattern, (tile: CanvasRenderingContext2D) => void> = {
  solid: () => undefined,
  'diagonal-up': (tile) =>
    line(tile, [-1, TILE + 1, TILE + 1, -1], [-1, 1, 1, -1], [TILE - 1, TILE + 1, TILE + 1, TILE - 1]),
  'diagonal-down': (tile) =>
    line(tile, [-1, -1, TILE + 1, TILE + 1], [TILE - 1, -1, TILE + 1, 1], [-1, TILE - 1, 1, TILE + 1]),
  horizontal: (tile) => line(tile, [0, TILE / 2, TILE, TILE / 2]),
  vertical: (tile) => line(tile, [TILE / 2, 0, TILE / 2, TILE]),
  dots: (tile) => {
    tile.beginPath();
    tile.arc(TILE / 2, TILE / 2, 1.4, 0, 2 * Math.PI);
    tile.fill();
  },
};

function line(
  tile: CanvasRenderingContext2D,
  ...segments: readonly (readonly [number, number, number, number])[]
) {
  tile.beginPath();
  for (const [x1, y1, x2, y2] of segments) {
    tile.moveTo(x1, y1);
    tile.lineTo(x2, y2);
  }
  tile.stroke();
}

/** Fills of bars: a code's colour and pattern. Each is drawn once. */
export class BarPatterns {
  readonly #known = new Map<string, CanvasPattern | string>();

  /** In: the context to fill in, its device pixels per CSS pixel, colours as #RRGGBB. */
  fill(
    context: CanvasRenderingContext2D,
    ratio: number,
    color: string,
    paper: string,
    pattern: CodePattern,
  ): CanvasPattern | string {
    if (pattern === 'solid') return color;
    const key = [ratio, color, paper, pattern].join();
    const known = this.#known.get(key);
    if (known) return known;
    const made = this.#make(context, ratio, color, paper, pattern) ?? color;
    this.#known.set(key, made);
    return made;
  }

  #make(
    context: CanvasRenderingContext2D,
    ratio: number,
    color: string,
    paper: string,
    pattern: CodePattern,
  ): CanvasPattern | null {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(TILE * ratio);
    const tile = canvas.getContext('2d');
    if (!tile) return null;
    const scale = canvas.width / TILE;
    tile.scale(scale, scale);
    tile.fillStyle = color;
    tile.fillRect(0, 0, TILE, TILE);
    tile.strokeStyle = tile.fillStyle = paper;
    tile.lineWidth = 1.5;
    strokes[pattern](tile);
    const made = context.createPattern(canvas, 'repeat');
    made?.setTransform(new DOMMatrix().scale(1 / scale));
    return made;
  }
}
