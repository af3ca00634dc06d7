import { pieceOf, type Piece } from './pieces';

/**
 * Running heads that say something, each once: a page number alone is that of one page only.
 * `seen` holds those that stand in the text already.
 */
export function furnitureOf(pieces: readonly Piece[], seen = new Set<string>()): Piece[] {
  const isNew = (text: string): boolean => !seen.has(text) && seen.add(text).size > 0;
  return pieces
    .filter(({ text, kind }) => kind !== 'hidden' && /\p{Letter}/u.test(text) && isNew(text))
    .map(({ text, marks }) => pieceOf('furniture', 0, text, marks));
}
