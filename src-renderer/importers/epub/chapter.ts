import type { HtmlElement } from '../html/elements';
import { blocksOf, type PlacedBlock } from '../html/blocks';
import { parseTree, visit } from '../html/tree';

export interface Chapter {
  readonly blocks: readonly PlacedBlock[];
  /** UTF-16 units of tables of contents and page numbers that were left out. */
  readonly leftOut: number;
  readonly images: number;
  readonly ruby: number;
}

/** Reads a chapter, which is a page in XHTML. Nothing of it runs and nothing is loaded. */
export function readChapter(markup: string): Chapter {
  const tree = parseTree(asHtml(markup), false);
  const leftOut = prepare(tree.root);
  const count = (name: string) => tree.dropped.get(name) ?? 0;
  return {
    blocks: blocksOf(tree.root, false),
    leftOut,
    images: count('img') + count('svg') + count('picture'),
    ruby: count('rt'),
  };
}

export const textLength = (blocks: readonly PlacedBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/**
 * Writes XHTML as HTML: elements that are empty are closed, or what follows would be in them, and marked
 * sections are text. Notes that are hidden until they are called for are shown.
 */
const asHtml = (markup: string): string =>
  markup
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    )
    .replace(/<([a-z][\w:.-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, attributes: string) =>
      VOID.test(name) ? whole : `<${name}${attributes}></${name}>`,
    )
    .replace(/<[a-z]+\s[^<>]*epub:type=(["'])[^"'<>]*note[^"'<>]*\1[^<>]*>/gi, (tag) =>
      tag.replace(/\s(hidden|style)(=("[^"]*"|'[^']*'))?/g, ''),
    );

/** What shows the same in another way, or is a number of a page. */
const LEFT_OUT = new Set(['nav', 'epub:case', 'annotation', 'annotation-xml']);

/** Makes of a chapter what stands in it: leads to other chapters are left out. Out: their length. */
function prepare(root: HtmlElement): number {
  let leftOut = 0;
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    const kept = element.children.flatMap((child): (HtmlElement | string)[] => {
      if (typeof child === 'string') return [child];
      const types = typesOf(child);
      if (LEFT_OUT.has(child.name) || types.includes('pagebreak')) {
        if (child.name === 'nav' || types.includes('pagebreak')) leftOut += lengthOf(child);
        return [];
      }
      if (isReference(child)) return [bracketed(child)];
      if (types.some((type) => /^(foot|end|rear)?notes?$/.test(type)))
        return [
          {
            ...child,
            name: child.name === 'aside' ? 'div' : child.name,
            attributes: { role: 'doc-footnote' },
          },
        ];
      // A box beside the text is part of a book.
      return [child.name === 'aside' ? { ...child, name: 'div', attributes: {} } : child];
    });
    element.children.length = 0;
    for (const child of kept) {
      element.children.push(child);
      if (typeof child !== 'string' && !isReference(child)) open.push(child);
    }
  }
  return leftOut;
}

const typesOf = (element: HtmlElement): string[] => (element.attributes['epub:type'] ?? '').split(/\s+/);

const isReference = (element: HtmlElement): boolean =>
  typesOf(element).includes('noteref') || element.attributes['role'] === 'doc-noteref';

/** The number of a note is set apart from the word that it follows, as in every other format. */
const bracketed = (reference: HtmlElement): HtmlElement =>
  /^\s*[\p{Letter}\p{Number}*†‡]+\s*$/u.test(textOf(reference))
    ? { ...reference, children: ['[', ...reference.children, ']'] }
    : reference;

const lengthOf = (element: HtmlElement): number => textOf(element).replace(/\s+/g, ' ').trim().length;

function textOf(element: HtmlElement): string {
  const parts: string[] = [];
  visit(element, { enter() {}, text: (text) => parts.push(text), leave() {} });
  return parts.join('');
}
