import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coefficient,
  coefficientNames,
  type CoefficientOptions,
} from '../../../src-renderer/domain/agreement/registry';
import {
  continuum,
  type Continuum,
  type Span,
} from '../../../src-renderer/domain/agreement/continuum/continuum';
import { bestAlignment } from '../../../src-renderer/domain/agreement/gamma/alignment';
import { alignMany } from '../../../src-renderer/domain/agreement/gamma/align-many';
import { unitDissimilarity } from '../../../src-renderer/domain/agreement/gamma/dissimilarity';
import { matchSpans, mayMatch } from '../../../src-renderer/domain/agreement/matching/spans';
import type { Outcome } from '../../../src-renderer/domain/agreement/outcome';
import { bootstrap, finish } from '../../../src-renderer/domain/agreement/resampling/resample';
import { reliabilityTable, type TableRow } from '../../../src-renderer/domain/agreement/table/table';

const CODES = ['a', 'b', 'c'];
const FAMILY_2016 = ['uAlpha', 'barUAlpha', 'cuAlpha', 'cuAlpha.coverage', 'kuAlpha'];

/** Non-overlapping spans on [0, 60), so that every coefficient takes them. */
const spans: fc.Arbitrary<readonly Span[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 8 }),
      length: fc.integer({ min: 1, max: 9 }),
      code: fc.constantFrom(...CODES),
    }),
    { maxLength: 6 },
  )
  .map((parts) => {
    const placed: Span[] = [];
    let end = 0;
    for (const { gap, length, code } of parts) {
      const start = end + gap;
      end = start + length;
      if (end <= 60) placed.push({ start, end, code });
    }
    return placed;
  });

const coders = fc.array(spans, { minLength: 2, maxLength: 3 });
const texts = fc
  .integer({ min: 2, max: 3 })
  .chain((count) =>
    fc.array(fc.array(spans, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 3 }),
  )
  .map((documents) => documents.map((each) => continuum(60, each)));

const cell = fc.option(fc.subarray(CODES), { nil: null });
const rows: fc.Arbitrary<readonly TableRow[]> = fc.integer({ min: 2, max: 4 }).chain((count) =>
  fc.array(fc.record({ values: fc.array(cell, { minLength: count, maxLength: count }) }), {
    minLength: 1,
    maxLength: 12,
  }),
);
const codersOf = (table: readonly TableRow[]) => table[0]?.values.length ?? 0;

const options: CoefficientOptions = { gamma: { samples: 4, seed: 7 } };
const onTables = coefficientNames.filter((name) => coefficient(name)?.of === 'table');
const onContinua = coefficientNames.filter((name) => coefficient(name)?.of === 'continua');
/** Chance of γ is drawn coder by coder, code by code: it is what the order of both changes. */
const drawn = new Set(['gamma', 'gammaCat', 'gammaK']);
/** (k)cu-α and the like are of one code. */
const codeOf = (name: string): string | undefined =>
  ['kuAlpha', 'gammaK', 'charPositiveAgreement', 'positiveSpecificAgreement'].includes(name)
    ? 'a'
    : undefined;

function ofTable(name: string, table: readonly TableRow[], count: number, code = codeOf(name)): Outcome {
  const found = coefficient(name);
  if (found?.of !== 'table') throw new Error(`${name} is of tables.`);
  return found.prepare(reliabilityTable(table, count), { code })();
}

function ofTexts(name: string, continua: readonly Continuum[], code = codeOf(name)): Outcome {
  const found = coefficient(name);
  if (found?.of !== 'continua') throw new Error(`${name} is of continua.`);
  return found.prepare(continua, { ...options, code })();
}

function expectSame(name: string, actual: Outcome, expected: Outcome): void {
  expect(actual.ok, name).toBe(expected.ok);
  if (actual.ok && expected.ok) expect(actual.value.value, name).toBeCloseTo(expected.value.value, 9);
  else if (!actual.ok && !expected.ok) expect(actual.error, name).toBe(expected.error);
}

const mapSpans = (continua: readonly Continuum[], change: (span: Span) => Span) =>
  continua.map(({ begin, length, coders: own }) =>
    continuum(
      length,
      own.map((each) => each?.map(change) ?? null),
      begin,
    ),
  );

const renamed: Readonly<Record<string, string>> = { a: 'z', b: 'm', c: '' };
const rename = (code: string) => renamed[code] ?? code;

