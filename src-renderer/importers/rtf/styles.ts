import type { BlockKind } from '../../domain/model/source';
import type { ParagraphState } from './state';

interface Style {
  readonly name: string;
  readonly heading: number;
}

/** The styles of a document by their numbers, as far as they tell what a paragraph is. */
export class Styles {
  readonly #styles = new Map<number, Style>();

  define(id: number, name: string, heading: number): void {
    this.#styles.set(id, { name: name.replace(/;.*$/s, '').trim(), heading });
  }

  kindOf({ style, heading, list }: ParagraphState): readonly [kind: BlockKind, level: number] {
    const { name = '', heading: ofStyle = 0 } = this.#styles.get(style) ?? {};
    const level = heading || ofStyle || headingNamed(name);
    if (level > 0) return ['heading', Math.min(level, 6)];
    if (list > 0) return ['list-item', list];
    return /^((intense )?quote|block ?text|quotations)$/i.test(name) ? ['quote', 0] : ['paragraph', 0];
  }
}

function headingNamed(name: string): number {
  const numbered = /^heading (\d)$/i.exec(name)?.[1];
  if (numbered) return Number(numbered);
  if (/^title$/i.test(name)) return 1;
  return /^subtitle$/i.test(name) ? 2 : 0;
}
