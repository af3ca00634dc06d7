import { describe, expect, it } from 'vitest';
import { coefficient, coefficientNames } from '../../../../../src-renderer/domain/agreement/registry';
import { finish } from '../../../../../src-renderer/domain/agreement/resampling/resample';
import type {
  AgreementMaterial,
  MaterialDocument,
} from '../../../../../src-renderer/domain/agreement/study/material/material';
import type { AgreementReport } from '../../../../../src-renderer/domain/agreement/study/report';
import { standardRequest } from '../../../../../src-renderer/domain/agreement/study/request';
import {
  study,
  studyTable,
  type StudyWishes,
} from '../../../../../src-renderer/domain/agreement/study/study';
import { continuum } from '../../../../../src-renderer/domain/agreement/continuum/continuum';

type Raw = readonly (readonly [number, number, string])[] | null;

const document = (
  id: string,
  coders: readonly Raw[],
  more: Partial<MaterialDocument> = {},
): MaterialDocument => ({
  id,
  country: '',
  language: '',
  begin: 0,
  length: 100,
  characters: 100,
  coders: coders.map((own) => own && own.map(([start, end, code]) => ({ start, end, code }))),
  unfinished: coders.map(() => false),
  ...more,
});
const material = (documents: readonly MaterialDocument[], coders = ['A', 'B']): AgreementMaterial => ({
  coders,
  codes: ['x', 'y'],
  documents,
  leftOut: [],
});
const wishes: StudyWishes = { ...standardRequest, bootstrap: null };
const run = (of: AgreementMaterial, more: Partial<StudyWishes> = {}): AgreementReport =>
  finish(study(of, { ...wishes, ...more }));
const find = (report: AgreementReport, name: string, scope: object = {}, match?: string) =>
  report.results.find(
    (each) =>
      each.coefficient === name &&
      JSON.stringify(each.scope) === JSON.stringify(scope) &&
      (match === undefined || each.match === match),
  );

const two = material([
  document(
    'd1',
    [
      [
        [0, 10, 'x'],
        [20, 40, 'y'],
      ],
      [
        [0, 10, 'x'],
        [30, 40, 'y'],
      ],
    ],
    { country: 'JP' },
  ),
  document('d2', [[[0, 10, 'x']], []], { country: 'KR' }),
]);

