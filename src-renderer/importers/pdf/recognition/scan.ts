import { FEWEST_STROKES } from '../drawing';
import type { OpenPdf } from '../engine';
import { inGrey, turned, type DecodedPicture } from './pixels';
import { MOST_PIXELS, POINTS_PER_INCH, RESOLUTION, type Scan } from '../resources';

/** How much of a page its picture covers; scanners cut a margin off now and then. */
const COVERED = 0.8;
/** By how much a picture may be skew, as the ratio of its sides' components, to pass for straight. */
const SKEW = 0.05;

type Page = Awaited<ReturnType<OpenPdf['document']['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** A picture and the matrix by which the unit square it fills is laid on the page. */
interface Placed {
  readonly picture: unknown;
  readonly matrix: Matrix;
}

/**
 * Takes the picture that a scanner made of a page, where there is nothing to draw the page on.
 * Out: the picture as the page shows it, at about the resolution at which pages are drawn; null where the
 * page is not one picture that covers it: then what it shows can only be told by drawing it.
 */
export async function scanOf(page: Page, operators: OpenPdf['operators']): Promise<Scan | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const [placed, another] = placedPictures(fnArray, argsArray, operators);
  if (!placed || another) return null;
  // Letters may be drawn over it.
  if (fnArray.filter((each) => each === operators.constructPath).length >= FEWEST_STROKES) return null;
  const viewport = page.getViewport({ scale: 1 });
  // From the picture, whose rows go downwards, to the page as it is turned, whose rows do so too.
  const matrix = [viewport.transform as unknown as Matrix, placed.matrix, UPSIDE_DOWN].reduce(times);
  const [width, height] = sidesOf(matrix);
  if (width === 0 || coverage(matrix, viewport) < COVERED) return null;
  const decoded = await decodedPicture(page, placed.picture);
  if (!decoded) return null;
  const isLying = Math.abs(matrix[1]) > Math.abs(matrix[0]);
  const resolution = (decoded.width * POINTS_PER_INCH) / (isLying ? height : width);
  const tooMany = Math.ceil(Math.sqrt((decoded.width * decoded.height) / MOST_PIXELS));
  const shrink = Math.max(1, Math.round(resolution / RESOLUTION), tooMany);
  const grey = inGrey(decoded, shrink);
  const [a, b, c, d] = matrix;
  return grey && { ...turned(grey, [a, b, c, d]), resolution: Math.round(resolution / shrink) };
}

const UPSIDE_DOWN: Matrix = [1, 0, 0, -1, 0, 1];

/** What the first of two matrices does after the second. */
const times = ([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix => [
  a * k + c * l,
  b * k + d * l,
  a * m + c * n,
  b * m + d * n,
  a * o + c * p + e,
  b * o + d * p + f,
];

/** Width and height on the page, in points; 0 for what is neither upright nor turned by right angles. */
function sidesOf([a, b, c, d]: Matrix): readonly [number, number] {
  const [x, y] = [Math.abs(a), Math.abs(d)];
  const [u, v] = [Math.abs(c), Math.abs(b)];
  if (v < SKEW * x && u < SKEW * y) return [x, y];
  if (x < SKEW * v && y < SKEW * u) return [u, v];
  return [0, 0];
}

function coverage(
  [a, b, c, d, e, f]: Matrix,
  page: { readonly width: number; readonly height: number },
): number {
  const across = overlap(e + Math.min(0, a, c), e + Math.max(0, a, c), page.width);
  const down = overlap(f + Math.min(0, b, d), f + Math.max(0, b, d), page.height);
  return (across * down) / (page.width * page.height);
}

const overlap = (from: number, to: number, length: number): number =>
  Math.max(0, Math.min(to, length) - Math.max(from, 0));

/** All pictures that are drawn, each with its place; what is drawn in one stroke with others counts twice. */
function placedPictures(
  drawn: readonly number[],
  args: readonly unknown[],
  operators: OpenPdf['operators'],
): readonly Placed[] {
  const found: Placed[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const back = () => {
    matrix = saved.pop() ?? matrix;
  };
  for (const [i, operator] of drawn.entries()) {
    const given = (args[i] ?? []) as readonly unknown[];
    switch (operator) {
      case operators.save:
        saved.push(matrix);
        break;
      case operators.restore:
      case operators.paintFormXObjectEnd:
        back();
        break;
      case operators.transform:
        matrix = times(matrix, given as unknown as Matrix);
        break;
      case operators.paintFormXObjectBegin:
        saved.push(matrix);
        if (given[0]) matrix = times(matrix, given[0] as Matrix);
        break;
      case operators.paintImageXObject:
      case operators.paintInlineImageXObject:
      case operators.paintImageMaskXObject:
        found.push({ picture: given[0], matrix });
        break;
      case operators.paintImageXObjectRepeat:
      case operators.paintInlineImageXObjectGroup:
      case operators.paintImageMaskXObjectGroup:
      case operators.paintImageMaskXObjectRepeat:
        found.push({ picture: null, matrix }, { picture: null, matrix });
        break;
    }
  }
  return found;
}

/** In: what is drawn: a picture, its name, or a stencil that names its own. Null where it cannot be decoded. */
async function decodedPicture(page: Page, drawn: unknown): Promise<DecodedPicture | null> {
  if (typeof drawn === 'string') {
    const objects = drawn.startsWith('g_') ? page.commonObjs : page.objs;
    return decodedPicture(page, await new Promise((resolve) => objects.get(drawn, resolve)));
  }
  if (typeof drawn !== 'object' || drawn === null || !('data' in drawn)) return null;
  if (typeof drawn.data === 'string') return decodedPicture(page, drawn.data);
  // A stencil has no kind: it has a bit for each pixel, and what it lets through is as dark as ink.
  return { kind: 1, ...drawn } as unknown as DecodedPicture;
}
