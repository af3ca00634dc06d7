import { bestMatching, edgeList } from '../matching/assignment';
import { alignMany } from './align-many';
import { unitDissimilarity, type Alignment, type Dissimilarity, type Unit } from './dissimilarity';

/**
 * The best alignment: unitary alignments that hold each unit once, at the least total cost; a place without
 * unit costs Δ∅ with every other place (Mathet, Widlöcher and Métivier 2015, section 4).
 * In: two coders' units or more, in order of start, and the dissimilarity.
 * Out: an exact optimum; of two coders by the Hungarian method, of more by a search along the line, which
 * gives up with `too-many-alignments` where too many units lie at one place.
 */
export function bestAlignment(
  coders: readonly (readonly Unit[])[],
  dissimilarity: Dissimilarity,
): Alignment | 'too-many-alignments' {
  const [first = [], second = []] = coders;
  return coders.length === 2 ? alignTwo(first, second, dissimilarity) : alignMany(coders, dissimilarity);
}

/** In: an alignment and the units per coder. Out: its disorder, cost by mean number of units a coder has; 0 for none. */
export function disorderOf({ cost }: Alignment, coders: readonly (readonly Unit[])[]): number {
  const units = coders.reduce((sum, own) => sum + own.length, 0);
  return units === 0 ? 0 : (cost * coders.length) / units;
}

/** A pair is worth making when it costs less than its two units alone, 2Δ∅. */
function alignTwo(first: readonly Unit[], second: readonly Unit[], dissimilarity: Dissimilarity): Alignment {
  const { alpha, empty } = dissimilarity;
  const most = 2 * empty;
  const longest = second.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  // d_pos < 2Δ∅/α bounds how far apart two starts may be.
  const reach = alpha === 0 ? Infinity : Math.sqrt(2 / alpha);
  const list = edgeList(second.length);
  for (const unit of first) {
    const far = reach * (unit.end - unit.start + longest);
    for (let k = firstFrom(second, unit.start - far); k < second.length; k++) {
      const other = second[k];
      if (!other || other.start - unit.start > far) break;
      const gain = most - unitDissimilarity(unit, other, dissimilarity);
      if (gain > 0) list.add(k, gain);
    }
    list.endRow();
  }
  const partners = bestMatching(list.edges());
  const tuples: Int32Array[] = [];
  let cost = 0;
  const alone = new Set(second.keys());
  first.forEach((unit, i) => {
    const partner = partners[i] ?? -1;
    const other = second[partner];
    alone.delete(partner);
    cost += other ? unitDissimilarity(unit, other, dissimilarity) : empty;
    tuples.push(Int32Array.of(i, partner));
  });
  for (const k of alone) tuples.push(Int32Array.of(-1, k));
  return { tuples, cost: cost + alone.size * empty };
}

/** In: units in order of start and a position. Out: the index of the first that starts there or later. */
function firstFrom(units: readonly Unit[], position: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
