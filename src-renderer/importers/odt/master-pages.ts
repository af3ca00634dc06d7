import { furnitureOf } from '../office/furniture';
import type { Piece } from '../office/pieces';
import type { XmlAttributes } from '../office/xml';

interface MasterPage {
  readonly heads: Piece[];
  readonly feet: Piece[];
  readonly next: string;
}

/** The pages of a document by their names, for what is printed on each of them. */
export class MasterPages {
  readonly #pages = new Map<string, MasterPage>();
  #open: MasterPage | undefined;

  open(attributes: XmlAttributes): void {
    this.#open = { heads: [], feet: [], next: attributes['style:next-style-name'] ?? '' };
    this.#pages.set(attributes['style:name'] ?? '', this.#open);
  }

  /** What takes the blocks of a running head; undefined for an element that is none. */
  keeperFor(name: string, attributes: XmlAttributes): ((pieces: Piece[]) => void) | undefined {
    const kind = /^style:(header|footer)(-left|-first)?$/.exec(name)?.[1];
    const pieces = kind === 'header' ? this.#open?.heads : this.#open?.feet;
    if (!kind || !pieces) return undefined;
    const isShown = attributes['style:display'] !== 'false';
    return (read) => void (isShown && pieces.push(...read));
  }

  /** Running heads and feet of the pages that are begun by a style, and of those that follow them. */
  furniture(begun: Iterable<string>): { heads: Piece[]; feet: Piece[] } {
    const used = new Set<string>();
    for (const first of begun)
      for (let name = first; name && !used.has(name); name = this.#pages.get(name)?.next ?? '')
        used.add(name);
    const pages = [...this.#pages].filter(([name]) => used.has(name)).map(([, page]) => page);
    return {
      heads: furnitureOf(pages.flatMap(({ heads }) => heads)),
      feet: furnitureOf(pages.flatMap(({ feet }) => feet)),
    };
  }
}
