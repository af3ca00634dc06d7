import { invariant } from '../../../domain/model/result';
import type { Canvas, Recogniser } from '../resources';

interface CanvasAndContext {
  canvas: Canvas | null;
  context: object | null;
}

/** Lets pdf.js make its canvases without a document. */
export const canvasFactory = (recogniser: Recogniser | undefined) =>
  class {
    create(width: number, height: number): CanvasAndContext {
      invariant(recogniser && 'canvas' in recogniser, 'pages are drawn only for a recogniser that sees them');
      const canvas = recogniser.canvas(width, height);
      return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
    }

    reset({ canvas }: CanvasAndContext, width: number, height: number): void {
      if (canvas) Object.assign(canvas, { width, height });
    }

    destroy(entry: CanvasAndContext): void {
      if (entry.canvas) Object.assign(entry.canvas, { width: 0, height: 0 });
      entry.canvas = entry.context = null;
    }
  };

/** Filters of SVG need a document; a page is as readable without. */
export class NoFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {
    // There is nothing to let go.
  }
}
