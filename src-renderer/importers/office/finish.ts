import type { SourceComment } from '../../domain/model/import';
import { invariant } from '../../domain/model/result';
import { layOut, type CanonicalText } from '../../domain/text/canonical';
import { isBlank, type Piece } from './pieces';

/** What a document says of a comment beside where it stands. */
export type Remark = Pick<SourceComment, 'author' | 'date' | 'text'>;

export interface LaidOut {
  readonly body: CanonicalText;
  readonly comments: readonly SourceComment[];
}

/**
 * Lays pieces out as canonical text and finds the passage of each comment in it. A comment whose place the
 * document does not tell is about the whole and stands at the start.
 */
export function layOutPieces(pieces: readonly Piece[], remarks: ReadonlyMap<string, Remark>): LaidOut {
  const filled = pieces.filter((piece) => !isBlank(piece));
  const body = layOut(filled);
  invariant(body.blocks.length === filled.length, 'each piece that is not blank is a block');

  const places = { start: new Map<string, number>(), end: new Map<string, number>() };
  let next = 0;
  for (const piece of pieces) {
    const start = body.blocks[next]?.start ?? body.text.length;
    // A passage that ends where a block begins ends with the block before it.
    const before = body.blocks[next - 1]?.end ?? 0;
    const blank = isBlank(piece);
    if (!blank) next++;
    for (const { at: offset, comment, edge } of piece.marks) {
      const at = blank ? 0 : offset;
      const place = edge === 'end' && at === 0 ? before : start + at;
      if (edge === 'end' || !places.start.has(comment)) places[edge].set(comment, place);
    }
  }
  const comments = [...remarks].map(([id, remark]) => {
    const start = places.start.get(id) ?? places.end.get(id) ?? 0;
    return { start, end: Math.max(start, places.end.get(id) ?? start), ...remark };
  });
  return { body, comments: comments.sort((a, b) => a.start - b.start || a.end - b.end) };
}
