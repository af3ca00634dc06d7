import type { DocumentView } from '../document/document-view';

/** The position on the line above or below, as near as may be to a column; the same when there is none. */
export function moveByLine(
  view: DocumentView,
  position: number,
  direction: 'forward' | 'backward',
  column: number,
): number {
  // Only what is on the screen can be hit.
  view.scrollTo(position, 'nearest');
  const box = view.caretBox(position);
  if (!box) return position;
  const step = (direction === 'forward' ? 1 : -1) * Math.max(6, box.height / 3);
  const reach = 12 * box.height;
  for (let distance = step; Math.abs(distance) < reach; distance += step) {
    const found = view.positionAt(column, (box.top + box.bottom) / 2 + distance);
    if (found === null || found === position) continue;
    const there = view.caretBox(found);
    const middle = there ? (there.top + there.bottom) / 2 : 0;
    if (direction === 'forward' ? middle > box.bottom : middle < box.top) return found;
  }
  return position;
}

/** The position at the start or end of the line that holds a position. */
export function lineEdge(view: DocumentView, position: number, edge: 'start' | 'end'): number {
  view.scrollTo(position, 'nearest');
  const box = view.caretBox(position);
  const body = view.element(view.visible().from)?.getBoundingClientRect();
  if (!box || !body) return position;
  const rightToLeft = directionAt(view, position) === 'rtl';
  const x = (edge === 'start') !== rightToLeft ? body.left + 1 : body.right - 1;
  return view.positionAt(x, (box.top + box.bottom) / 2) ?? position;
}

/** The direction of the text at a position. */
export function directionAt(view: DocumentView, position: number): 'ltr' | 'rtl' {
  const element = view.point(position)?.node.parentElement;
  return element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}
