import type { BlockDraft } from '../../domain/text/canonical';
import { blocksOf } from '../html/blocks';
import type { HtmlElement } from '../html/elements';
import { collapse } from '../html/run';
import { parseTree, visit } from '../html/tree';

export const rootOf = (markup: string, xml = false): HtmlElement => parseTree(markup, xml).root;

/** The blocks of a part of a page, without where on the page they stand. */
export const blocksOfMarkup = (markup: string): BlockDraft[] => blocksIn(rootOf(markup));

/** In: an element, or several that follow each other. Out: the blocks in them. */
export function blocksIn(...children: readonly (HtmlElement | string)[]): BlockDraft[] {
  const root: HtmlElement = { name: '', attributes: {}, children: [...children] };
  return blocksOf(root, false).map(({ kind, level, text }) => ({ kind, level, text }));
}

/** The elements for which the condition holds, in document order, those inside others as well. */
export function findAll(root: HtmlElement, holds: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  visit(root, {
    enter(element) {
      if (holds(element)) found.push(element);
    },
    text() {},
    leave() {},
  });
  return found;
}

export const find = (root: HtmlElement, holds: (element: HtmlElement) => boolean): HtmlElement | undefined =>
  findAll(root, holds)[0];

/** The words of the class attribute. */
export const classesOf = ({ attributes }: HtmlElement): string[] =>
  (attributes['class'] ?? '').split(/\s+/).filter(Boolean);

export const hasClass =
  (name: RegExp) =>
  (element: HtmlElement): boolean =>
    classesOf(element).some((one) => name.test(one));

/** All text of an element on one line. Inline elements join without a space, `<br>` and blocks with one. */
export function textIn(element: HtmlElement | undefined): string {
  if (!element) return '';
  return blocksIn(element)
    .map(({ text }) => collapse(text))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * In: a page; which elements are looked for; what of the elements around one is its holder, given from the
 * outermost in. Out: the holders in document order, each once.
 */
export function holdersOf(
  root: HtmlElement,
  isSought: (element: HtmlElement) => boolean,
  pick: (path: readonly HtmlElement[]) => HtmlElement | undefined,
): HtmlElement[] {
  const path: HtmlElement[] = [];
  const holders = new Set<HtmlElement>();
  visit(root, {
    enter(element) {
      const holder = isSought(element) ? pick(path) : undefined;
      if (holder) holders.add(holder);
      path.push(element);
    },
    text() {},
    leave() {
      path.pop();
    },
  });
  return [...holders];
}

/** An element without some of those in it. */
export const without = (element: HtmlElement, left: ReadonlySet<HtmlElement>): HtmlElement => ({
  ...element,
  children: element.children.flatMap((child): (HtmlElement | string)[] =>
    typeof child === 'string' ? [child] : left.has(child) ? [] : [without(child, left)],
  ),
});

/** All characters in an element, as they stand. */
export function rawText(element: HtmlElement | undefined): string {
  const parts: string[] = [];
  if (element)
    visit(element, {
      enter() {},
      text: (text) => void parts.push(text),
      leave() {},
    });
  return parts.join('');
}
