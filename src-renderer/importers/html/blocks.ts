import type { BlockDraft } from '../../domain/text/canonical';
import {
  blockElements,
  headingLevel,
  inlineElements,
  isAside,
  isMain,
  isNavigation,
  isNote,
  listElements,
  preformattedElements,
  type HtmlElement,
} from './elements';
import { collapse, Run } from './run';
import { dataTables } from './tables';
import { visit } from './tree';

/** Where on the page a block stands. */
export type Place = 'main' | 'article' | 'navigation' | 'aside' | 'elsewhere';

export interface PlacedBlock extends BlockDraft {
  readonly place: Place;
}

/** Reads the blocks of a page in document order. */
export function blocksOf(root: HtmlElement, xml: boolean): PlacedBlock[] {
  const reader = new BlockReader(dataTables(root), xml);
  visit(root, reader);
  return reader.finish();
}

// How many open elements of each sort the reader is in.
const noDepth = {
  heading: 0,
  list: 0,
  item: 0,
  quote: 0,
  pre: 0,
  note: 0,
  main: 0,
  article: 0,
  navigation: 0,
  aside: 0,
};
type Depth = keyof typeof noDepth;

class BlockReader {
  private readonly tables: ReadonlySet<HtmlElement>;
  private readonly xml: boolean;
  private readonly blocks: PlacedBlock[] = [];
  private readonly depth: Record<Depth, number> = { ...noDepth };
  private readonly run = new Run();
  /** Cells of the row being read, or undefined outside the rows of data tables. */
  private cells: string[] | undefined;
  private readonly openTables: boolean[] = [];

  constructor(tables: ReadonlySet<HtmlElement>, xml: boolean) {
    this.tables = tables;
    this.xml = xml;
  }

  enter(element: HtmlElement): void {
    const { name } = element;
    if (name === 'br') this.breakLine();
    if (!this.isBlock(name)) return;
    this.endBlock();
    this.count(element, 1);
    if (name === 'table') this.openTables.push(this.tables.has(element));
    if (name === 'tr' && this.openTables.at(-1)) this.cells = [];
  }

  text(text: string): void {
    this.run.add(text);
  }

  leave(element: HtmlElement): void {
    const { name } = element;
    if (!this.isBlock(name)) return;
    if (this.cells && (name === 'td' || name === 'th')) {
      this.cells.push(collapse(this.run.take(false).replace(/\t/g, ' ')));
    } else if (this.cells && name === 'tr') {
      this.push('table-row', 0, this.cells.join('\t'));
      this.cells = undefined;
    } else {
      this.endBlock();
    }
    if (name === 'table') this.openTables.pop();
    this.count(element, -1);
  }

  finish(): PlacedBlock[] {
    this.endBlock();
    return this.blocks;
  }

  private isBlock(name: string): boolean {
    return this.xml ? !inlineElements.has(name) : blockElements.has(name);
  }

  private breakLine(): void {
    if (this.cells) this.run.add(' ');
    else this.run.breakLine();
  }

  private endBlock(): void {
    // Paragraphs inside a cell of a data table are no blocks of their own.
    if (this.cells) return this.run.add(' ');
    const { heading, item, list, note, pre, quote } = this.depth;
    const text = this.run.take(pre > 0);
    if (pre > 0) this.push('preformatted', 0, text.replace(/^\n/, ''));
    else if (heading > 0) this.push('heading', heading, text);
    else if (note > 0) this.pushParagraphs('note', 0, text);
    else if (item > 0) this.pushParagraphs('list-item', Math.max(1, list), text);
    else if (quote > 0) this.pushParagraphs('quote', 0, text);
    else this.pushParagraphs('paragraph', 0, text);
  }

  /** Two `<br>` in a row are how many a page parts its paragraphs. */
  private pushParagraphs(kind: PlacedBlock['kind'], level: number, text: string): void {
    for (const paragraph of text.split(/\n\s*\n/)) this.push(kind, level, paragraph);
  }

  private push(kind: PlacedBlock['kind'], level: number, text: string): void {
    if (text.trim() !== '') this.blocks.push({ kind, level, text, place: this.place() });
  }

  private place(): Place {
    if (this.depth.navigation > 0) return 'navigation';
    if (this.depth.aside > 0) return 'aside';
    if (this.depth.main > 0) return 'main';
    return this.depth.article > 0 ? 'article' : 'elsewhere';
  }

  private count(element: HtmlElement, by: 1 | -1): void {
    const { name } = element;
    const { depth } = this;
    // A heading is not nested: its level is the count.
    if (headingLevel(name) > 0) depth.heading = by > 0 ? headingLevel(name) : 0;
    if (listElements.has(name)) depth.list += by;
    if (name === 'li') depth.item += by;
    if (name === 'blockquote') depth.quote += by;
    if (preformattedElements.has(name)) depth.pre += by;
    if (name === 'article') depth.article += by;
    if (isNote(element)) depth.note += by;
    if (isMain(element)) depth.main += by;
    if (isNavigation(element)) depth.navigation += by;
    if (isAside(element)) depth.aside += by;
  }
}
