import type { DisagreementKind } from '../../model/collaboration';
import type { CodeId } from '../../model/ids';
import { bestMatching, edgeList } from '../matching/assignment';

/** A segment with its compared codes, sorted. */
export interface Unit {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly CodeId[];
}

/** Units of the first and of the second coder that are looked at together. */
export interface Group<U extends Unit> {
  readonly kind: DisagreementKind | 'agreed';
  readonly first: readonly U[];
  readonly second: readonly U[];
}

const common = (a: Unit, b: Unit) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const shares = (a: Unit, b: Unit) => a.tags.some((tag) => b.tags.includes(tag));
const shapeOf = ({ start, end, tags }: Unit) => [start, end, ...tags].join(' ');

/**
 * Whether two units may be two codings of one thing: they overlap and have a code in common; or, where they
 * have none, they are at one place, which is when at least half of the shorter one lies in the other.
 */
const mayPair = (a: Unit, b: Unit): boolean => {
  const overlap = common(a, b);
  if (overlap <= 0) return false;
  return shares(a, b) || 2 * overlap >= Math.min(a.end - a.start, b.end - b.start);
};

/**
 * Puts the units of two coders in one source together.
 *
 * In: both coders' units in order of start. Out: groups, each unit in exactly one of them.
 * 1. `agreed`: the same place with the same codes, one with one.
 * 2. Of what is left, one with one so that as many as possible are paired that have a code in common; among
 *    such pairings the one in which codes and places agree best (Jaccard index of codes + intersection over
 *    union). Equal codes make a `boundary`, others a `different-code`, whatever the ends are.
 * 3. A unit still alone joins the pair of a unit that it overlaps and has a code with, if that one stands
 *    alone on its side: one against several of its code, `split`. The longest overlap comes first.
 * 4. What is alone then was `missed` by the other coder.
 */
export function pairUnits<U extends Unit>(first: readonly U[], second: readonly U[]): readonly Group<U>[] {
  const { agreed, left, right } = setAgreedAside(first, second);
  const partners = match(left, right);
  const pairs: { first: U[]; second: U[] }[] = [];
  const pairOf = new Map<U, { first: U[]; second: U[] }>();
  left.forEach((unit, i) => {
    const partner = right[partners[i] ?? -1];
    if (!partner) return;
    const pair = { first: [unit], second: [partner] };
    pairs.push(pair);
    pairOf.set(unit, pair).set(partner, pair);
  });
  for (const { side, unit, to } of joinings(left, right, pairOf)) {
    const pair = pairOf.get(to);
    const other = side === 'first' ? 'second' : 'first';
    if (!pair || pairOf.has(unit) || pair[other].length > 1) continue;
    pair[side].push(unit);
    pairOf.set(unit, pair);
  }
  const alone = (units: readonly U[]) => units.filter((unit) => !pairOf.has(unit));
  return [
    ...agreed,
    ...pairs.map((pair): Group<U> => ({ kind: kindOf(pair.first, pair.second), ...pair })),
    ...alone(left).map((unit): Group<U> => ({ kind: 'missed', first: [unit], second: [] })),
    ...alone(right).map((unit): Group<U> => ({ kind: 'missed', first: [], second: [unit] })),
  ];
}

function setAgreedAside<U extends Unit>(first: readonly U[], second: readonly U[]) {
  const waiting = new Map<string, U[]>();
  for (const unit of second) {
    const shape = shapeOf(unit);
    const same = waiting.get(shape);
    if (same) same.push(unit);
    else waiting.set(shape, [unit]);
  }
  const agreed: Group<U>[] = [];
  const taken = new Set<U>();
  const left = first.filter((unit) => {
    const twin = waiting.get(shapeOf(unit))?.shift();
    if (!twin) return true;
    agreed.push({ kind: 'agreed', first: [unit], second: [twin] });
    taken.add(twin);
    return false;
  });
  return { agreed, left, right: second.filter((unit) => !taken.has(unit)) };
}

/** Out: per unit of the first the index of its partner, or −1. */
function match(left: readonly Unit[], right: readonly Unit[]): Int32Array {
  // No sum of indexes, each at most 2, outweighs one pair more with a code in common.
  const pair = 2 * Math.min(left.length, right.length) + 1;
  const list = edgeList(right.length);
  for (const unit of left) {
    eachOverlap(unit, right, (other, i) => {
      if (!mayPair(unit, other)) return;
      list.add(i, (shares(unit, other) ? pair : 0) + jaccard(unit.tags, other.tags) + iou(unit, other));
    });
    list.endRow();
  }
  return bestMatching(list.edges());
}

function eachOverlap<U extends Unit>(unit: Unit, others: readonly U[], visit: (other: U, i: number) => void) {
  for (const [i, other] of others.entries()) {
    if (other.start >= unit.end) break;
    if (other.end > unit.start) visit(other, i);
  }
}

const iou = (a: Unit, b: Unit) => {
  const both = common(a, b);
  return both / (a.end - a.start + (b.end - b.start) - both);
};

function jaccard(a: readonly CodeId[], b: readonly CodeId[]): number {
  const both = a.filter((tag) => b.includes(tag)).length;
  return both / (a.length + b.length - both);
}

interface Joining<U> {
  readonly side: 'first' | 'second';
  readonly unit: U;
  /** The unit of the other side that it may stand against. */
  readonly to: U;
  readonly overlap: number;
}

/** What may join a pair, the longest overlap first, then as the text goes. */
function joinings<U extends Unit>(
  left: readonly U[],
  right: readonly U[],
  paired: ReadonlyMap<U, unknown>,
): readonly Joining<U>[] {
  const found: Joining<U>[] = [];
  for (const unit of left) {
    eachOverlap(unit, right, (other) => {
      if (!shares(unit, other) || paired.has(unit) === paired.has(other)) return;
      const overlap = common(unit, other);
      if (paired.has(unit)) found.push({ side: 'second', unit: other, to: unit, overlap });
      else found.push({ side: 'first', unit, to: other, overlap });
    });
  }
  return found.sort(
    (a, b) => b.overlap - a.overlap || a.unit.start - b.unit.start || (a.unit.id < b.unit.id ? -1 : 1),
  );
}

function kindOf(first: readonly Unit[], second: readonly Unit[]): DisagreementKind {
  if (first.length > 1 || second.length > 1) return 'split';
  return first[0]?.tags.join() === second[0]?.tags.join() ? 'boundary' : 'different-code';
}
