/** A picture in shades of grey, 0 black to 255 white, row by row from the upper left. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** A picture as pdf.js has decoded it; its kinds are numbered from 1 to 3. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

const BITS = 1;
const RGB = 2;
const RGBA = 3;

/**
 * In: a decoded picture. Out: the same in grey, transparent parts on white, made smaller by a whole number,
 * each pixel the mean of those it stands for. Null where there are fewer data than pixels.
 */
export function inGrey(picture: DecodedPicture, shrink: number): GreyPicture | null {
  const light = lightnessOf(picture);
  if (!light) return null;
  const width = Math.ceil(picture.width / shrink);
  const height = Math.ceil(picture.height / shrink);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const bottom = Math.min((y + 1) * shrink, picture.height);
    for (let x = 0; x < width; x++) {
      const right = Math.min((x + 1) * shrink, picture.width);
      let sum = 0;
      for (let row = y * shrink; row < bottom; row++)
        for (let column = x * shrink; column < right; column++) sum += light(column, row);
      pixels[y * width + x] = sum / ((bottom - y * shrink) * (right - x * shrink));
    }
  }
  return { width, height, pixels };
}

/** How light a pixel is, 0–255. */
function lightnessOf({
  width,
  height,
  kind,
  data,
}: DecodedPicture): ((x: number, y: number) => number) | null {
  if (kind === BITS) {
    const row = (width + 7) >> 3;
    if (data.length < row * height) return null;
    return (x, y) => (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0);
  }
  const channels = kind === RGB ? 3 : kind === RGBA ? 4 : 0;
  if (channels === 0 || data.length < channels * width * height) return null;
  return (x, y) => {
    const at = channels * (y * width + x);
    // The weights of Rec. ITU-R BT.601.
    const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    return channels === 3 ? light : 255 + ((light - 255) * (data[at + 3] ?? 0)) / 255;
  };
}

/** How a picture is laid on a page: `x' = ax + cy`, `y' = bx + dy`, both axes from the upper left. */
export type Turn = readonly [a: number, b: number, c: number, d: number];

/** In: a picture, and a turn by right angles, mirrored or not. Out: the picture as it is seen on the page. */
export function turned(picture: GreyPicture, [a, b, c, d]: Turn): GreyPicture {
  const lies = Math.abs(b) > Math.abs(a);
  if (!lies && a > 0 && d > 0) return picture;
  const { width: w, height: h } = picture;
  const [width, height] = lies ? [h, w] : [w, h];
  const fromRight = (lies ? c : a) < 0;
  const fromBelow = (lies ? b : d) < 0;
  const pixels = new Uint8Array(w * h);
  for (let y = 0; y < height; y++) {
    const v = fromBelow ? height - 1 - y : y;
    for (let x = 0; x < width; x++) {
      const u = fromRight ? width - 1 - x : x;
      pixels[y * width + x] = picture.pixels[lies ? u * w + v : v * w + u] ?? 0;
    }
  }
  return { width, height, pixels };
}
