import type { UndefinedReason } from '../outcome';
import type { Value } from './table';

/** How far two sets of codes are apart, 0 (equal) to 1. */
export type SetDistance = (a: Value, b: Value) => number;

/** The names of the set distances. */
export type SetDistanceName = 'nominal' | 'jaccard' | 'masi' | 'masiNltk' | 'masiDkpro' | 'dkproSet';

interface Comparison {
  readonly common: number;
  readonly all: number;
  /** 0 equal, 1 one holds the other, 2 overlapping, 3 disjoint (and not both empty). */
  readonly relation: 0 | 1 | 2 | 3;
}

function compare(a: Value, b: Value): Comparison {
  const common = a.filter((code) => b.includes(code)).length;
  const all = a.length + b.length - common;
  if (common === all) return { common, all, relation: 0 };
  if (common === 0) return { common, all, relation: a.length === 0 || b.length === 0 ? 1 : 3 };
  return { common, all, relation: common === a.length || common === b.length ? 1 : 2 };
}

const jaccardIndex = ({ common, all }: Comparison): number => (all === 0 ? 1 : common / all);

const masiWith =
  (factors: readonly [number, number, number, number]): SetDistance =>
  (a, b) => {
    const comparison = compare(a, b);
    return 1 - jaccardIndex(comparison) * factors[comparison.relation];
  };

/**
 * The set distances by name. In: two values without repetitions. Out: 0…1; two empty sets are equal.
 * - `nominal`: 0 if equal, else 1.
 * - `jaccard`: 1 − |A∩B|/|A∪B| (Jaccard 1901).
 * - `masi`: 1 − J·M with M = 1, 2/3, 1/3, 0 for equal, one within the other, overlapping, disjoint (Passonneau 2006, LREC).
 * - `masiNltk`: the same with NLTK's rounded M = 1, .67, .33, 0.
 * - `masiDkpro`: (1 − J)·(0, 1/3, 2/3, 1), the product that DKPro Statistics computes under this name.
 * - `dkproSet`: 0, 1/3, 2/3, 1 alone, DKPro's SetAnnotationDistanceFunction.
 */
export const setDistances: Readonly<Record<SetDistanceName, SetDistance>> = {
  nominal: (a, b) => (compare(a, b).relation === 0 ? 0 : 1),
  jaccard: (a, b) => 1 - jaccardIndex(compare(a, b)),
  masi: masiWith([1, 2 / 3, 1 / 3, 0]),
  masiNltk: masiWith([1, 0.67, 0.33, 0]),
  masiDkpro: (a, b) => {
    const comparison = compare(a, b);
    return (1 - jaccardIndex(comparison)) * (comparison.relation / 3);
  },
  dkproSet: (a, b) => compare(a, b).relation / 3,
};

/** The levels of measurement of values that are numbers. */
export type Level = 'ordinal' | 'interval' | 'ratio';

/** δ² of two categories of a table. */
export type CategoryDistance = (c: number, k: number) => number;

/**
 * Krippendorff's δ² for numbers (2004, p. 232): ordinal (Σ_{g=c…k} n_g − (n_c + n_k)/2)², interval (c − k)²,
 * ratio ((c − k)/(c + k))².
 * In: the level, the categories and n_k, how many pairable values each has. Out: the distance of two
 * categories by index, or `values-not-numeric` where one is not a set of one number.
 */
export function numericDistance(
  level: Level,
  categories: readonly Value[],
  totals: Float64Array,
): CategoryDistance | UndefinedReason {
  const numbers = categories.map((value) =>
    value.length === 1 && value[0]?.trim() ? Number(value[0]) : NaN,
  );
  if (numbers.some((number) => !Number.isFinite(number))) return 'values-not-numeric';
  const number = (category: number) => numbers[category] ?? 0;
  if (level === 'interval') return (c, k) => (number(c) - number(k)) ** 2;
  if (level === 'ratio') {
    return (c, k) => {
      const sum = number(c) + number(k);
      return sum === 0 ? 0 : ((number(c) - number(k)) / sum) ** 2;
    };
  }
  // Ranks as prefix sums: how many values lie below the middle of each category.
  const middle = new Float64Array(categories.length);
  let below = 0;
  for (const category of numbers.map((_, k) => k).sort((a, b) => number(a) - number(b))) {
    middle[category] = below + (totals[category] ?? 0) / 2;
    below += totals[category] ?? 0;
  }
  return (c, k) => ((middle[c] ?? 0) - (middle[k] ?? 0)) ** 2;
}
