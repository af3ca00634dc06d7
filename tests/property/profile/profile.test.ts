import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jensenShannon } from '../../../src-renderer/domain/profile/divergence';
import { passages } from '../../../src-renderer/domain/profile/passages';
import { framingProfile } from '../../../src-renderer/domain/profile/profile';
import {
  profileUnits,
  standardFilters,
  type ProfileRequest,
  type ProfileUnit,
} from '../../../src-renderer/domain/profile/request';
import { code, familyOf, guid, project, segment, source } from '../../unit/domain/profile/build';

const CODES = 4;
const mode = familyOf('mode', 'M', CODES);
const codes = [...mode.codes, code('M1a', 'mode', 'M1'), code('free', 'other', null)];
const keys = ['M1', 'M2', 'M3', 'M4', 'M1a', 'free'];
const column = (key: string) => (key === 'M1a' ? 'M1' : key);

const character = fc.constantFrom('a', '漢', '𠮷', '😀', ' ');
const country = fc.constantFrom('JP', 'KR', 'CN', '');
const tags = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 });
const documents = fc.array(
  fc.record({
    country,
    text: fc.array(character, { maxLength: 40 }),
    segments: fc.array(fc.record({ from: fc.nat(), length: fc.nat({ max: 12 }), tags }), { maxLength: 8 }),
  }),
  { maxLength: 8 },
);
type Documents = typeof documents extends fc.Arbitrary<infer T> ? T : never;

/** Segments as half-open ranges of code points, which is what the figures are about. */
const ranges = (document: Documents[number]) =>
  document.segments.map((each) => {
    const start = Math.min(each.from % (document.text.length + 1), document.text.length);
    return { ...each, start, end: Math.min(document.text.length, start + each.length) };
  });

function stateOf(all: Documents, tagsOf = (given: readonly string[]): readonly string[] => given) {
  const units = (points: readonly string[]) => points.join('').length;
  return project({
    families: [mode.family],
    codes,
    sources: all.map((document, i) =>
      source(`s${i}`, document.country, {
        length: units(document.text),
        characters: document.text.length,
      }),
    ),
    segments: all.flatMap((document, i) =>
      ranges(document).map(({ start, end, tags: given }, j) => {
        const quote = document.text.slice(start, end).join('');
        const from = units(document.text.slice(0, start));
        return segment(`s${i}/${j}`, `s${i}`, [from, from + quote.length], tagsOf(given), { quote });
      }),
    ),
  });
}

const request = (unit: ProfileUnit): ProfileRequest => ({
  familyKey: 'mode',
  unit,
  groupBy: 'country',
  filters: standardFilters,
});

describe('framing profile', () => {
  it('counts what counting one character and one segment at a time counts', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const profile = framingProfile(stateOf(all), request('segments'));
        for (const { key, cells, bases } of profile.rows) {
          const here = all.filter((document) => document.country === key);
          const naive = (wanted: (key: string) => boolean) => {
            const counts = { segments: 0, characters: 0, documents: 0 };
            for (const document of here) {
              const covered = new Set<number>();
              const found = ranges(document).filter((each) => each.tags.some((tag) => wanted(column(tag))));
              for (const { start, end } of found) for (let at = start; at < end; at++) covered.add(at);
              counts.segments += found.length;
              counts.characters += covered.size;
              counts.documents += found.length > 0 ? 1 : 0;
            }
            return counts;
          };
          expect(bases).toEqual(naive((tag) => tag !== 'free'));
          cells.forEach(({ counts }, index) =>
            expect(counts).toEqual(naive((tag) => tag === `M${index + 1}`)),
          );
        }
      }),
    );
  });

  it('has shares that add up to 1 in segments when codes exclude one another', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const exclusive = stateOf(all, (given) => given.slice(0, 1));
        for (const { sumOfShares } of framingProfile(exclusive, request('segments')).rows)
          if (sumOfShares !== null) expect(sumOfShares).toBe(1);
      }),
    );
  });

  it('does not change by a source that is not coded', () => {
    fc.assert(
      fc.property(documents, country, (all, where) => {
        const more = stateOf([...all, { country: where, text: ['a'], segments: [] }]);
        for (const unit of profileUnits) {
          const before = framingProfile(stateOf(all), request(unit));
          const after = framingProfile(more, request(unit));
          for (const row of before.rows)
            expect(after.rows.find(({ key }) => key === row.key)?.cells).toEqual(row.cells);
        }
      }),
    );
  });

  it('of all countries is the mean of the countries weighted by n', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...profileUnits), (all, unit) => {
        const { rows, total } = framingProfile(stateOf(all), request(unit));
        expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(total.n);
        if (total.n === 0) return;
        total.cells.forEach(({ share }, index) => {
          const weighted = rows.reduce((sum, { n, cells }) => sum + n * (cells[index]?.share ?? 0), 0);
          expect(share).toBeCloseTo(weighted / total.n, 12);
        });
      }),
    );
  });

  it('has exactly the passages of each bar behind it', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const state = stateOf(all);
        const { rows } = framingProfile(state, request('segments'));
        for (const { key, cells, n } of rows) {
          expect(passages(state, request('segments'), key)).toHaveLength(n);
          for (const { codeId, value } of cells)
            expect(passages(state, request('segments'), key, codeId)).toHaveLength(value);
        }
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const state = stateOf(all);
        const turned = project({
          families: [...state.families.values()],
          codes: [...state.codes.values()].reverse(),
          sources: [...state.sources.values()].reverse(),
          segments: [...state.segments.values()].reverse(),
        });
        for (const unit of profileUnits)
          expect(framingProfile(turned, request(unit)).rows).toEqual(
            framingProfile(state, request(unit)).rows,
          );
      }),
    );
  });

  it('speaks of columns by their codes', () => {
    expect(framingProfile(stateOf([]), request('segments')).columns.map(({ id }) => id)).toEqual(
      keys.slice(0, CODES).map(guid),
    );
  });
});

describe('Jensen–Shannon divergence', () => {
  const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true }));
  const pair = fc
    .integer({ min: 1, max: 8 })
    .chain((size) =>
      fc.tuple(
        fc.array(weight, { minLength: size, maxLength: size }),
        fc.array(weight, { minLength: size, maxLength: size }),
      ),
    );

  it('is symmetric, within 0 and 1, and 0 for equal vectors', () => {
    fc.assert(
      fc.property(pair, ([p, q]) => {
        const there = jensenShannon(p, q);
        expect(jensenShannon(q, p)).toBe(there);
        if (p.some((each) => each > 0)) expect(jensenShannon(p, p)).toBe(0);
        if (there === null) return;
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on scale', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 1000 }), ([p, q], factor) => {
        const there = jensenShannon(p, q);
        const scaled = jensenShannon(
          p.map((each) => each * factor),
          q,
        );
        if (there === null) expect(scaled).toBeNull();
        else expect(scaled).toBeCloseTo(there, 9);
      }),
    );
  });

  it('is 1 exactly when nothing is in common', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }), (weights) => {
        const zeros = weights.map(() => 0);
        expect(jensenShannon([...weights, ...zeros], [...zeros, ...weights])).toBeCloseTo(1, 12);
      }),
    );
  });
});
