/**
 * A sparse bipartite graph: the edges of row r lie at offsets[r] … offsets[r + 1] − 1.
 */
export interface Edges {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** What pairing the two gains, > 0; leaving one alone gains 0. */
  readonly gains: Float64Array;
}

/** Collects edges row by row. In: the number of columns. Out: its functions. */
export function edgeList(columns: number) {
  const offsets = [0];
  const targets: number[] = [];
  const gains: number[] = [];
  return {
    add: (column: number, gain: number): void => {
      targets.push(column);
      gains.push(gain);
    },
    endRow: (): void => {
      offsets.push(targets.length);
    },
    edges: (): Edges => ({
      rows: offsets.length - 1,
      columns,
      offsets: Int32Array.from(offsets),
      targets: Int32Array.from(targets),
      gains: Float64Array.from(gains),
    }),
  };
}

/**
 * The matching of the greatest total gain, exactly: the Hungarian method by shortest augmenting paths
 * (Kuhn 1955; Jonker and Volgenant 1987), with a heap on the sparse graph. A row may stay alone, as if it
 * had a column of its own at no gain.
 * In: the edges. Out: per row its column, or −1. Time: rows × edges reached × log at worst, far less where the graph is local.
 */
export function bestMatching({ rows, columns, offsets, targets, gains }: Edges): Int32Array {
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  // Duals of the costs −gain: −gain − rowDual − columnDual ≥ 0, 0 on matched edges.
  const rowDual = new Float64Array(rows);
  const columnDual = new Float64Array(columns);
  const distance = new Float64Array(columns).fill(Infinity);
  const from = new Int32Array(columns).fill(-1);
  const settled = new Uint8Array(columns);
  const heap = minHeap();
  const touched: number[] = [];

  const relax = (row: number, base: number) => {
    const dual = rowDual[row] ?? 0;
    for (let e = offsets[row] ?? 0; e < (offsets[row + 1] ?? 0); e++) {
      const column = targets[e] ?? 0;
      if (settled[column] === 1) continue;
      const reached = base - (gains[e] ?? 0) - dual - (columnDual[column] ?? 0);
      if (reached >= (distance[column] ?? Infinity)) continue;
      if (distance[column] === Infinity) touched.push(column);
      distance[column] = reached;
      from[column] = row;
      heap.push(column, reached);
    }
  };

  for (let start = 0; start < rows; start++) {
    let least = 0;
    for (let e = offsets[start] ?? 0; e < (offsets[start + 1] ?? 0); e++) {
      least = Math.min(least, -(gains[e] ?? 0) - (columnDual[targets[e] ?? 0] ?? 0));
    }
    rowDual[start] = least;
    // The path may end with a row that stays alone, or at a free column.
    let shortest = -least;
    let aloneRow = start;
    let freeColumn = -1;
    relax(start, 0);
    for (let column = heap.pop(); column >= 0; column = heap.pop()) {
      if (settled[column] === 1) continue;
      const reached = distance[column] ?? Infinity;
      if (reached >= shortest) break;
      const row = rowOf[column] ?? -1;
      if (row < 0) {
        shortest = reached;
        freeColumn = column;
        break;
      }
      settled[column] = 1;
      const alone = reached - (rowDual[row] ?? 0);
      if (alone < shortest) {
        shortest = alone;
        aloneRow = row;
      }
      relax(row, reached);
    }
    for (const column of touched) {
      if (settled[column] === 1) {
        const change = shortest - (distance[column] ?? 0);
        if (change > 0) {
          const row = rowOf[column] ?? 0;
          rowDual[row] = (rowDual[row] ?? 0) + change;
          columnDual[column] = (columnDual[column] ?? 0) - change;
        }
      }
    }
    rowDual[start] = (rowDual[start] ?? 0) + shortest;

    let column = freeColumn;
    if (freeColumn < 0) {
      column = columnOf[aloneRow] ?? -1;
      columnOf[aloneRow] = -1;
    }
    while (column >= 0) {
      const row = from[column] ?? -1;
      const passed = columnOf[row] ?? -1;
      columnOf[row] = column;
      rowOf[column] = row;
      column = row === start ? -1 : passed;
    }
    for (const each of touched) {
      distance[each] = Infinity;
      settled[each] = 0;
    }
    touched.length = 0;
    heap.clear();
  }
  return columnOf;
}

/** A binary heap of numbered items by key, which may hold an item twice; pop gives −1 when it is empty. */
function minHeap() {
  const items: number[] = [];
  const keys: number[] = [];
  const key = (i: number) => keys[i] ?? Infinity;
  const swap = (i: number, j: number) => {
    [items[i], items[j]] = [items[j] ?? -1, items[i] ?? -1];
    [keys[i], keys[j]] = [key(j), key(i)];
  };
  return {
    push: (item: number, by: number): void => {
      items.push(item);
      let i = keys.push(by) - 1;
      for (let parent = (i - 1) >> 1; i > 0 && key(i) < key(parent); parent = (i - 1) >> 1) {
        swap(i, parent);
        i = parent;
      }
    },
    pop: (): number => {
      const top = items[0];
      if (top === undefined) return -1;
      swap(0, items.length - 1);
      items.pop();
      keys.pop();
      for (let i = 0; ;) {
        const left = 2 * i + 1;
        const child = key(left + 1) < key(left) ? left + 1 : left;
        if (key(child) >= key(i)) break;
        swap(i, child);
        i = child;
      }
      return top;
    },
    clear: (): void => {
      items.length = 0;
      keys.length = 0;
    },
  };
}
