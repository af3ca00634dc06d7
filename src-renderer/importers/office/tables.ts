import { isBlank, joinPieces, pieceOf, type Mark, type Piece } from './pieces';

/** A cell with more paragraphs than this holds running text, not a value. */
const MOST_PARAGRAPHS = 3;

export interface OpenTable {
  readonly rows: Piece[][][];
  /** The cells of the row that is open. */
  row: Piece[][] | undefined;
  /** The cell that is open. */
  cell: Piece[] | undefined;
  /** Whether a table stands in one of its cells. */
  holdsTable: boolean;
}

export const newTable = (): OpenTable => ({ rows: [], row: undefined, cell: undefined, holdsTable: false });

/**
 * The blocks of a table: a row each where it holds data, and what its cells hold, one after the other,
 * where it only lays out the page.
 */
export function tableBlocks({ rows, holdsTable }: OpenTable): Piece[] {
  const holdsData =
    !holdsTable && rows.some((row) => row.length > 1) && rows.every((row) => row.every(isValue));
  return holdsData ? rows.flatMap(rowBlocks) : rows.flat(2);
}

const isValue = (cell: readonly Piece[]): boolean => {
  const filled = cell.filter((piece) => !isBlank(piece));
  return filled.length <= MOST_PARAGRAPHS && filled.every(({ kind }) => kind !== 'heading');
};

/** Hidden text has no part in the row: it follows it. */
function rowBlocks(row: readonly (readonly Piece[])[]): Piece[] {
  const isHidden = ({ kind }: Piece) => kind === 'hidden';
  let text = '';
  const marks: Mark[] = [];
  row.forEach((cell, column) => {
    if (column > 0) text += '\t';
    const start = text.length;
    const value = joinPieces(cell.filter((piece) => !isHidden(piece)).map(withoutSpaceAround), ' ');
    text += value.text.replace(/[\t\n]/g, ' ');
    for (const mark of value.marks) marks.push({ ...mark, at: start + mark.at });
  });
  return [pieceOf('table-row', 0, text, marks), ...row.flat().filter(isHidden)];
}

function withoutSpaceAround(piece: Piece): Piece {
  const start = piece.text.length - piece.text.trimStart().length;
  const text = piece.text.trim();
  const marks = piece.marks.map((mark) => ({
    ...mark,
    at: Math.min(Math.max(0, mark.at - start), text.length),
  }));
  return { ...piece, text, marks };
}
