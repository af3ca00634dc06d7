import type { BlockKind } from '../../domain/model/source';
import type { XmlAttributes } from '../office/xml';

interface Style {
  readonly parent: string;
  /** What the style says of its own, or undefined where it says nothing. */
  hidden: boolean | undefined;
}

// Deeper chains are circles.
const LONGEST_CHAIN = 64;

/** The styles of a document, as far as they tell whether a text is shown and what it is. */
export class Styles {
  /** Master pages that some style begins. */
  readonly masterPages = new Set(['Standard']);
  readonly #styles = new Map<string, Style>();
  #open: Style | undefined;

  open(attributes: XmlAttributes): void {
    const family = attributes['style:family'] ?? '';
    const name = attributes['style:name'] ?? '';
    this.#open = { parent: attributes['style:parent-style-name'] ?? '', hidden: undefined };
    this.#styles.set(`${family} ${name}`, this.#open);
    const master = attributes['style:master-page-name'];
    if (master) this.masterPages.add(master);
  }

  /** Takes what a style says of its text. */
  textProperties(attributes: XmlAttributes): void {
    const display = attributes['text:display'];
    if (this.#open && display !== undefined) this.#open.hidden = display === 'none';
  }

  close(): void {
    this.#open = undefined;
  }

  /** Whether a text in the style is hidden; undefined where the style and those it stands on leave it open. */
  isHidden(family: 'paragraph' | 'text' | 'section', name: string | undefined): boolean | undefined {
    for (const style of this.#chain(family, name)) if (style.hidden !== undefined) return style.hidden;
    return undefined;
  }

  /** What a paragraph in the style is. The styles have the same names in every language of the program. */
  kindOf(name: string | undefined): readonly [kind: BlockKind, level: number] {
    const names = [name, ...Array.from(this.#chain('paragraph', name), ({ parent }) => parent)];
    if (names.includes('Title')) return ['heading', 1];
    if (names.includes('Subtitle')) return ['heading', 2];
    return names.includes('Quotations') ? ['quote', 0] : ['paragraph', 0];
  }

  *#chain(family: string, name: string | undefined): Generator<Style> {
    let style = this.#styles.get(`${family} ${name ?? ''}`);
    for (let i = 0; style && i < LONGEST_CHAIN; i++) {
      yield style;
      style = this.#styles.get(`${family} ${style.parent}`);
    }
  }
}
