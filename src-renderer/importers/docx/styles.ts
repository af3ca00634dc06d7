import type { BlockKind } from '../../domain/model/source';
import type { XmlAttributes, XmlVisitor } from '../office/xml';

interface Style {
  basedOn: string;
  name: string;
  hidden: boolean | undefined;
  /** Level of a heading from 1, 0 for body text; undefined where the style leaves it open. */
  heading: number | undefined;
  /** Depth in lists from 1, 0 for none; undefined where the style leaves it open. */
  list: number | undefined;
}

// Longer chains are circles.
const LONGEST_CHAIN = 64;

/** Whether a property that is on or off is on: it is where it says nothing. */
export const isOn = (attributes: XmlAttributes): boolean =>
  !/^(0|false|off|none)$/.test(attributes['w:val'] ?? 'on');

/** The level of a heading from 1 for an outline level from 0; 0 for what is none. */
export const headingOf = (outline: string | undefined): number => {
  const level = Number(outline ?? 9);
  return level >= 0 && level < 9 ? level + 1 : 0;
};

/** Reads the styles of a document, as far as they tell whether a text is shown and what it is. */
export class Styles implements XmlVisitor {
  readonly #styles = new Map<string, Style>();
  #open: Style | undefined;
  /** The style of paragraphs that name none. */
  #usual = '';
  #hasNumbering = false;
  #level = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'w:style') return this.#begin(attributes);
    const style = this.#open;
    if (!style) return;
    const value = attributes['w:val'] ?? '';
    switch (name) {
      case 'w:name':
        style.name = value.toLowerCase();
        return;
      case 'w:basedOn':
        style.basedOn = value;
        return;
      case 'w:vanish':
        style.hidden = isOn(attributes);
        return;
      case 'w:outlineLvl':
        style.heading = headingOf(value);
        return;
      case 'w:ilvl':
        this.#level = Number(value) || 0;
        return;
      case 'w:numId':
        this.#hasNumbering = value !== '0';
        style.list = 0;
    }
  }

  text(): void {
    // Styles are in attributes alone.
  }

  close(name: string): void {
    if (name === 'w:numPr' && this.#open?.list === 0 && this.#hasNumbering) this.#open.list = this.#level + 1;
    if (name === 'w:style') this.#open = undefined;
  }

  /** Whether a text in the style is hidden; undefined where the style and those it stands on leave it open. */
  isHidden(id: string): boolean | undefined {
    for (const { hidden } of this.#chain(id)) if (hidden !== undefined) return hidden;
    return undefined;
  }

  isParagraphHidden(id: string): boolean {
    return this.isHidden(id || this.#usual) ?? false;
  }

  /** What a paragraph is: what it says of itself goes before what its style says. */
  kindOf(
    id: string,
    own: { heading?: number | undefined; list?: number | undefined },
  ): readonly [BlockKind, number] {
    const chain = [...this.#chain(id || this.#usual)];
    const named = chain.map(({ name }) => headingNamed(name)).find((level) => level > 0);
    const heading = own.heading ?? named ?? chain.find((style) => style.heading !== undefined)?.heading ?? 0;
    if (heading > 0) return ['heading', Math.min(heading, 6)];
    const list = own.list ?? chain.find((style) => style.list !== undefined)?.list ?? 0;
    if (list > 0) return ['list-item', list];
    return chain.some(({ name }) => /^((intense )?quote|block text)$/.test(name))
      ? ['quote', 0]
      : ['paragraph', 0];
  }

  #begin(attributes: XmlAttributes): void {
    const id = attributes['w:styleId'] ?? '';
    this.#open = { basedOn: '', name: '', hidden: undefined, heading: undefined, list: undefined };
    this.#level = 0;
    this.#hasNumbering = false;
    this.#styles.set(id, this.#open);
    const isUsual = attributes['w:default'] !== undefined && isOn({ 'w:val': attributes['w:default'] });
    if (isUsual && attributes['w:type'] === 'paragraph') this.#usual = id;
  }

  *#chain(id: string): Generator<Style> {
    let style = this.#styles.get(id);
    for (let i = 0; style && i < LONGEST_CHAIN; i++) {
      yield style;
      style = this.#styles.get(style.basedOn);
    }
  }
}

/** What Word calls its own styles in every language. */
function headingNamed(name: string): number {
  const numbered = /^heading ([1-9])$/.exec(name)?.[1];
  if (numbered) return Number(numbered);
  if (name === 'title') return 1;
  return name === 'subtitle' ? 2 : 0;
}
