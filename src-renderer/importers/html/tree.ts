import { Parser } from 'htmlparser2';
import { isDropped, type HtmlElement } from './elements';

export interface HtmlTree {
  readonly root: HtmlElement;
  readonly title: string;
  /** `meta` and `link` elements, wherever they stand. */
  readonly properties: readonly HtmlElement[];
  readonly comments: readonly string[];
  /** Elements that were left out, by name, where the person may miss them. */
  readonly dropped: ReadonlyMap<string, number>;
}

/**
 * Parses HTML, or XML when `xml` is set, into a plain tree. What is never text of the document (scripts,
 * styles, hidden parts) does not enter the tree, so nothing after this can let it through.
 */
export function parseTree(markup: string, xml: boolean): HtmlTree {
  const root: HtmlElement = { name: '', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  const properties: HtmlElement[] = [];
  const comments: string[] = [];
  const dropped = new Map<string, number>();
  let droppedDepth = 0;
  let titleDepth = 0;
  const title: string[] = [];

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: HtmlElement = { name: name.toLowerCase(), attributes, children: [] };
        if (droppedDepth > 0 || isDropped(element, xml)) {
          if (droppedDepth++ === 0) dropped.set(element.name, (dropped.get(element.name) ?? 0) + 1);
        } else if (element.name === 'title' && !xml) {
          titleDepth++;
        } else {
          if (element.name === 'meta' || element.name === 'link') properties.push(element);
          open.at(-1)?.children.push(element);
          open.push(element);
        }
      },
      ontext(text) {
        if (droppedDepth > 0) return;
        if (titleDepth > 0) title.push(text);
        else open.at(-1)?.children.push(text);
      },
      onclosetag(name) {
        if (droppedDepth > 0) droppedDepth--;
        else if (titleDepth > 0 && name === 'title') titleDepth--;
        else open.pop();
      },
      oncomment(comment) {
        comments.push(comment);
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  parser.end(markup);
  return { root, title: title.join('').replace(/\s+/g, ' ').trim(), properties, comments, dropped };
}

export interface Visitor {
  enter(element: HtmlElement): void;
  text(text: string): void;
  leave(element: HtmlElement): void;
}

/** Visits a tree in document order. Not recursive: pages nested thousands deep exist. */
export function visit(root: HtmlElement, visitor: Visitor): void {
  const path: { element: HtmlElement; next: number }[] = [{ element: root, next: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const child = top.element.children[top.next++];
    if (child === undefined) {
      visitor.leave(top.element);
      path.pop();
    } else if (typeof child === 'string') {
      visitor.text(child);
    } else {
      visitor.enter(child);
      path.push({ element: child, next: 0 });
    }
  }
}
