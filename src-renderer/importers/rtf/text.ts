import { isPrivateSymbol, symbolOf } from '../office/symbols';
import type { Counts } from '../office/warnings';
import { countOf } from '../decode/charset';
import { decodeBytes } from './code-pages';
import type { Fonts } from './fonts';

/** Makes text of the bytes that stand together: characters of East Asia have two, each written alone. */
export class TextDecoding {
  readonly #fonts: Fonts;
  readonly #counts: Counts;
  #bytes: number[] = [];

  constructor(fonts: Fonts, counts: Counts) {
    this.#fonts = fonts;
    this.#counts = counts;
  }

  add(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** Gives the text of the bytes so far in the font that they are in. */
  take(font: number): string {
    if (this.#bytes.length === 0) return '';
    const bytes = this.#bytes;
    this.#bytes = [];
    if (this.#fonts.isSymbols(font)) return bytes.map((byte) => this.#symbol(font, byte)).join('');
    const text = decodeBytes(bytes, this.#fonts.codePageFor(font));
    this.#counts.replaced += countOf(text, '\uFFFD');
    return text;
  }

  /** A character given by its number. */
  character(font: number, code: number): string {
    return isPrivateSymbol(code) ? this.#symbol(font, code) : String.fromCharCode(code);
  }

  #symbol(font: number, code: number): string {
    const character = symbolOf(this.#fonts.get(font)?.name ?? '', code);
    if (character !== undefined) return character;
    if (code > 0x7f) this.#counts.symbols++;
    return String.fromCharCode(code);
  }
}