describe('coefficients', () => {
  it('have a finite value, or a reason for none', () => {
    const finite = (name: string, outcome: Outcome) => {
      if (!outcome.ok) return;
      for (const figure of [outcome.value.value, ...Object.values(outcome.value.details)]) {
        expect(Number.isFinite(figure), `${name}: ${figure}`).toBe(true);
      }
    };
    fc.assert(
      fc.property(rows, (table) => {
        for (const name of onTables) finite(name, ofTable(name, table, codersOf(table)));
      }),
    );
    const unseen = fc
      .integer({ min: 0, max: 3 })
      .chain((count) => {
        const own = fc.array(fc.option(spans), { minLength: count, maxLength: count });
        return fc.array(own, { maxLength: 3 });
      })
      .map((documents) => documents.map((each) => continuum(60, each)));
    fc.assert(
      fc.property(unseen, (continua) => {
        for (const name of onContinua) finite(name, ofTexts(name, continua));
      }),
    );
  });

  it('do not depend on the order of coders', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const turned = table.map(({ values }) => ({ values: values.toReversed() }));
        for (const name of onTables) {
          expectSame(name, ofTable(name, turned, codersOf(table)), ofTable(name, table, codersOf(table)));
        }
      }),
    );
    fc.assert(
      fc.property(texts, (continua) => {
        const turned = continua.map((each) => ({ ...each, coders: each.coders.toReversed() }));
        for (const name of onContinua.filter((each) => !drawn.has(each))) {
          expectSame(name, ofTexts(name, turned), ofTexts(name, continua));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('do not depend on the names of codes', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const other = table.map(({ values }) => ({
          values: values.map((value) => value?.map(rename) ?? null),
        }));
        for (const name of onTables) {
          const code = codeOf(name);
          expectSame(
            name,
            ofTable(name, other, codersOf(table), code && rename(code)),
            ofTable(name, table, codersOf(table)),
          );
        }
      }),
    );
    fc.assert(
      fc.property(texts, (continua) => {
        const other = mapSpans(continua, (span) => ({ ...span, code: rename(span.code) }));
        for (const name of onContinua) {
          const code = codeOf(name);
          expectSame(name, ofTexts(name, other, code && rename(code)), ofTexts(name, continua));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are 1 for coders who did the same, where they are defined', () => {
    const one = new Set(
      [...onTables, ...onContinua].filter(
        (name) => !/coverage|Disorder|Disagreement|\.se$|setDice/.test(name),
      ),
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 4 }), (table, count) => {
        const same = table.map(({ values }) => ({ values: new Array(count).fill(values[0] ?? null) }));
        for (const name of onTables.filter((each) => one.has(each))) {
          const outcome = ofTable(name, same, count);
          if (outcome.ok) expect(outcome.value.value, name).toBeCloseTo(1, 9);
        }
      }),
    );
    fc.assert(
      fc.property(spans, fc.integer({ min: 2, max: 3 }), (own, count) => {
        const same = [continuum(60, new Array<readonly Span[]>(count).fill(own))];
        for (const name of onContinua.filter((each) => one.has(each))) {
          const outcome = ofTexts(name, same);
          if (outcome.ok) expect(outcome.value.value, name).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('do not change when all positions are shifted', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: -1000, max: 1000 }), (continua, by) => {
        const shifted = continua.map(({ length, coders: own }) =>
          continuum(
            length,
            own.map(
              (each) =>
                each?.map((span) => ({ ...span, start: span.start + by, end: span.end + by })) ?? null,
            ),
            by,
          ),
        );
        for (const name of onContinua) expectSame(name, ofTexts(name, shifted), ofTexts(name, continua));
      }),
      { numRuns: 50 },
    );
  });

  it('of 2016 and of characters do not change when a document is split in two where no span is cut', () => {
    const unsplit = [...FAMILY_2016, ...onContinua.filter((name) => name.startsWith('char')), 'spanF1'];
    fc.assert(
      fc.property(coders, coders, (left, right) => {
        const count = Math.min(left.length, right.length);
        const [first, second] = [left.slice(0, count), right.slice(0, count)];
        const joined = first.map((own, i) => [
          ...own,
          ...(second[i] ?? []).map((span) => ({ ...span, start: span.start + 60, end: span.end + 60 })),
        ]);
        for (const name of unsplit) {
          expectSame(
            name,
            ofTexts(name, [continuum(60, first), continuum(60, second)]),
            ofTexts(name, [continuum(120, joined)]),
          );
        }
      }),
    );
  });

  it('count a document as often as its weight, as if it were there that often', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
        (continua, weights) => {
          const repeated = continua.flatMap((each, d) => new Array<Continuum>(weights[d] ?? 0).fill(each));
          fc.pre(repeated.some((each) => each.coders.some((own) => own && own.length > 0)));
          for (const name of onContinua.filter((each) => !drawn.has(each) && !each.startsWith('charSet'))) {
            const found = coefficient(name);
            if (found?.of !== 'continua') continue;
            const codes = { code: 'a' };
            expectSame(name, found.prepare(continua, codes)(weights), found.prepare(repeated, codes)());
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('resample alike under one seed', () => {
    fc.assert(
      fc.property(texts, fc.integer(), (continua, seed) => {
        const found = coefficient('uAlpha');
        if (found?.of !== 'continua') throw new Error('u-α is of continua.');
        const over = found.prepare(continua);
        const draw = () => finish(bootstrap(over, { documents: continua.length, resamples: 20, seed }));
        expect(draw()).toEqual(draw());
      }),
      { numRuns: 20 },
    );
  });
});

describe('alignments', () => {
  const few = fc.array(
    spans.map((own) => own.slice(0, 4)),
    { minLength: 2, maxLength: 2 },
  );

  it('of two coders are as good as the search for many coders finds them', () => {
    fc.assert(
      fc.property(few, fc.constantFrom(1, 3), (units, alpha) => {
        const dissimilarity = { alpha, beta: 1, empty: 1 };
        const two = bestAlignment(units, dissimilarity);
        const many = alignMany(units, dissimilarity);
        if (two === 'too-many-alignments' || many === 'too-many-alignments')
          throw new Error('Few units can be aligned.');
        expect(two.cost).toBeCloseTo(many.cost, 9);
        expect(two.cost).toBeCloseTo(leastCost(units, dissimilarity), 9);
      }),
    );
  });

  it('of three coders cost the least of all ways to align them', () => {
    const three = fc.array(
      spans.map((own) => own.slice(0, 3)),
      { minLength: 3, maxLength: 3 },
    );
    fc.assert(
      fc.property(three, (units) => {
        const dissimilarity = { alpha: 1, beta: 1, empty: 1 };
        const found = bestAlignment(units, dissimilarity);
        if (found === 'too-many-alignments') throw new Error('Few units can be aligned.');
        expect(found.cost).toBeCloseTo(leastCost(units, dissimilarity), 9);
        const held = units.map((own) => own.map(() => 0));
        for (const tuple of found.tuples) {
          tuple.forEach((index, coder) => {
            const own = held[coder];
            if (own && index >= 0) own[index] = (own[index] ?? 0) + 1;
          });
        }
        expect(held.flat().every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** The least cost by trying everything: the first unit left with every choice of partners, and so on. */
function leastCost(
  units: readonly (readonly Span[])[],
  dissimilarity: { readonly alpha: number; readonly beta: number; readonly empty: number },
): number {
  const n = units.length;
  const pairs = (n * (n - 1)) / 2;
  const known = new Map<string, number>();
  const least = (left: readonly (readonly number[])[]): number => {
    const coder = left.findIndex((own) => own.length > 0);
    if (coder < 0) return 0;
    const key = left.map((own) => own.join()).join('|');
    const before = known.get(key);
    if (before !== undefined) return before;
    let best = Infinity;
    const choose = (next: number, tuple: readonly (number | null)[]): void => {
      if (next < n) {
        choose(next + 1, [...tuple, null]);
        for (const index of left[next] ?? []) choose(next + 1, [...tuple, index]);
        return;
      }
      let cost = 0;
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++) {
          const a = units[i]?.[tuple[i] ?? -1];
          const b = units[j]?.[tuple[j] ?? -1];
          cost += a && b ? unitDissimilarity(a, b, dissimilarity) : dissimilarity.empty;
        }
      }
      const rest = left.map((own, i) => own.filter((index) => index !== tuple[i]));
      best = Math.min(best, cost / pairs + least(rest));
    };
    const first = left[coder]?.[0] ?? 0;
    choose(coder + 1, [...new Array<null>(coder).fill(null), first]);
    known.set(key, best);
    return best;
  };
  return least(units.map((own) => own.map((_, i) => i)));
}

describe('matching spans', () => {
  it('pairs as many as can be, each once', () => {
    const overlapping = fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: 12 }),
        length: fc.integer({ min: 1, max: 6 }),
        code: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 5 },
    );
    const placed = overlapping.map((parts) =>
      parts
        .map(({ start, length, code }) => ({ start, end: start + length, code }))
        .sort((a, b) => a.start - b.start),
    );
    fc.assert(
      fc.property(
        placed,
        placed,
        fc.constantFrom('exact' as const, 'any-overlap' as const, { iou: 0.5 }),
        (a, b, rule) => {
          const partners = [...matchSpans(a, b, rule)];
          const matched = partners.filter((partner) => partner >= 0);
          expect(new Set(matched).size).toBe(matched.length);
          partners.forEach((partner, i) => {
            const [own, other] = [a[i], b[partner]];
            if (own && other) expect(mayMatch(own, other, rule)).toBe(true);
          });
          const most = (i: number, free: readonly number[]): number =>
            i === a.length
              ? 0
              : Math.max(
                  most(i + 1, free),
                  ...free
                    .filter((k) => mayMatch(a[i] as Span, b[k] as Span, rule))
                    .map(
                      (k) =>
                        1 +
                        most(
                          i + 1,
                          free.filter((each) => each !== k),
                        ),
                    ),
                );
          expect(matched.length).toBe(
            most(
              0,
              b.map((_, k) => k),
            ),
          );
        },
      ),
    );
  });
});
