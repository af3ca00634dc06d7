import type { Block } from '../../../../domain/model/source';
import styles from './document.module.css';

/** Pieces that are drawn inside a common list or table. */
export const groupOf = (kind: Block['kind']): 'list' | 'table' | null =>
  kind === 'list-item' ? 'list' : kind === 'table-row' ? 'table' : null;

/** What stands beside the text of a document and can be folded away. */
export const isAside = (kind: Block['kind'] | undefined): boolean =>
  kind === 'furniture' || kind === 'hidden';

export function makeGroup(group: 'list' | 'table'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', group);
  element.className = styles[group] ?? '';
  return element;
}

/**
 * The element of a piece. Its text nodes, joined, are exactly the piece's text: that is what positions
 * rest on. Everything else (bullets, page numbers) is made by the style sheet.
 */
export function makePiece(
  text: string,
  block: Block,
  look: { readonly continued: boolean; readonly keepsLines: boolean; readonly page: number | null },
): HTMLElement {
  const { kind, level } = block;
  const element = document.createElement(kind === 'heading' ? `h${Math.min(level + 1, 6)}` : 'div');
  element.dir = 'auto';
  element.className = [
    styles['piece'],
    styles[kind],
    isAside(kind) && styles['aside'],
    look.continued && styles['continued'],
    look.keepsLines && styles['lines'],
  ]
    .filter(Boolean)
    .join(' ');
  if (kind === 'heading' || kind === 'list-item') element.dataset['level'] = String(Math.max(1, level));
  if (look.page !== null) element.dataset['page'] = String(look.page);
  if (kind === 'table-row') fillRow(element, text);
  else {
    if (kind === 'list-item') element.setAttribute('role', 'listitem');
    if (look.keepsLines) element.append(text);
    else appendFlowing(element, text);
  }
  return element;
}

// Between ideographs a line end is nothing, and the browser would draw a space.
const wide = '[\\p{Script=Han}\\p{Script=Hira}\\p{Script=Kana}\\u3000-\\u303f\\uff00-\\uffef]';
const silentBreak = new RegExp(`(?<=${wide})(\\n)(?=${wide})`, 'u');

/** Text whose lines are flowed anew. */
function appendFlowing(element: HTMLElement, text: string): void {
  if (!text.includes('\n')) {
    element.append(text);
    return;
  }
  for (const part of text.split(silentBreak)) {
    if (part !== '\n') {
      element.append(part);
      continue;
    }
    const hidden = document.createElement('span');
    hidden.className = styles['silent'] ?? '';
    hidden.append(part);
    element.append(hidden);
  }
}

/** One cell per tab-separated part; the tab stays at the end of its cell, where it takes no room. */
function fillRow(row: HTMLElement, text: string): void {
  row.setAttribute('role', 'row');
  const cells = text.split(/(?<=\t)/);
  if (text.endsWith('\t')) cells.push('');
  row.style.setProperty('--cells', String(cells.length));
  for (const content of cells) {
    const cell = document.createElement('div');
    cell.setAttribute('role', 'cell');
    cell.dir = 'auto';
    cell.append(content);
    row.append(cell);
  }
}

const textNodes = (element: HTMLElement): TreeWalker =>
  document.createTreeWalker(element, NodeFilter.SHOW_TEXT);

/** The place in the DOM at an offset of a piece; where two cells meet, `before` chooses the first. */
export function pointIn(
  element: HTMLElement,
  offset: number,
  before: boolean,
): { node: Text; offset: number } {
  const walker = textNodes(element);
  let rest = offset;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    last = node;
    if (rest < node.length || (before && rest === node.length)) return { node, offset: rest };
    rest -= node.length;
  }
  return { node: last ?? element.appendChild(new Text()), offset: last?.length ?? 0 };
}

/** The offset in a piece of a place inside its element. */
export function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const walker = textNodes(element);
  const child = node instanceof Text ? node : (node.childNodes[offset] ?? null);
  let sum = 0;
  for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
    if (text === node) return sum + offset;
    // A place between elements: everything before the child counts, everything in the node when there is none.
    const position = child
      ? child === text || child.contains(text) || child.compareDocumentPosition(text) & 4
      : !node.contains(text) && node.compareDocumentPosition(text) & 4;
    if (position) return sum;
    sum += text.length;
  }
  return sum;
}
