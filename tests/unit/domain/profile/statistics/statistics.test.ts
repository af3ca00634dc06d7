import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../../../../../src-renderer/domain/profile/divergence';
import { chiSquareUpper } from '../../../../../src-renderer/domain/profile/statistics/chi-square';
import { contingency } from '../../../../../src-renderer/domain/profile/statistics/contingency';
import { correspondence } from '../../../../../src-renderer/domain/profile/statistics/correspondence';
import {
  fisherExact,
  independenceTest,
  monteCarloIndependence,
} from '../../../../../src-renderer/domain/profile/statistics/exact-test';
import fixture from '../../../../fixtures/profile/statistics.json';

const close = (actual: readonly number[], expected: readonly number[], digits = 10) => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, digits));
};

test.each(fixture.chiSquareTails)('P(χ² ≥ %f) with %i degrees of freedom is %f', (x, df, p) => {
  expect(Math.abs(chiSquareUpper(x!, df!) / p! - 1)).toBeLessThan(1e-10);
});

describe.each(fixture.contingency)('the table “$name”', (expected) => {
  const found = contingency(expected.table);
  test('has its test and what it rests on', () => {
    expect(found.test!.df).toBe(expected.df);
    expect(found.test!.chiSquare).toBeCloseTo(expected.chiSquare, 9);
    expect(found.test!.p).toBeCloseTo(expected.p, 11);
    expect(found.test!.cramersV).toBeCloseTo(expected.cramersV, 10);
    expect(found.test!.cramersVCorrected).toBeCloseTo(expected.cramersVCorrected, 10);
    close(found.expected.flat(), expected.expected.flat());
  });
  test('has its adjusted residuals', () => {
    close(
      found.residuals.flat().map((each) => each!),
      expected.residuals.flat(),
    );
  });
});

test('party by gender has the published figures: χ² 30.1, residuals 4.5, 0.7, −5.3', () => {
  const { test: figures, residuals } = contingency(fixture.contingency[0]!.table);
  expect(figures!.chiSquare).toBeCloseTo(30.1, 1);
  close(
    residuals[0]!.map((each) => each!),
    [4.5, 0.7, -5.32],
    1,
  );
});

test('empty rows and columns change nothing but have no residual', () => {
  const bare = contingency([
    [3, 1],
    [1, 4],
  ]);
  const padded = contingency([
    [3, 0, 1],
    [0, 0, 0],
    [1, 0, 4],
  ]);
  expect(padded.test).toEqual(bare.test);
  expect(padded.residuals[1]).toEqual([null, null, null]);
  expect(contingency([[0, 0]]).test).toBeNull();
  expect(contingency([]).n).toBe(0);
});

test.each(fixture.fisher)('Fisher’s exact p of “$name”', ({ table, p }) => {
  expect(Math.abs(fisherExact(table) - p)).toBeLessThan(1e-9);
});

test.each(fixture.exact)(
  'drawn tables come to the exact p of “$name” within three standard errors',
  ({ table, p }) => {
    const { expected } = contingency(table);
    const tables = 20_000;
    const drawn = monteCarloIndependence(table, expected, { tables, seed: 7 });
    expect(Math.abs(drawn - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / tables));
    expect(monteCarloIndependence(table, expected, { tables, seed: 7 })).toBe(drawn);
  },
);

test('the test is the one that the table allows', () => {
  const options = { tables: 99, seed: 1 };
  const method = (table: readonly (readonly number[])[]) =>
    independenceTest(table, contingency(table), options)?.method;
  expect(
    method([
      [50, 20],
      [30, 60],
    ]),
  ).toBe('chi-square');
  expect(
    method([
      [3, 0, 1],
      [1, 0, 3],
    ]),
  ).toBe('fisher');
  expect(
    method([
      [3, 1, 1],
      [1, 3, 1],
    ]),
  ).toBe('monte-carlo');
  expect(method([[3, 1, 1]])).toBeUndefined();
});

describe.each(fixture.correspondence)('the map of “$name”', (expected) => {
  const map = correspondence(expected.table)!;
  test('has its inertias and masses', () => {
    expect(map.totalInertia).toBeCloseTo(expected.totalInertia, 12);
    close(map.inertias, expected.inertias, 12);
    close(
      map.rows.map(({ mass }) => mass),
      expected.rowMasses,
      12,
    );
    close(
      map.columns.map(({ mass }) => mass),
      expected.columnMasses,
      12,
    );
    expect(map.inertias.reduce((a, b) => a + b)).toBeCloseTo(map.totalInertia, 12);
    if (expected.published) {
      close(map.inertias, expected.published.inertias, 4);
      expect(map.totalInertia).toBeCloseTo(expected.published.totalInertia, 4);
    }
  });
  test('has its coordinates, up to the sign of an axis, and contributions', () => {
    const sizes = (points: typeof map.rows) => points.flatMap(({ coordinates }) => coordinates.map(Math.abs));
    close(sizes(map.rows), expected.rowDistances.flat(), 9);
    close(sizes(map.columns), expected.columnDistances.flat(), 9);
    close(
      map.rows.flatMap(({ contributions }) => contributions),
      expected.rowContributions.flat(),
      9,
    );
    for (const point of [...map.rows, ...map.columns])
      expect(point.quality.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  });
});

test('a map is refused under three by three, empty rows and columns not counted, and where all rows are alike', () => {
  expect(
    correspondence([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toBeNull();
  expect(
    correspondence([
      [1, 2, 3],
      [3, 2, 1],
      [0, 0, 0],
    ]),
  ).toBeNull();
  expect(
    correspondence([
      [1, 2, 3],
      [2, 4, 6],
      [3, 6, 9],
    ]),
  ).toBeNull();
});

test.each(fixture.jensenShannon)('the divergence of $p and $q is $value', ({ p, q, value }) => {
  expect(jensenShannon(p, q)).toBeCloseTo(value, 12);
});
