import type { BlockKind } from '../../domain/model/source';
import { cleanText } from '../../domain/text/canonical';

/** Where a comment begins or ends, `at` UTF-16 units into the text of its piece. */
export interface Mark {
  readonly at: number;
  readonly comment: string;
  readonly edge: 'start' | 'end';
}

/** A block on its way: it may still be moved, joined to a table row, or turn out to be blank. */
export interface Piece {
  readonly kind: BlockKind;
  readonly level: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export const isBlank = ({ text }: Piece): boolean => text.trim() === '';

/** Makes a piece whose text stays as it is when it is laid out, so that its marks stay where they are. */
export function pieceOf(kind: BlockKind, level: number, raw: string, marks: readonly Mark[] = []): Piece {
  const clean = cleanText(raw).replace(/\n+$/, '');
  const text = clean.replace(/^[\n\uFEFF]+/, '');
  if (marks.length === 0) return { kind, level, text, marks };
  const lead = clean.length - text.length;
  const within = (at: number) => Math.min(Math.max(0, at - lead), text.length);
  return { kind, level, text, marks: marks.map((mark) => ({ ...mark, at: within(mark.at) })) };
}

/** Puts pieces one after the other into one text. */
export function joinPieces(pieces: readonly Piece[], separator: string): Pick<Piece, 'text' | 'marks'> {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    if (text !== '' && piece.text !== '') text += separator;
    const start = text.length;
    text += piece.text;
    for (const mark of piece.marks) marks.push({ ...mark, at: start + mark.at });
  }
  return { text, marks };
}
