import { invariant } from '../../model/result';
import type { CountTable } from './contingency';

/** A row or a column on the map. */
export interface CorrespondencePoint {
  /** Index of the row or column in the table. */
  readonly index: number;
  /** Its share of the table's total. */
  readonly mass: number;
  /** Its share of the total inertia: 0…1. */
  readonly inertia: number;
  /** Principal coordinates, one per axis. */
  readonly coordinates: readonly number[];
  /** How much of each axis it makes: 0…1, summing to 1 over the points of its kind. */
  readonly contributions: readonly number[];
  /** How much of it each axis shows (squared cosines): 0…1. */
  readonly quality: readonly number[];
}

export interface CorrespondenceMap {
  readonly rows: readonly CorrespondencePoint[];
  readonly columns: readonly CorrespondencePoint[];
  /** Principal inertia per axis, the largest first; they add up to `totalInertia`. */
  readonly inertias: readonly number[];
  /** χ²/n. */
  readonly totalInertia: number;
}

/** Below this many rows or columns with counts a map would only draw the table again. */
export const LEAST_SIDE = 3;

/**
 * Simple correspondence analysis (Greenacre 2017, appendix A, steps 1–7): the singular value decomposition of
 * S = D_r^{−1/2}(P − rcᵀ)D_c^{−1/2}; principal coordinates of rows F = D_r^{−1/2}UΣ, of columns G = D_c^{−1/2}VΣ
 * (the symmetric map). Empty rows and columns are left out. The sign of an axis means nothing; it is set so
 * that the point that makes most of it is on its positive side.
 * In: counts ≥ 0. Out: the map; null where fewer than three rows or columns have counts, or where no row
 * differs from another. Throws when rows differ in length.
 */
export function correspondence(table: CountTable): CorrespondenceMap | null {
  const width = table[0]?.length ?? 0;
  invariant(
    table.every((row) => row.length === width),
    'rows of one length',
  );
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  const rowMasses = table.map((row) => row.reduce((sum, count) => sum + count, 0) / total);
  const columnMasses = Array.from(
    { length: width },
    (_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / total,
  );
  const rowsIn = [...rowMasses.keys()].filter((i) => at(rowMasses, i) > 0);
  const columnsIn = [...columnMasses.keys()].filter((j) => at(columnMasses, j) > 0);
  if (rowsIn.length < LEAST_SIDE || columnsIn.length < LEAST_SIDE) return null;
  const residuals = rowsIn.map((i) =>
    columnsIn.map((j) => {
      const expected = at(rowMasses, i) * at(columnMasses, j);
      return (at(table[i] ?? [], j) / total - expected) / Math.sqrt(expected);
    }),
  );
  const totalInertia = residuals.flat().reduce((sum, each) => sum + each * each, 0);
  const axes = Math.min(rowsIn.length, columnsIn.length) - 1;
  // The eigenvectors of SᵀS are the right singular vectors, and S maps them onto the left ones.
  const squared = columnsIn.map((_, a) =>
    columnsIn.map((_, b) => residuals.reduce((sum, row) => sum + at(row, a) * at(row, b), 0)),
  );
  const found = eigen(squared)
    .slice(0, axes)
    .filter(({ value }) => value > totalInertia * 1e-12 && value > 1e-15);
  if (found.length === 0) return null;
  const axesOf = found.map(({ value, vector }) => {
    const left = residuals.map(
      (row) => row.reduce((sum, each, j) => sum + each * at(vector, j), 0) / Math.sqrt(value),
    );
    const strongest = left.reduce((most, each) => (Math.abs(each) > Math.abs(most) + 1e-12 ? each : most), 0);
    const sign = strongest < 0 ? -1 : 1;
    return { value, left: left.map((each) => sign * each), right: vector.map((each) => sign * each) };
  });
  const points = (
    side: 'left' | 'right',
    indices: readonly number[],
    masses: readonly number[],
    own: (place: number) => number,
  ) =>
    indices.map((index, place): CorrespondencePoint => {
      const mass = at(masses, index);
      const inertia = own(place);
      const parts = axesOf.map((axis) => axis.value * at(axis[side], place) ** 2);
      return {
        index,
        mass,
        inertia: inertia / totalInertia,
        coordinates: axesOf.map((axis) => (Math.sqrt(axis.value) * at(axis[side], place)) / Math.sqrt(mass)),
        contributions: axesOf.map((axis) => at(axis[side], place) ** 2),
        quality: parts.map((part) => (inertia > 0 ? Math.min(1, part / inertia) : 0)),
      };
    });
  return {
    rows: points('left', rowsIn, rowMasses, (i) =>
      (residuals[i] ?? []).reduce((sum, each) => sum + each * each, 0),
    ),
    columns: points('right', columnsIn, columnMasses, (j) =>
      residuals.reduce((sum, row) => sum + at(row, j) ** 2, 0),
    ),
    inertias: found.map(({ value }) => value),
    totalInertia,
  };
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

interface Eigen {
  readonly value: number;
  readonly vector: readonly number[];
}

/** Eigenvalues and unit eigenvectors of a symmetric matrix, largest first, by rotations (Jacobi 1846). */
function eigen(symmetric: CountTable): readonly Eigen[] {
  const size = symmetric.length;
  const m = symmetric.map((row) => [...row]);
  const vectors = m.map((_, i) => m.map((_, j) => (i === j ? 1 : 0)));
  const get = (matrix: number[][], i: number, j: number): number => matrix[i]?.[j] ?? 0;
  const set = (matrix: number[][], i: number, j: number, value: number): void => {
    const row = matrix[i];
    if (row) row[j] = value;
  };
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += get(m, p, q) ** 2;
    if (off < 1e-30) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const pivot = get(m, p, q);
        if (Math.abs(pivot) < 1e-300) continue;
        const theta = (get(m, q, q) - get(m, p, p)) / (2 * pivot);
        const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        for (let k = 0; k < size; k++) {
          const [kp, kq] = [get(m, k, p), get(m, k, q)];
          set(m, k, p, cosine * kp - sine * kq);
          set(m, k, q, sine * kp + cosine * kq);
        }
        for (let k = 0; k < size; k++) {
          const [pk, qk] = [get(m, p, k), get(m, q, k)];
          set(m, p, k, cosine * pk - sine * qk);
          set(m, q, k, sine * pk + cosine * qk);
          const [vp, vq] = [get(vectors, k, p), get(vectors, k, q)];
          set(vectors, k, p, cosine * vp - sine * vq);
          set(vectors, k, q, sine * vp + cosine * vq);
        }
      }
    }
  }
  return m
    .map((_, i): Eigen => ({ value: get(m, i, i), vector: vectors.map((row) => row[i] ?? 0) }))
    .sort((a, b) => b.value - a.value);
}
