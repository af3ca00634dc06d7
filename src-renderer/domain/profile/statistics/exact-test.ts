import { seededRandom } from '../../agreement/resampling/random';
import { invariant } from '../../model/result';
import { chiSquareOf, type Contingency, type CountTable } from './contingency';

/** How a p value was had. */
export type IndependenceTest =
  | { readonly method: 'chi-square'; readonly p: number }
  | { readonly method: 'fisher'; readonly p: number }
  | { readonly method: 'monte-carlo'; readonly p: number; readonly tables: number; readonly seed: number };

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the probability, given the margins, of a table that is no
 * likelier than the one observed (Fisher 1935; the two sides as in Agresti 2013, section 3.5.3).
 * In: whole counts ≥ 0 [[a, b], [c, d]]. Out: 0…1; 1 where a margin is empty.
 */
export function fisherExact(table: CountTable): number {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
  invariant(
    [a, b, c, d].every((count) => Number.isInteger(count) && count >= 0),
    'whole counts',
  );
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const logs = logFactorials(n);
  const log = (k: number): number =>
    at(logs, row) +
    at(logs, n - row) +
    at(logs, column) +
    at(logs, n - column) -
    at(logs, n) -
    at(logs, k) -
    at(logs, row - k) -
    at(logs, column - k) -
    at(logs, n - row - column + k);
  const observed = log(a);
  let p = 0;
  for (let k = Math.max(0, row + column - n); k <= Math.min(row, column); k++) {
    // Tables as likely as the observed one may come out a rounding above it.
    if (log(k) <= observed + 1e-7) p += Math.exp(log(k));
  }
  return Math.min(1, p);
}

const at = (logs: Float64Array, n: number): number => logs[n] ?? 0;

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) logs[n] = at(logs, n - 1) + Math.log(n);
  return logs;
}

/**
 * The test of independence by chance itself: tables with the same margins are drawn at random (units keep
 * their row and are dealt the columns anew), and the share of those whose χ² is at least the observed one is
 * counted, the observed table among them: p = (1 + k) / (1 + B) (Hope 1968).
 * In: whole counts, the expected ones, how many tables, and the seed. Out: p, in (0, 1].
 */
export function monteCarloIndependence(
  table: CountTable,
  expected: CountTable,
  { tables, seed }: { readonly tables: number; readonly seed: number },
): number {
  const random = seededRandom(seed);
  const width = table[0]?.length ?? 0;
  const rows = table.flatMap((row, i) => row.flatMap((count) => new Array<number>(count).fill(i)));
  const columns = table.flatMap((row) => row.flatMap((count, j) => new Array<number>(count).fill(j)));
  // A table as far off as the observed one may come out a rounding below it.
  const observed = chiSquareOf(table, expected) * (1 - 1e-9);
  let asFar = 0;
  for (let draw = 0; draw < tables; draw++) {
    const drawn = table.map(() => new Array<number>(width).fill(0));
    for (let unit = columns.length - 1; unit >= 0; unit--) {
      const other = random.below(unit + 1);
      const column = columns[other] ?? 0;
      columns[other] = columns[unit] ?? 0;
      columns[unit] = column;
      const line = drawn[rows[unit] ?? 0];
      if (line) line[column] = (line[column] ?? 0) + 1;
    }
    if (chiSquareOf(drawn, expected) >= observed) asFar++;
  }
  return (1 + asFar) / (1 + tables);
}

/**
 * The test that a table allows: χ² where its cells expect enough (Cochran 1954), else Fisher's exact test
 * where two rows and two columns have counts, else drawn tables.
 * In: whole counts, their figures, and how many tables to draw with what seed. Out: p and how it was had;
 * null where there is nothing to test.
 */
export function independenceTest(
  table: CountTable,
  { test, smallCells, expected, rowTotals, columnTotals }: Contingency,
  options: { readonly tables: number; readonly seed: number },
): IndependenceTest | null {
  if (!test) return null;
  if (!smallCells) return { method: 'chi-square', p: test.p };
  if (test.df > 1) {
    return { method: 'monte-carlo', p: monteCarloIndependence(table, expected, options), ...options };
  }
  const filled = table
    .filter((_, i) => (rowTotals[i] ?? 0) > 0)
    .map((row) => row.filter((_, j) => (columnTotals[j] ?? 0) > 0));
  return { method: 'fisher', p: fisherExact(filled) };
}
