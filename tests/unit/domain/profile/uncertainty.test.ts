import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../../src-renderer/domain/agreement/resampling/resample';
import { beforeAndAfter, shiftOverTime } from '../../../../src-renderer/domain/profile/time/shift';
import { framingProfile } from '../../../../src-renderer/domain/profile/profile';
import { standardFilters, type ProfileRequest } from '../../../../src-renderer/domain/profile/request';
import { profileIntervals } from '../../../../src-renderer/domain/profile/uncertainty/profile-intervals';
import { sensitivityOf } from '../../../../src-renderer/domain/profile/uncertainty/sensitivity';
import { caseOf, coder, familyOf, guid, project, segment, source } from './build';

const modes = familyOf('mode', 'M', 2);
const request: ProfileRequest = {
  familyKey: 'mode',
  unit: 'segments',
  groupBy: 'country',
  filters: standardFilters,
};
const base = { families: [modes.family], codes: modes.codes, coders: [coder('coder'), coder('other')] };

/** Sources with so many segments of M1 and M2 each. */
function corpus(made: readonly (readonly [country: string, date: string, m1: number, m2: number])[]) {
  return project({
    ...base,
    cases: [caseOf('TW')],
    sources: made.map(([country, date], i) => source(`s${i}`, country, { date })),
    segments: made.flatMap(([, , ...counts], i) =>
      counts.flatMap((count, mode) =>
        Array.from({ length: count }, (_, k) =>
          segment(`${i} ${mode} ${k}`, `s${i}`, [10 * k, 10 * k + 5], [`M${mode + 1}`]),
        ),
      ),
    ),
  });
}

const amounts = fc.array(
  fc.tuple(fc.constantFrom('JP', 'KR', 'CN'), fc.constantFrom('', '2004', '2009-12'), fc.nat(3), fc.nat(3)),
  { maxLength: 12 },
);

describe('intervals of a profile', () => {
  test('stand around the very shares of the profile', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('segments', 'characters', 'documents'), (made, unit) => {
        const state = corpus(made as never);
        const asked = { ...request, unit } as const;
        const profile = framingProfile(state, asked);
        const found = finish(profileIntervals(state, asked, { resamples: 30, seed: 3 }));
        const all = [...profile.rows, profile.total];
        [...found.rows, found.total].forEach((row, i) => {
          expect(row.shares.map((each) => each?.value ?? null)).toEqual(
            all[i]!.cells.map(({ share }) => share),
          );
          expect(row.sources).toBe(all[i]!.sourcesCoded);
          for (const each of row.shares) {
            if (!each?.interval) continue;
            expect(each.interval.low).toBeGreaterThanOrEqual(0);
            expect(each.interval.high).toBeLessThanOrEqual(1);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('are not moved by a source without coding, and are the same for the same seed', () => {
    const made = [
      ['JP', '2009', 3, 1],
      ['JP', '2010', 1, 2],
      ['JP', '2011', 0, 2],
    ] as const;
    const bootstrap = { resamples: 200, seed: 5 };
    const alone = finish(profileIntervals(corpus(made), request, bootstrap));
    const more = finish(profileIntervals(corpus([...made, ['JP', '2012', 0, 0]]), request, bootstrap));
    expect(more.rows).toEqual(alone.rows);
    expect(finish(profileIntervals(corpus(made), request, bootstrap))).toEqual(alone);
    expect(alone.rows[0]!.isSmall).toBe(true);
  });

  test('hold every resample: with two sources there are four, and the mean of them is known', () => {
    const state = corpus([
      ['JP', '', 1, 0],
      ['JP', '', 0, 1],
    ]);
    const [japan] = finish(profileIntervals(state, request, { resamples: 4000, seed: 11 })).rows;
    // Shares of M1: 1, ½, ½, 0 with a quarter of the chance each.
    expect(japan!.shares[0]!.interval).toMatchObject({ low: 0, high: 1 });
    expect(Math.abs(japan!.shares[0]!.interval!.bias)).toBeLessThan(0.02);
  });

  test('are missing where one source or none is coded', () => {
    const { rows } = finish(
      profileIntervals(corpus([['JP', '', 2, 1]]), request, { resamples: 10, seed: 1 }),
    );
    expect(rows.map(({ shares }) => shares[0]?.interval ?? null)).toEqual([null, null]);
    expect(rows[1]).toMatchObject({ key: 'TW', sources: 0, shares: [null, null] });
  });
});

describe('shift over time', () => {
  const state = corpus([
    ['JP', '2004-12', 3, 1],
    ['JP', '2007', 0, 0],
    ['JP', '2009-12-22', 1, 3],
    ['KR', '2006', 0, 2],
    ['KR', '', 1, 0],
  ]);
  test('has a point for each year, and gaps where nothing is coded', () => {
    const [japan, korea] = shiftOverTime(state, request).series;
    expect(japan!.points.map(({ from, to, sources, n, shares }) => [from, to, sources, n, shares])).toEqual([
      [2004, 2004, 1, 4, [0.75, 0.25]],
      [2005, 2005, 0, 0, null],
      [2006, 2006, 0, 0, null],
      [2007, 2007, 1, 0, null],
      [2008, 2008, 0, 0, null],
      [2009, 2009, 1, 4, [0.25, 0.75]],
    ]);
    expect(korea!.undated).toBe(1);
  });
  test('looks over several years at once through a window', () => {
    const [japan] = shiftOverTime(state, request, 6).series;
    expect(japan!.points.at(-1)).toMatchObject({ from: 2004, to: 2009, n: 8, shares: [0.5, 0.5] });
  });
  test('compares before and after an event, and says which dates are too coarse for it', () => {
    const [japan, korea] = finish(beforeAndAfter(state, request, '2009-06', { resamples: 50, seed: 1 }));
    expect(japan!.before).toEqual({ sources: 1, n: 4 });
    expect(japan!.differences[0]!.value).toBeCloseTo(-0.5, 12);
    expect(korea!.differences).toEqual([null, null]);
    expect(korea!.leftOut).toBe(1);
    const [coarse] = finish(beforeAndAfter(state, request, '2007-03', null));
    expect(coarse!.leftOut).toBe(1);
    expect(finish(beforeAndAfter(corpus([]), request, '2007', null))).toMatchObject([{ key: 'TW' }]);
  });
  test('of a project without dates has no points', () => {
    expect(shiftOverTime(corpus([['JP', '', 1, 1]]), request).series[0]!.points).toEqual([]);
  });
});

test('sensitivity names the source that moves a share most, and how far', () => {
  const state = corpus([
    ['JP', '', 4, 0],
    ['JP', '', 1, 3],
    ['JP', '', 1, 1],
  ]);
  const [japan] = sensitivityOf(state, request);
  // 6 of 10; without the first 2 of 6, without the second 5 of 6, without the third 5 of 8.
  expect(japan!.leaveOneOut[0]).toMatchObject({ sourceId: guid('s0') });
  expect(japan!.leaveOneOut[0]!.move).toBeCloseTo(2 / 6 - 0.6, 12);
  expect(japan!.leaveOneOut[0]!.highest).toBeCloseTo(5 / 6, 12);
  expect(japan!.byCoder.map(({ shares }) => shares[0])).toEqual([0.6, null]);
  expect(sensitivityOf(corpus([]), request)[0]!.leaveOneOut).toEqual([null, null]);
});
