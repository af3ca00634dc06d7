import type { OpenPdf } from './engine';

type Page = Awaited<ReturnType<OpenPdf['document']['getPage']>>;

/** What can be told of a page by how it is drawn and not by its text. */
export interface Drawing {
  /** Whether there is a picture on it, or so many strokes that they may be letters. */
  readonly picture: boolean;
  /** Letters that are drawn, but of which the file does not say what they mean. */
  readonly lost: number;
}

/** So many strokes may be letters. */
export const FEWEST_STROKES = 50;

/** Looks at how a page is drawn. Pictures on it are decoded for this, so ask only where it matters. */
export async function drawingOf(page: Page, operators: OpenPdf['operators']): Promise<Drawing> {
  const pictures = new Set<number>([
    operators.paintImageXObject,
    operators.paintImageMaskXObject,
    operators.paintImageMaskXObjectGroup,
    operators.paintImageMaskXObjectRepeat,
    operators.paintImageXObjectRepeat,
    operators.paintInlineImageXObject,
    operators.paintInlineImageXObjectGroup,
  ]);
  const { fnArray, argsArray } = await page.getOperatorList();
  let strokes = 0;
  let picture = false;
  let lost = 0;
  for (const [i, operator] of fnArray.entries()) {
    if (operator === operators.constructPath) strokes++;
    picture ||= pictures.has(operator);
    if (operator === operators.showText) lost += lostLetters((argsArray[i] as unknown[])[0]);
  }
  return { picture: picture || strokes >= FEWEST_STROKES, lost };
}

/** A letter without a meaning has none or that of a carriage return, which nothing draws. */
function lostLetters(glyphs: unknown): number {
  if (!Array.isArray(glyphs)) return 0;
  return glyphs.filter((glyph: unknown) => {
    if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph) || !('width' in glyph))
      return false;
    return (glyph.unicode === '' || glyph.unicode === '\r') && Number(glyph.width) > 0;
  }).length;
}
