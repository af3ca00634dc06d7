import { isSymbolFont } from '../office/symbols';
import { codePageOf, isEastAsian, SYMBOL_CHARSET } from './code-pages';

interface Font {
  name: string;
  charset: number;
  codePage: number | undefined;
}

const WESTERN = 1252;

/** The fonts of a document: what its bytes stand for hangs on them. */
export class Fonts {
  /** The code page of the document. */
  codePage = WESTERN;
  /** The font of text that names none. */
  usual = 0;
  readonly #fonts = new Map<number, Font>();

  get(id: number): Font | undefined {
    return this.#fonts.get(id);
  }

  define(id: number): Font {
    const font: Font = { name: '', charset: 0, codePage: undefined };
    this.#fonts.set(id, font);
    return font;
  }

  /**
   * Programs that tell the scripts of a Japanese document apart by their fonts mean Western by a Western
   * font; the others write all of it in the code page of the document.
   */
  codePageFor(id: number): number {
    const font = this.#fonts.get(id);
    const own = font?.codePage ?? (font && codePageOf(font.charset));
    if (own !== undefined) return own;
    const tellsApart = [...this.#fonts.values()].some(({ charset }) => isEastAsian(codePageOf(charset)));
    return isEastAsian(this.codePage) && tellsApart ? WESTERN : this.codePage;
  }

  isSymbols(id: number): boolean {
    const font = this.#fonts.get(id);
    return font !== undefined && (font.charset === SYMBOL_CHARSET || isSymbolFont(font.name));
  }
}
