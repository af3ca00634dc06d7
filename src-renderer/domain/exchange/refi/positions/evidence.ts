import { isGraphemeBoundary } from '../../../text/graphemes';
import type { TextRange } from '../../../text/range';
import { segmenterFor } from '../../../text/segmenters';
import { xmlCharacters } from '../../xml';

/** Shorter names agree by chance: the letter that a selection is on. */
const FEWEST_FOR_CLIPPED = 8;

/**
 * Whether a selection's name is the passage.
 * In: the name, and the passage that a convention gives. Out: 1 when they are the same but for the kind of
 * white space; ½ when they are so after runs and ends of white space are evened out, or when the name is
 * the beginning of the passage (of at least 8 characters, or closed by an ellipsis); else 0.
 */
export function nameAgreement(name: string, passage: string): number {
  // A name has come through XML, which carries no control characters, and knows the line end of EBCDIC.
  const plain = (text: string) => xmlCharacters(text).replace(/\r\n|[\s\u0085]/g, ' ');
  if (plain(name) === plain(passage)) return 1;
  const even = (text: string) => plain(text).replace(/ +/g, ' ').trim();
  const wanted = even(name);
  const found = even(passage);
  if (wanted === found) return 0.5;
  const opening = wanted.replace(/\s*(…|\.{3})$/, '');
  const isClipped = opening !== wanted ? opening.length > 0 : wanted.length >= FEWEST_FOR_CLIPPED;
  return isClipped && found.startsWith(opening) ? 0.5 : 0;
}

/**
 * How well a passage begins and ends where a person would.
 * In: the canonical text and a range. Out: the sum of two values, 0…2. For each edge: 0 inside a grapheme
 * cluster or a word; ¼ where the passage would begin or end with white space; 1 at the end of a line, beside
 * white space or punctuation, on whichever side, for some take a full stop with the sentence and some do
 * not; ¾ at any other boundary of words.
 */
export const edgeAgreement = (text: string, range: TextRange): number =>
  range.start === range.end
    ? 0
    : edge(text, range.start, text[range.start], text[range.start - 1]) +
      edge(text, range.end, text[range.end - 1], text[range.end]);

/** In: the position, the unit of the passage beside it, and the one outside. */
function edge(text: string, position: number, inside = '', outside = ''): number {
  if (/\s/.test(inside)) return 0.25;
  if (outside === '' || /\s/.test(outside)) return 1;
  if (!isGraphemeBoundary(text, position) || isInWord(text, position)) return 0;
  return /\p{P}/u.test(inside) || /\p{P}/u.test(outside) ? 1 : 0.75;
}

const REACH = 24;
const wordCharacter = /[\p{L}\p{N}\p{M}'’_-]$/u;
/** Scripts without spaces, where only a dictionary knows the words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isInWord(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 2), position);
  const after = String.fromCodePoint(text.codePointAt(position) ?? 0x20);
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return false;
  if (!unspaced.test(before) && !unspaced.test(after)) return true;
  const from = Math.max(0, position - REACH);
  const word = segmenterFor('und', 'word')
    .segment(text.slice(from, position + REACH))
    .containing(position - from);
  return word?.isWordLike === true && word.index < position - from;
}