describe('a study', () => {
  it('answers by hand what can be counted by hand', () => {
    const report = run(two, { per: ['code', 'source'] });
    expect(report).toMatchObject({ unit: 'character', n: 200, exclusive: true, coders: ['A', 'B'] });
    // x: A 0–10 and 0–10 of the other, B 0–10: 190 of 200 characters agree; 1 of 3 spans has no partner.
    expect(find(report, 'charPercentAgreement', { code: 'x' })?.value).toBeCloseTo(190 / 200, 12);
    expect(find(report, 'spanF1', { code: 'x' }, 'exact')?.value).toBeCloseTo(2 / 3, 12);
    expect(find(report, 'spanF1', { code: 'y' }, 'exact')?.value).toBe(0);
    expect(find(report, 'spanF1', { code: 'y' }, 'iou0.5')?.value).toBe(1);
    expect(find(report, 'charPercentAgreement', { source: 'd2', code: 'x' })?.value).toBeCloseTo(0.9, 12);
    expect(find(report, 'spanF1', { source: 'd2', code: 'y' }, 'exact')).toMatchObject({
      value: null,
      reason: 'nothing-coded',
    });
  });

  it('has the very values of the registry', () => {
    const report = run(two, { coefficients: 'all' });
    const continua = two.documents.map((each) => continuum(each.length, each.coders));
    let compared = 0;
    for (const name of coefficientNames) {
      const found = coefficient(name);
      if (found?.of !== 'continua' || name.startsWith('gamma')) continue;
      for (const code of ['x', 'y']) {
        const result = find(report, name, { code }, name === 'spanF1' ? 'exact' : undefined);
        if (!result) continue;
        const outcome = found.prepare(continua, { code })();
        expect([name, code, result.value, result.reason]).toEqual(
          outcome.ok ? [name, code, outcome.value.value, null] : [name, code, null, outcome.error],
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(20);
    expect(find(report, 'charKappa', { code: 'x' })?.value).toBe(
      find(report, 'cohenKappa', { code: 'x' })?.value,
    );
    expect(find(report, 'cohenKappa', { code: 'x' })?.details).toMatchObject({
      prevalence: expect.any(Number),
      bias: 10 / 200,
    });
  });

  it('gives figures of single codes where codes were not asked for, and no others of codes', () => {
    const report = run(two, { per: [], coefficients: ['uAlpha', 'kuAlpha'] });
    expect(report.results.map((each) => [each.coefficient, each.scope])).toEqual([
      ['uAlpha', {}],
      ['kuAlpha', { code: 'x' }],
      ['kuAlpha', { code: 'y' }],
    ]);
  });

  it('takes figures apart by country and by pair', () => {
    const three = material(
      two.documents.map((each) => ({ ...each, coders: [...each.coders, each.coders[0] ?? null] })),
      ['A', 'B', 'C'],
    );
    const report = run(three, { per: ['country', 'pair'], coefficients: ['uAlpha', 'cohenKappa'] });
    expect(find(report, 'cohenKappa')).toMatchObject({ value: null, reason: 'more-than-two-coders' });
    expect(find(report, 'uAlpha', { pair: ['A', 'C'] })?.value).toBe(1);
    expect(find(report, 'uAlpha', { pair: ['A', 'B'] })?.value).toBe(
      find(run(two, { coefficients: ['uAlpha'] }), 'uAlpha')?.value,
    );
    const japan = run(material(two.documents.slice(0, 1)), { coefficients: ['uAlpha'] });
    expect(find(run(two, { per: ['country'] }), 'uAlpha', { country: 'JP' })?.value).toBe(
      find(japan, 'uAlpha')?.value,
    );
  });

  it('gives the same interval for the same seed, and none from one document', () => {
    const many = material(
      Array.from({ length: 8 }, (_, i) =>
        document(`d${i}`, [[[0, 20, 'x']], i % 3 === 0 ? [[10, 20, 'x']] : [[0, 20, 'x']]]),
      ),
    );
    const bootstrap = { resamples: 200, seed: 7 };
    const first = find(run(many, { bootstrap }), 'uAlpha', { code: 'x' });
    expect(first).toEqual(find(run(many, { bootstrap }), 'uAlpha', { code: 'x' }));
    expect(first?.low).toBeLessThan(first?.value ?? NaN);
    expect(first?.high).toBeGreaterThanOrEqual(first?.value ?? NaN);
    expect(first?.details).toMatchObject({
      documents: 8,
      documentsMax: 1,
      below667: expect.any(Number),
      undefinedResamples: 0,
    });
    const one = run(material(many.documents.slice(0, 1)), { bootstrap });
    expect(find(one, 'uAlpha', { code: 'x' })).toMatchObject({ low: null, high: null });
  });

  it('names what changes most when it is left out', () => {
    const agreeing = Array.from({ length: 5 }, (_, i) => document(`d${i}`, [[[0, 20, 'x']], [[0, 20, 'x']]]));
    const odd = document('odd', [[[0, 20, 'x']], [[50, 90, 'x']]]);
    const { influences } = run(material([...agreeing, odd]));
    expect(influences.find(({ scope }) => scope.code === 'x')).toMatchObject({
      coefficient: 'uAlpha',
      without: { source: 'odd' },
      value: 1,
    });
  });

  it.each([
    ['nobody', material([], []), 'fewer-than-two-coders'],
    ['one coder', material([], ['A']), 'fewer-than-two-coders'],
    ['no common source', material([]), 'no-units'],
    ['nobody coded', material([document('d', [[], []])]), 'no-variation'],
  ])('says why there is no value: %s', (_, of, reason) => {
    for (const unit of ['character', 'segment', 'source'] as const) {
      const report = run(of, { unit, per: ['code', 'source', 'country', 'pair'], coefficients: 'all' });
      expect(report.results.length).toBeGreaterThan(0);
      for (const { value, reason: said } of report.results)
        expect([value === null, said === null]).not.toEqual([true, true]);
    }
    const alpha = find(run(of), 'uAlpha');
    expect(alpha).toMatchObject({ value: null, reason });
  });

  it('says of a coder who coded nothing that they agree on nothing, not that they are missing', () => {
    const report = run(material([document('d', [[[0, 50, 'x']], []])]));
    expect(find(report, 'uAlpha', { code: 'x' })?.value).toBeLessThan(0);
    expect(find(report, 'spanF1', { code: 'x' }, 'any-overlap')?.value).toBe(0);
  });
});

describe('units of text', () => {
  const text = 'One. Two.\nThree 𝄞. Four 𝄞.';
  const blocks = [
    { start: 0, end: 9, kind: 'paragraph', level: 0 },
    { start: 10, end: text.length, kind: 'paragraph', level: 0 },
  ] as const;
  const astral = material([
    document(
      'd',
      [
        [
          [0, 4, 'x'],
          [16, 18, 'x'],
        ],
        [[0, 4, 'x']],
      ],
      {
        length: text.length,
        characters: text.length - 2,
        language: 'en',
        text: { text, blocks },
      },
    ),
  ]);

  it('counts characters as code points', () => {
    expect(run(astral).n).toBe(text.length - 2);
    const details = find(run(astral), 'charPercentAgreement', { code: 'x' });
    expect(details?.value).toBeCloseTo(1 - 1 / (text.length - 2), 12);
  });

  it('finds sentences and paragraphs', () => {
    expect(run(astral, { unit: 'paragraph' }).n).toBe(2);
    expect(run(astral, { unit: 'sentence' }).n).toBe(4);
    expect(find(run(astral, { unit: 'sentence' }), 'percentAgreement', { code: 'x' })?.value).toBe(0.75);
    expect(find(run(astral, { unit: 'source' }), 'percentAgreement', { code: 'x' })?.value).toBe(1);
  });
});

describe('a study of a table', () => {
  it('is of its rows', () => {
    const report = finish(
      studyTable(
        {
          coders: ['A', 'B'],
          rows: [
            [['x'], ['x']],
            [['x'], ['y']],
            [['y'], null],
            [['y'], ['y']],
          ],
        },
        { coefficients: 'all', per: ['code'], bootstrap: { resamples: 100, seed: 1 } },
      ),
    );
    expect(report).toMatchObject({ unit: 'row', n: 3, documents: [], codes: ['x', 'y'] });
    expect(find(report, 'percentAgreement')).toMatchObject({ value: 2 / 3, low: expect.any(Number) });
    expect(find(report, 'uAlpha')).toBeUndefined();
    expect(find(report, 'krippendorffAlpha.interval')).toMatchObject({ reason: 'values-not-numeric' });
  });
});
