import { describe, expect, test } from 'vitest';
import { finish } from '../../../../src-renderer/domain/agreement/resampling/resample';
import { divergenceReport } from '../../../../src-renderer/domain/profile/divergence-report';
import { standardFilters } from '../../../../src-renderer/domain/profile/request';
import fixture from '../../../fixtures/profile/bootstrap.json';
import { caseOf, coder, familyOf, guid, project, segment, source } from './build';

const modes = familyOf('mode', 'M', 3);
const request = {
  familyKey: 'mode',
  unit: 'segments',
  groupBy: 'country',
  filters: standardFilters,
} as const;

/** Sources of countries, each with so many segments of M1, M2, M3. */
function countries(
  made: { readonly [country: string]: readonly (readonly number[])[] },
  cases: readonly string[] = [],
) {
  const sources = Object.entries(made).flatMap(([country, all]) =>
    all.map((_, i) => source(`${country} ${i}`, country)),
  );
  const segments = Object.entries(made).flatMap(([country, all]) =>
    all.flatMap((counts, i) =>
      counts.flatMap((count, mode) =>
        Array.from({ length: count }, (_, k) =>
          segment(`${country} ${i} ${mode} ${k}`, `${country} ${i}`, [k, k + 5], [`M${mode + 1}`]),
        ),
      ),
    ),
  );
  return project({
    families: [modes.family],
    codes: modes.codes,
    coders: [coder('coder')],
    cases: cases.map((country) => caseOf(country)),
    sources,
    segments,
  });
}

describe('the divergence of countries', () => {
  test('is that of their allocations, with what each code adds, by hand', () => {
    // p = (1, 0, 0), q = (1/2, 1/2, 0): m = (3/4, 1/4, 0).
    // M1: ½ log₂(4/3) + ¼ log₂(2/3); M2: ¼ log₂ 2 = 1/4.
    const state = countries({ JP: [[2, 0, 0]], KR: [[1, 1, 0]], TW: [] }, ['TW']);
    const report = finish(divergenceReport(state, request, null));
    const first = 0.5 * Math.log2(4 / 3) + 0.25 * Math.log2(2 / 3);
    const [pair] = report.pairs;
    expect(pair).toMatchObject({ a: 'JP', b: 'KR' });
    expect(pair!.divergence.value).toBeCloseTo(first + 0.25, 12);
    expect(pair!.contributions[0]).toEqual({ codeId: guid('M2'), bits: 0.25 });
    expect(pair!.contributions[1]!.bits).toBeCloseTo(first, 12);
    expect(report.commonPerception!.value).toBeCloseTo(1 - first - 0.25, 12);
    expect(report.withoutData).toEqual(['TW']);
    expect(report.countries).toEqual([
      { key: 'JP', sources: 1, n: 2 },
      { key: 'KR', sources: 1, n: 2 },
    ]);
  });

  test('has the intervals that an independent program draws from the same seed', () => {
    const report = finish(divergenceReport(countries(fixture.countries), request, fixture.bootstrap));
    const found = [...report.pairs.map(({ divergence }) => divergence), report.commonPerception!];
    found.forEach(({ value, interval }, i) => {
      const expected = fixture.expected[i]!;
      expect(value).toBeCloseTo(expected.value, 12);
      expect(interval!.low).toBeCloseTo(expected.low, 10);
      expect(interval!.high).toBeCloseTo(expected.high, 10);
      expect(interval!.bias).toBeCloseTo(expected.bias, 10);
    });
  });

  test('has no index with one country, and no interval with one source each', () => {
    const alone = finish(
      divergenceReport(countries({ JP: [[2, 1, 0]] }), request, { resamples: 9, seed: 1 }),
    );
    expect(alone.commonPerception).toBeNull();
    expect(alone.pairs).toEqual([]);
    const single = finish(
      divergenceReport(countries({ JP: [[2, 1, 0]], KR: [[0, 1, 0]] }), request, { resamples: 9, seed: 1 }),
    );
    expect(single.pairs[0]!.divergence.interval).toBeNull();
  });
});
