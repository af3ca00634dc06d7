/**
 * Code points against UTF-16 units. Positions inside the product are UTF-16 units; code points are
 * the unit of exchange formats and of every figure shown. A lone surrogate counts as one code point.
 */

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const highSurrogate = /[\ud800-\udbff]/;

/** In: a text and a position in it. Out: whether the position would cut a surrogate pair in two. */
export function cutsPair(text: string, position: number): boolean {
  return isLow(text.charCodeAt(position)) && isHigh(text.charCodeAt(position - 1));
}

/** Calls back with the position of the high surrogate of each pair, in order. */
function eachPair(text: string, visit: (position: number) => void): void {
  // The native search finds out in no time that most texts have no pair at all.
  const first = text.search(highSurrogate);
  if (first < 0) return;
  for (let i = first; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) visit(i++);
  }
}

/** In: a text. Out: its length in Unicode code points. */
export function countCodePoints(text: string): number {
  let pairs = 0;
  eachPair(text, () => pairs++);
  return text.length - pairs;
}

/** What conversion needs of one text: where its surrogate pairs stand. */
export interface PositionTable {
  /** Length in UTF-16 units. */
  readonly length: number;
  /** Length in code points. */
  readonly characters: number;
  /** UTF-16 position of each pair's high surrogate, ascending. */
  readonly pairs: Uint32Array;
}

/** In: a text. Out: its table; memory grows with the pairs alone. */
export function positionTable(text: string): PositionTable {
  const pairs: number[] = [];
  eachPair(text, (position) => pairs.push(position));
  return { length: text.length, characters: text.length - pairs.length, pairs: Uint32Array.from(pairs) };
}

/** How many leading pairs satisfy a condition that holds for a first part of them and then no more. */
function countWhile(pairs: Uint32Array, holds: (pair: number, index: number) => boolean): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(pairs[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * UTF-16 units → code points.
 * In: a table and a position of 0…length. Out: the number of code points before it; a position inside
 * a pair counts as the pair's start.
 */
export function toCodePoints(table: PositionTable, position: number): number {
  const before = countWhile(table.pairs, (pair) => pair + 1 < position);
  const inside = table.pairs[before] === position - 1;
  return position - before - (inside ? 1 : 0);
}

/**
 * Code points → UTF-16 units.
 * In: a table and a count of 0…characters. Out: the position that has so many code points before it.
 */
export function toUtf16(table: PositionTable, codePoints: number): number {
  return codePoints + countWhile(table.pairs, (pair, index) => pair - index < codePoints);
}
