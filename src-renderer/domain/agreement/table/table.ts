import { invariant } from '../../model/result';

/**
 * What one coder said of one unit: the set of codes given, in any order. One code where codes exclude
 * each other; none where the coder looked and gave none. A coder who did not look has no value: null.
 */
export type Value = readonly string[];

/** One unit as it is handed in: a value or null per coder, how often it occurs, and the document it is of. */
export interface TableRow {
  readonly values: readonly (Value | null)[];
  /** A positive number; 1 if left out. Characters are counted so, not listed. */
  readonly weight?: number;
  /** 0, 1, …; 0 if left out. */
  readonly document?: number;
}

/**
 * A reliability table, units × coders. Equal units of one document are one row with their number as weight,
 * so that a table of characters is as short as there are different columns of a document.
 */
export interface ReliabilityTable {
  readonly coders: number;
  readonly documents: number;
  /** The distinct values, each sorted; a category is an index into them. */
  readonly categories: readonly Value[];
  /** rows × coders: a category, or `MISSING`. */
  readonly cells: Int32Array;
  /** One per row. */
  readonly weights: Float64Array;
  /** One per row. */
  readonly documentOf: Int32Array;
}

/** The cell of a coder who did not look. */
export const MISSING = -1;

/** Builds a table from cells that are already categories. */
export interface TableBuilder {
  /** In: a value. Out: its category, a new one the first time. */
  readonly category: (value: Value) => number;
  /** Adds a unit. In: a document not lower than the last one's, a cell per coder (copied), a weight > 0. */
  readonly add: (document: number, cells: readonly number[], weight: number) => void;
  /** In: how many documents there are. Out: the table. */
  readonly table: (documents: number) => ReliabilityTable;
}

/**
 * Starts a table. In: the number of coders and the categories known beforehand (they count where a
 * coefficient needs their number, even when nobody used them). Out: its builder.
 */
export function tableBuilder(coders: number, declared: readonly Value[] = []): TableBuilder {
  const categories: Value[] = [];
  const indexOf = new Map<string, number>();
  const cells: number[] = [];
  const weights: number[] = [];
  const documentOf: number[] = [];
  let rows = new Map<string, number>();
  let last = -1;

  const category = (value: Value): number => {
    const sorted = value.length < 2 ? value : [...new Set(value)].sort();
    const key = sorted.join('\u0000') + (sorted.length === 0 ? '' : '\u0000');
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, categories.length);
    return categories.push(sorted) - 1;
  };
  declared.forEach(category);

  return {
    category,
    add: (document, row, weight) => {
      invariant(row.length === coders, 'a unit has a cell for each coder');
      if (document !== last) {
        invariant(document > last, 'units come document by document');
        rows = new Map();
        last = document;
      }
      let key = '';
      for (let coder = 0; coder < coders; coder++) key += `${row[coder] ?? MISSING} `;
      const known = rows.get(key);
      if (known !== undefined) {
        weights[known] = (weights[known] ?? 0) + weight;
        return;
      }
      rows.set(key, weights.length);
      for (let coder = 0; coder < coders; coder++) cells.push(row[coder] ?? MISSING);
      weights.push(weight);
      documentOf.push(document);
    },
    table: (documents) => ({
      coders,
      documents,
      categories: [...categories],
      cells: Int32Array.from(cells),
      weights: Float64Array.from(weights),
      documentOf: Int32Array.from(documentOf),
    }),
  };
}

/**
 * A table from units.
 * In: the units in any order, the number of coders, and the categories declared beforehand.
 * Out: the table; documents are counted from 0 to the highest named. Throws when a unit has not a value
 * or null for each coder.
 */
export function reliabilityTable(
  rows: readonly TableRow[],
  coders: number,
  declared: readonly Value[] = [],
): ReliabilityTable {
  const builder = tableBuilder(coders, declared);
  const ordered = rows.toSorted((a, b) => (a.document ?? 0) - (b.document ?? 0));
  for (const { values, weight = 1, document = 0 } of ordered) {
    builder.add(
      document,
      values.map((value) => (value === null ? MISSING : builder.category(value))),
      weight,
    );
  }
  return builder.table((ordered.at(-1)?.document ?? 0) + 1);
}

/** In: a table and a weight ≥ 0 per document. Out: the table in which each document counts that often. */
export function reweighted(table: ReliabilityTable, documentWeights: ArrayLike<number>): ReliabilityTable {
  const weights = table.weights.map(
    (weight, row) => weight * (documentWeights[table.documentOf[row] ?? 0] ?? 0),
  );
  return { ...table, weights };
}

/** In: a table and columns of it. Out: the table of these coders alone, in this order. */
export function ofCoders(table: ReliabilityTable, columns: readonly number[]): ReliabilityTable {
  const rows = table.weights.length;
  const cells = new Int32Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, i) => {
      cells[row * columns.length + i] = table.cells[row * table.coders + column] ?? MISSING;
    });
  }
  return { ...table, coders: columns.length, cells };
}

/**
 * One code against all else.
 * In: a table and a code. Out: the table of two categories: 0 (without the code, `[]`) and 1 (with it).
 */
export function oneAgainstRest(table: ReliabilityTable, code: string): ReliabilityTable {
  const has = table.categories.map((value) => (value.includes(code) ? 1 : 0));
  return {
    ...table,
    categories: [[], [code]],
    cells: table.cells.map((cell) => (cell === MISSING ? MISSING : (has[cell] ?? 0))),
  };
}
