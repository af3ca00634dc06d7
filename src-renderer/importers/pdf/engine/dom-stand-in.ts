/** The part of `DOMMatrix` with which pdf.js measures the glyphs of bitmap fonts: `[a c e; b d f; 0 0 1]`. */
class Matrix {
  a = 1;
  b = 0;
  c = 0;
  d = 1;
  e = 0;
  f = 0;

  scaleSelf(x: number, y: number): this {
    this.a *= x;
    this.b *= x;
    this.c *= y;
    this.d *= y;
    return this;
  }

  translateSelf(x: number, y: number): this {
    this.e += this.a * x + this.c * y;
    this.f += this.b * x + this.d * y;
    return this;
  }
}

/** Only needed to exist: they are for drawing. */
class Unused {}

/**
 * Puts stand-ins where the classes that pdf.js expects of a browser are missing, as they are in Node.
 * Without them pdf.js does not load there, unless a native canvas happens to be installed.
 */
export function standInForDom(): void {
  const classes = { DOMMatrix: Matrix, ImageData: Unused, Path2D: Unused };
  for (const [name, value] of Object.entries(classes)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}
