import type { BlockKind } from '../../domain/model/source';
import { invariant } from '../../domain/model/result';
import { isBlank, joinPieces, pieceOf, type Mark, type Piece } from './pieces';
import { newTable, tableBlocks, type OpenTable } from './tables';

/** A text of its own: the body, a text box, a note, a running head, the text of a comment. */
interface Story {
  readonly pieces: Piece[];
  readonly tables: OpenTable[];
  paragraph: Paragraph;
}

/** What has been read of the paragraph that is open. */
interface Paragraph {
  text: string[];
  length: number;
  marks: Mark[];
  /** Hidden passages, each in its pieces. */
  hidden: string[][];
  wasHidden: boolean;
  /** Text boxes that are anchored in it. */
  boxes: Piece[];
}

// A dozen are many; thousands are an attack on whoever lays them out.
const DEEPEST = 256;

/**
 * Takes the text of an office document in the order in which its file has it and makes blocks of it. What
 * stands beside a paragraph (hidden passages, text boxes) follows it, notes follow the whole, and each
 * character comes out once.
 */
export class Flow {
  readonly #stories: Story[] = [newStory()];
  readonly #notes: Piece[] = [];
  #noteCount = 0;

  get #story(): Story {
    const story = this.#stories.at(-1);
    invariant(story, 'a story is open');
    return story;
  }

  add(text: string): void {
    if (text === '') return;
    const { paragraph } = this.#story;
    paragraph.text.push(text);
    paragraph.length += text.length;
    paragraph.wasHidden = false;
  }

  addHidden(text: string): void {
    if (text === '') return;
    const { paragraph } = this.#story;
    const passage = paragraph.wasHidden ? paragraph.hidden.at(-1) : undefined;
    if (passage) passage.push(text);
    else paragraph.hidden.push([text]);
    paragraph.wasHidden = true;
  }

  /** Notes where a comment begins or ends. */
  mark(comment: string, edge: Mark['edge']): void {
    const { marks, length } = this.#story.paragraph;
    marks.push({ at: length, comment, edge });
  }

  /** Whether the open paragraph has nothing in it yet. */
  get isParagraphEmpty(): boolean {
    const { length, hidden, boxes, marks } = this.#story.paragraph;
    return length === 0 && hidden.length === 0 && boxes.length === 0 && marks.length === 0;
  }

  endParagraph(kind: BlockKind = 'paragraph', level = 0): void {
    if (this.isParagraphEmpty) return;
    const { paragraph } = this.#story;
    const { text, marks, hidden, boxes } = paragraph;
    this.#story.paragraph = newParagraph();
    const passages = hidden.map((parts) => pieceOf('hidden', 0, parts.join('')));
    this.push([pieceOf(kind, level, text.join(''), marks), ...passages, ...boxes]);
  }

  /** Puts blocks after those there are, in the open cell where there is one. */
  push(pieces: readonly Piece[]): void {
    const { tables, pieces: own } = this.#story;
    const target = tables.length > 0 ? this.#openCell() : own;
    for (const piece of pieces) target.push(piece);
  }

  /** How many blocks the open story has so far, tables that are open not counted. */
  get blockCount(): number {
    return this.#story.pieces.length;
  }

  insert(at: number, pieces: readonly Piece[]): void {
    this.#story.pieces.splice(at, 0, ...pieces);
  }

  /** How many tables the open story is in. */
  get tableDepth(): number {
    return this.#story.tables.length;
  }

  openTable(): void {
    this.#checkDepth();
    this.endParagraph();
    const outer = this.#story.tables.at(-1);
    if (outer) outer.holdsTable = true;
    this.#story.tables.push(newTable());
  }

  /** Ends a cell, also one that holds nothing; `columns` that it spans beyond the first are empty cells. */
  endCell(columns = 1): void {
    this.endParagraph();
    const table = this.#story.tables.at(-1);
    // Damaged files have cells outside tables.
    if (!table) return;
    this.#openCell();
    table.cell = undefined;
    for (let column = 1; column < columns; column++) table.row?.push([]);
  }

  endRow(): void {
    const table = this.#story.tables.at(-1);
    if (!table) return;
    if (table.cell || !this.isParagraphEmpty) this.endCell();
    if (table.row) table.rows.push(table.row);
    table.row = undefined;
  }

  /** Leaves out the row that is open. */
  dropRow(): void {
    this.endRow();
    this.#story.tables.at(-1)?.rows.pop();
  }

  closeTable(): void {
    this.endRow();
    const table = this.#story.tables.pop();
    if (table) this.push(tableBlocks(table));
  }

  /** Opens and closes tables until the open story is in so many; the open paragraph goes where that leads. */
  setTableDepth(depth: number): void {
    const story = this.#story;
    const { paragraph } = story;
    story.paragraph = newParagraph();
    while (this.tableDepth > depth) this.closeTable();
    while (this.tableDepth < depth) this.openTable();
    story.paragraph = paragraph;
  }

  openStory(): void {
    this.#checkDepth();
    this.#stories.push(newStory());
  }

  /** Ends a story and gives its blocks. */
  closeStory(): Piece[] {
    this.endParagraph();
    while (this.tableDepth > 0) this.closeTable();
    const story = this.#stories.pop();
    invariant(story && this.#stories.length > 0, 'the body is ended by finish');
    return story.pieces;
  }

  /** Lets blocks follow the open paragraph. */
  addBoxes(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#story.paragraph.boxes.push(piece);
  }

  /** Gives the next note its sign, as it stands in the text and at the note. */
  nextNoteSign(): string {
    this.#noteCount++;
    return `[${this.#noteCount}]`;
  }

  /** Keeps the blocks of a note for the end. `sign` is '' where the note has one in its own text. */
  addNote(sign: string, pieces: readonly Piece[]): void {
    const filled = pieces.filter((piece) => !isBlank(piece) || piece.marks.length > 0);
    const first = filled.findIndex(({ kind }) => kind !== 'hidden');
    filled.forEach((piece, i) => {
      if (piece.kind === 'hidden') this.#notes.push(piece);
      else this.#notes.push(i === first ? signed(sign, piece) : { ...piece, kind: 'note', level: 0 });
    });
  }

  /** Ends the body. Out: all blocks in order, blank ones among them. */
  finish(): Piece[] {
    while (this.#stories.length > 1) this.addBoxes(this.closeStory());
    this.endParagraph();
    while (this.tableDepth > 0) this.closeTable();
    return [...this.#story.pieces, ...this.#notes];
  }

  #checkDepth(): void {
    const depth = this.#stories.reduce((sum, { tables }) => sum + 1 + tables.length, 0);
    if (depth > DEEPEST) throw new Error(`more than ${DEEPEST} tables and boxes in each other`);
  }

  #openCell(): Piece[] {
    const table = this.#story.tables.at(-1);
    invariant(table, 'a table is open');
    if (table.cell) return table.cell;
    const cell: Piece[] = [];
    table.row ??= [];
    table.row.push(cell);
    table.cell = cell;
    return cell;
  }
}

const newParagraph = (): Paragraph => ({
  text: [],
  length: 0,
  marks: [],
  hidden: [],
  wasHidden: false,
  boxes: [],
});

const newStory = (): Story => ({ pieces: [], tables: [], paragraph: newParagraph() });

function signed(sign: string, note: Piece): Piece {
  const space = note.text.length - note.text.trimStart().length;
  const marks = note.marks.map((mark) => ({ ...mark, at: Math.max(0, mark.at - space) }));
  const text = { ...note, text: note.text.trimStart(), marks };
  return { kind: 'note', level: 0, ...joinPieces([pieceOf('note', 0, sign), text], ' ') };
}
