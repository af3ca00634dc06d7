import { headingLevel, preformattedElements, type HtmlElement } from './elements';
import { visit } from './tree';

// A cell with more paragraphs than this holds running text, not a value.
const MOST_PARAGRAPHS = 3;

interface OpenTable {
  readonly element: HtmlElement;
  columns: number;
  widest: number;
  paragraphs: number;
  holdsText: boolean;
}

/**
 * Finds the tables that hold data: several columns, and cells that are not pages of their own. The others
 * only lay out a page, and are read cell after cell.
 */
export function dataTables(root: HtmlElement): ReadonlySet<HtmlElement> {
  const found = new Set<HtmlElement>();
  const open: OpenTable[] = [];
  visit(root, {
    enter(element) {
      const table = open.at(-1);
      const { name } = element;
      if (table && (name === 'table' || headingLevel(name) > 0 || preformattedElements.has(name)))
        table.holdsText = true;
      if (name === 'table') {
        const holdsText = element.attributes['role'] === 'presentation';
        open.push({ element, columns: 0, widest: 0, paragraphs: 0, holdsText });
      } else if (table && name === 'tr') {
        table.columns = 0;
      } else if (table && (name === 'td' || name === 'th')) {
        table.widest = Math.max(table.widest, ++table.columns);
        table.paragraphs = 0;
      } else if (table && name === 'p' && ++table.paragraphs > MOST_PARAGRAPHS) {
        table.holdsText = true;
      }
    },
    text() {},
    leave({ name }) {
      if (name !== 'table') return;
      const table = open.pop();
      if (table && !table.holdsText && table.widest > 1) found.add(table.element);
    },
  });
  return found;
}
