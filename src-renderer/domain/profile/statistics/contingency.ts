import { invariant } from '../../model/result';
import { chiSquareUpper } from './chi-square';

/** Counts by row, then column; rows are of one length. */
export type CountTable = readonly (readonly number[])[];

/** What a table of counts says about its rows and columns being independent. */
export interface Contingency {
  readonly n: number;
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /** What independence would give; 0 in rows and columns that are empty. */
  readonly expected: CountTable;
  /** Adjusted residuals, about standard normal under independence; null in empty rows and columns, and where a row or column is the whole table. */
  readonly residuals: readonly (readonly (number | null)[])[];
  /** null where fewer than two rows or two columns have counts: there is nothing to test. */
  readonly test: {
    readonly chiSquare: number;
    /** (rows − 1)(columns − 1), of those that have counts. */
    readonly df: number;
    /** Of the χ² distribution; not to be relied on where `smallCells` is true. */
    readonly p: number;
    /** 0…1. */
    readonly cramersV: number;
    /** Corrected for bias, which is upward in small tables. 0…1. */
    readonly cramersVCorrected: number;
  } | null;
  /** Whether more than a fifth of the cells expect fewer than 5, or one fewer than 1 (Cochran 1954): then χ² does not hold. */
  readonly smallCells: boolean;
}

/**
 * Pearson's test of independence with what shows where the dependence lies.
 *   χ² = Σ (o − e)² / e, e = row total × column total / n                          Pearson (1900)
 *   V = √(χ² / (n · min(rows − 1, columns − 1)))                                    Cramér (1946), section 21.9
 *   Ṽ = √(φ̃² / min(r̃ − 1, c̃ − 1)), φ̃² = max(0, χ²/n − df/(n − 1)), r̃ = r − (r − 1)²/(n − 1)   Bergsma (2013), eq. 5–8
 *   adjusted residual = (o − e) / √(e (1 − row/n)(1 − column/n))                    Haberman (1973), eq. 2.6
 * In: counts ≥ 0, each of a unit that is independent of the others, such as sources by their primary code.
 * Out: the figures. Empty rows and columns count for nothing. Throws when rows differ in length.
 */
export function contingency(counts: CountTable): Contingency {
  const width = counts[0]?.length ?? 0;
  invariant(
    counts.every((row) => row.length === width && row.every((count) => count >= 0)),
    'a table of counts',
  );
  const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = Array.from({ length: width }, (_, column) =>
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const n = rowTotals.reduce((sum, total) => sum + total, 0);
  const expected = rowTotals.map((row) => columnTotals.map((column) => (n > 0 ? (row * column) / n : 0)));
  const residuals = counts.map((row, i) =>
    row.map((count, j) => {
      const e = expected[i]?.[j] ?? 0;
      const spread = e * (1 - (rowTotals[i] ?? 0) / n) * (1 - (columnTotals[j] ?? 0) / n);
      return spread > 0 ? (count - e) / Math.sqrt(spread) : null;
    }),
  );
  const cells = expected.flat().filter((e) => e > 0);
  const small = cells.filter((e) => e < 5).length;
  return {
    n,
    rowTotals,
    columnTotals,
    expected,
    residuals,
    test: testOf(counts, expected, n, [rowTotals, columnTotals]),
    smallCells: small > cells.length / 5 || cells.some((e) => e < 1),
  };
}

/** In: a table and what independence would give. Out: Σ (o − e)² / e over cells that expect anything. */
export function chiSquareOf(counts: CountTable, expected: CountTable): number {
  let sum = 0;
  counts.forEach((row, i) =>
    row.forEach((count, j) => {
      const e = expected[i]?.[j] ?? 0;
      if (e > 0) sum += (count - e) ** 2 / e;
    }),
  );
  return sum;
}

function testOf(
  counts: CountTable,
  expected: CountTable,
  n: number,
  totals: readonly [readonly number[], readonly number[]],
): Contingency['test'] {
  const [rows, columns] = totals.map((each) => each.filter((total) => total > 0).length) as [number, number];
  if (rows < 2 || columns < 2) return null;
  const chiSquare = chiSquareOf(counts, expected);
  const df = (rows - 1) * (columns - 1);
  const corrected = (levels: number) => levels - (levels - 1) ** 2 / (n - 1);
  const phi = Math.max(0, chiSquare / n - df / (n - 1));
  const least = Math.min(corrected(rows), corrected(columns)) - 1;
  return {
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    cramersV: Math.min(1, Math.sqrt(chiSquare / (n * Math.min(rows - 1, columns - 1)))),
    cramersVCorrected: least > 0 ? Math.min(1, Math.sqrt(phi / least)) : 0,
  };
}
