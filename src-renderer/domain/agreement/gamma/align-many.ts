import { unitDissimilarity, type Alignment, type Dissimilarity, type Unit } from './dissimilarity';

/** More candidate alignments than this, or more states side by side, and the search gives up. */
const MOST_TUPLES = 400_000;
const MOST_STATES = 20_000;

/** A unit in the order of the line. */
interface Placed {
  readonly unit: Unit;
  readonly coder: number;
  readonly index: number;
}

/** A unitary alignment of two units or more: places in the order of the line, and what it saves over leaving them alone. */
interface Tuple {
  readonly places: readonly number[];
  readonly gain: number;
}

/**
 * The best alignment of three coders or more, exactly: of all sets of disjoint unitary alignments, the one
 * that saves the most over leaving each unit alone. The units are taken in the order of the line; a state is
 * which units ahead are taken already, and of equal states the better one lives on (dynamic programming). A
 * state also dies when another one is ahead by more than the units that the other has taken can be worth.
 * In: the coders' units and the dissimilarity. Out: the alignment, or `too-many-alignments`.
 */
export function alignMany(
  coders: readonly (readonly Unit[])[],
  dissimilarity: Dissimilarity,
): Alignment | 'too-many-alignments' {
  const line = coders
    .flatMap((units, coder) => units.map((unit, index): Placed => ({ unit, coder, index })))
    .sort((a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end || a.coder - b.coder);
  const candidates = candidateTuples(line, coders.length, dissimilarity);
  if (candidates === null) return 'too-many-alignments';
  const chosen = bestPacking(line.length, candidates);
  if (chosen === null) return 'too-many-alignments';

  const tuples: Int32Array[] = [];
  const alone = new Set(line.keys());
  let cost = line.length * dissimilarity.empty;
  for (const { places, gain } of chosen) {
    cost -= gain;
    const tuple = new Int32Array(coders.length).fill(-1);
    for (const place of places) {
      alone.delete(place);
      const { coder, index } = line[place] ?? { coder: 0, index: -1 };
      tuple[coder] = index;
    }
    tuples.push(tuple);
  }
  for (const place of alone) {
    const { coder, index } = line[place] ?? { coder: 0, index: -1 };
    const tuple = new Int32Array(coders.length).fill(-1);
    tuple[coder] = index;
    tuples.push(tuple);
  }
  return { tuples, cost };
}

/**
 * Per place, the unitary alignments of which it is the first unit that an optimum may hold: with P pairs of
 * places, k units cost (Σd + (P − k(k − 1)/2)Δ∅)/P. One of which a unit does better alone is in no optimum:
 * each unit's dissimilarities with the others add up to less than (P + k − 1)Δ∅.
 */
function candidateTuples(
  line: readonly Placed[],
  coders: number,
  dissimilarity: Dissimilarity,
): readonly (readonly Tuple[])[] | null {
  const { alpha, empty } = dissimilarity;
  const pairs = (coders * (coders - 1)) / 2;
  const most = (pairs + coders - 1) * empty;
  const longest = line.reduce((length, { unit }) => Math.max(length, unit.end - unit.start), 0);
  const reach = alpha === 0 ? Infinity : Math.sqrt(most / (alpha * empty));
  const byFirst: Tuple[][] = [];
  let count = 0;

  for (const [place, { unit, coder }] of line.entries()) {
    const own: Tuple[] = [];
    byFirst.push(own);
    const near: number[] = [];
    const far = reach * (unit.end - unit.start + longest);
    for (let other = place + 1; other < line.length; other++) {
      const next = line[other];
      if (!next || next.unit.start - unit.start > far) break;
      if (next.coder !== coder && unitDissimilarity(unit, next.unit, dissimilarity) < most) near.push(other);
    }
    const places = [place];
    // Per unit of the tuple, the sum of its dissimilarities with the others.
    const sums = [0];
    const taken = new Set([coder]);
    const extend = (from: number, total: number): boolean => {
      for (let n = from; n < near.length; n++) {
        const other = near[n] ?? 0;
        const next = line[other];
        if (!next || taken.has(next.coder)) continue;
        const between = places.map((each) =>
          unitDissimilarity(line[each]?.unit ?? unit, next.unit, dissimilarity),
        );
        const added = between.reduce((sum, d) => sum + d, 0);
        if (added >= most || between.some((d, i) => (sums[i] ?? 0) + d >= most)) continue;
        between.forEach((d, i) => (sums[i] = (sums[i] ?? 0) + d));
        places.push(other);
        sums.push(added);
        taken.add(next.coder);
        const k = places.length;
        const least = (pairs + k - 1) * empty;
        const gain = k * empty - (total + added + (pairs - (k * (k - 1)) / 2) * empty) / pairs;
        if (gain > 0 && sums.every((sum) => sum < least)) {
          own.push({ places: [...places], gain });
          if (++count > MOST_TUPLES) return false;
        }
        const within = k === coders || extend(n + 1, total + added);
        places.pop();
        sums.pop();
        taken.delete(next.coder);
        between.forEach((d, i) => (sums[i] = (sums[i] ?? 0) - d));
        if (!within) return false;
      }
      return true;
    };
    if (!extend(0, 0)) return null;
  }
  return byFirst;
}

/** A way to have decided on all units up to a place. */
interface State {
  /** The units ahead that are taken, ascending. */
  readonly taken: readonly number[];
  readonly gain: number;
  readonly tuple: Tuple | null;
  readonly before: State | null;
}

function bestPacking(places: number, byFirst: readonly (readonly Tuple[])[]): readonly Tuple[] | null {
  // What having a unit free is worth at most: the best alignment that holds it.
  const worth = new Float64Array(places);
  for (const tuples of byFirst) {
    for (const tuple of tuples) {
      for (const place of tuple.places) worth[place] = Math.max(worth[place] ?? 0, tuple.gain);
    }
  }
  let states: State[] = [{ taken: [], gain: 0, tuple: null, before: null }];
  for (let place = 0; place < places; place++) {
    const next = new Map<string, State>();
    const keep = (state: State) => {
      const key = state.taken.join();
      const rival = next.get(key);
      if (!rival || state.gain > rival.gain) next.set(key, state);
    };
    for (const state of states) {
      if (state.taken[0] === place) {
        keep({ ...state, taken: state.taken.slice(1) });
        continue;
      }
      keep(state);
      for (const tuple of byFirst[place] ?? []) {
        const ahead = tuple.places.slice(1);
        if (ahead.some((each) => state.taken.includes(each))) continue;
        const taken = [...state.taken, ...ahead].sort((a, b) => a - b);
        keep({ taken, gain: state.gain + tuple.gain, tuple, before: state });
      }
    }
    states = survivors([...next.values()], worth);
    if (states.length > MOST_STATES) return null;
  }
  const chosen: Tuple[] = [];
  for (let state = states[0] ?? null; state; state = state.before) if (state.tuple) chosen.push(state.tuple);
  return chosen.reverse();
}

/** Drops the states that the best one, or the best of those that took the least, is sure to outdo. */
function survivors(states: State[], worth: Float64Array): State[] {
  if (states.length < 2) return states;
  const least = (state: State) => state.gain - state.taken.reduce((sum, each) => sum + (worth[each] ?? 0), 0);
  const rivals = [
    states.reduce((best, state) => (state.gain > best.gain ? state : best)),
    states.reduce((best, state) => (least(state) > least(best) ? state : best)),
  ];
  return states.filter((state) =>
    rivals.every((rival) => {
      if (rival === state) return true;
      let lead = rival.gain - state.gain;
      for (const each of rival.taken) if (!state.taken.includes(each)) lead -= worth[each] ?? 0;
      return lead <= 0;
    }),
  );
}
