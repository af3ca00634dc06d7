import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src-renderer/domain/agreement/resampling/resample';
import type {
  AgreementMaterial,
  MaterialDocument,
} from '../../../src-renderer/domain/agreement/study/material/material';
import type { AgreementResult } from '../../../src-renderer/domain/agreement/study/report';
import { standardRequest } from '../../../src-renderer/domain/agreement/study/request';
import { study, type StudyWishes } from '../../../src-renderer/domain/agreement/study/study';

const LENGTH = 60;
const codes = ['x', 'y', 'z'];
const span = fc
  .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 20 }), fc.constantFrom(...codes))
  .map(([start, length, code]) => ({ start, end: Math.min(LENGTH, start + length), code }));
const coding = fc.array(span, { maxLength: 5 });
const documentOf = (coders: MaterialDocument['coders'], id = 'd'): MaterialDocument => ({
  id,
  country: '',
  language: '',
  begin: 0,
  length: LENGTH,
  characters: LENGTH,
  coders,
  unfinished: coders.map(() => false),
});
const materialOf = (
  documents: readonly MaterialDocument[],
  coders: readonly string[],
): AgreementMaterial => ({
  coders,
  codes,
  documents,
  leftOut: [],
});
const pairs = fc.array(fc.tuple(coding, coding), { minLength: 1, maxLength: 4 });
const wishes: StudyWishes = { ...standardRequest, bootstrap: null };
const results = (material: AgreementMaterial, more: Partial<StudyWishes> = {}) =>
  finish(study(material, { ...wishes, ...more })).results;
const documents = (all: readonly (readonly MaterialDocument['coders'][number][])[]) =>
  all.map((each, i) => documentOf(each, `d${i}`));

/** Values alone, since figures behind them name lengths. */
const values = (all: readonly AgreementResult[], name = (code: string) => code) =>
  Object.fromEntries(
    all.map(({ coefficient, match, scope, value, reason }) => [
      JSON.stringify([coefficient, match, scope.code === undefined ? null : name(scope.code)]),
      value === null ? reason : Math.round(value * 1e9) / 1e9,
    ]),
  );

describe('a study', () => {
  it('does not depend on the names of coders or codes, nor on where positions begin', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 500 }), (all, by) => {
        const before = values(results(materialOf(documents(all), ['A', 'B'])));
        const renamed = { x: 'z9', y: 'a1', z: 'm5' } as Readonly<Record<string, string>>;
        const back = Object.fromEntries(Object.entries(renamed).map(([from, to]) => [to, from]));
        const moved = documents(
          all.map((each) =>
            each.map((own) =>
              own.map(({ start, end, code }) => ({
                start: start + by,
                end: end + by,
                code: renamed[code] ?? '',
              })),
            ),
          ),
        ).map((each) => ({ ...each, begin: by }));
        const material = { ...materialOf(moved, ['Zoë', 'Ana']), codes: Object.values(renamed) };
        expect(values(results(material), (code) => back[code] ?? code)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('gives 1 to coders who did the same, where it gives anything', () => {
    fc.assert(
      fc.property(fc.array(coding, { minLength: 1, maxLength: 4 }), (all) => {
        const same = documents(all.map((own) => [own, own]));
        for (const { value } of results(materialOf(same, ['A', 'B']), { per: ['code', 'source'] }))
          if (value !== null) expect(value).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('is not changed by a coder who did not look', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        // Names only coefficients that take any number of coders.
        const coefficients = ['uAlpha', 'charSetAlpha.jaccard', 'spanF1', 'fleissKappa', 'gwetAC1'];
        const before = values(results(materialOf(documents(all), ['A', 'B']), { coefficients }));
        const more = documents(all.map((each) => [...each, null]));
        expect(values(results(materialOf(more, ['A', 'B', 'C']), { coefficients }))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same value of the 2016 family for a document and for its halves, where no span is cut', () => {
    fc.assert(
      fc.property(coding, coding, coding, coding, (a, b, c, d) => {
        const shifted = (own: MaterialDocument['coders'][number]) =>
          own?.map(({ start, end, code }) => ({ start: start + LENGTH, end: end + LENGTH, code })) ?? null;
        const whole = {
          ...documentOf([
            [...a, ...(shifted(c) ?? [])],
            [...b, ...(shifted(d) ?? [])],
          ]),
          length: 2 * LENGTH,
          characters: 2 * LENGTH,
        };
        const coefficients = ['uAlpha', 'barUAlpha', 'cuAlpha', 'kuAlpha'];
        const halves = documents([
          [a, b],
          [c, d],
        ]);
        expect(values(results(materialOf(halves, ['A', 'B']), { coefficients }))).toEqual(
          values(results(materialOf([whole], ['A', 'B']), { coefficients })),
        );
      }),
      { numRuns: 60 },
    );
  });
});
