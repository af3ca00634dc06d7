import { describe, expect, it } from 'vitest';
import { alphaUDistance } from '../../../../src-renderer/domain/agreement/continuum/alpha-u';
import { withCodes } from '../../../../src-renderer/domain/agreement/continuum/continuum';
import { bestAlignment, disorderOf } from '../../../../src-renderer/domain/agreement/gamma/alignment';
import { positionalDissimilarity } from '../../../../src-renderer/domain/agreement/gamma/dissimilarity';
import { fromDisorders } from '../../../../src-renderer/domain/agreement/gamma/gamma';
import type { SpanMatch } from '../../../../src-renderer/domain/agreement/matching/spans';
import type { Outcome } from '../../../../src-renderer/domain/agreement/outcome';
import { coefficient, type CoefficientOptions } from '../../../../src-renderer/domain/agreement/registry';
import {
  everyResample,
  jackknife,
  meanAndDeviation,
  percentile,
  shareBelow,
} from '../../../../src-renderer/domain/agreement/resampling/resample';
import { krippendorffAlpha } from '../../../../src-renderer/domain/agreement/table/alpha';
import { setDistances } from '../../../../src-renderer/domain/agreement/table/distance';
import { reliabilityTable } from '../../../../src-renderer/domain/agreement/table/table';
import {
  characterConfusion,
  characterTable,
} from '../../../../src-renderer/domain/agreement/units/character';
import { continuaIn, fixture, tableOf, type Case, type Dataset, type RawSpan } from './fixture';
import { qualcoderAsShipped } from './qualcoder';

/** What is computed for a case: a number, an object of numbers, or `{ undefined: reason }`, as the file has it. */
type Answer = (params: Readonly<Record<string, unknown>>, dataset: Dataset) => unknown;

const told = (outcome: Outcome): unknown => (outcome.ok ? outcome.value.value : { undefined: outcome.error });

const units = (spans: readonly RawSpan[]) => spans.map(([start, end, code]) => ({ start, end, code }));
const unitOf = ([start, end]: readonly number[]) => ({ start: start ?? NaN, end: end ?? NaN });

const thresholds: Readonly<Record<string, SpanMatch>> = {
  exact: 'exact',
  iou90: { iou: 0.9 },
  iou50: { iou: 0.5 },
  anyOverlap: 'any-overlap',
};

/** The cases that are no coefficient of the registry, or whose answer is more than its value. */
const special: Readonly<Record<string, Answer>> = {
  setDistance: ({ a, b }) => {
    const of = (name: keyof typeof setDistances) => setDistances[name](a as string[], b as string[]);
    return { jaccard: of('jaccard'), masi: of('masi'), masiNltk: of('masiNltk'), masiDkpro: of('masiDkpro') };
  },
  'krippendorffAlpha.custom': (_, dataset) => {
    const table = tableOf(dataset);
    const label = (category: number) => table.categories[category]?.[0];
    return told(
      krippendorffAlpha(table, (c, k) =>
        c === k ? 0 : label(c) === 'Chck' || label(k) === 'Chck' ? 0.5 : 1,
      ),
    );
  },
  'alphaU2004.delta2': ({ a, b }) => {
    const section = (raw: unknown) => {
      const { begin, length, code } = raw as { begin: number; length: number; code: string | null };
      return { start: begin, end: begin + length, coded: code !== null };
    };
    return alphaUDistance(section(a), section(b));
  },
  'gamma.positionalDissimilarity': ({ a, b, deltaEmpty }) =>
    positionalDissimilarity(unitOf(a as number[]), unitOf(b as number[]), deltaEmpty as number),
  'gamma.fromStoredChanceContinua': (params, dataset) => {
    const dissimilarity = dissimilarityOf(params);
    const disorder = (coders: readonly (readonly RawSpan[])[]) => {
      const own = coders.map((spans) => units(spans).sort((x, y) => x.start - y.start));
      const alignment = bestAlignment(own, dissimilarity);
      if (alignment === 'too-many-alignments') throw new Error('Few units can be aligned.');
      return disorderOf(alignment, own);
    };
    const stored = params['chanceContinua'] as { coders: RawSpan[][]; disorder: number }[];
    const chance = stored.map(({ coders }) => disorder(coders));
    stored.forEach((each, i) => expect(chance[i]).toBeCloseTo(each.disorder, 4));
    const observed = disorder(dataset.coders as RawSpan[][]);
    expect(observed).toBeCloseTo(params['observedDisorder'] as number, 4);
    return told(fromDisorders(observed, chance));
  },
  spanF1: (params, dataset) => {
    const outcome = prepared('spanF1', dataset, { ...params })();
    if (!outcome.ok) return told(outcome);
    const { matched, nA, nB } = outcome.value.details;
    return { matched, nA, nB, f1: outcome.value.value };
  },
  kuAlpha: ({ category, coverage }, dataset) => {
    const outcome = prepared('kuAlpha', dataset, { category })();
    if (outcome.ok) expect(outcome.value.details['coverage']).toBeCloseTo(coverage as number, 9);
    return told(outcome);
  },
  characterConfusion: ({ codes, pair }, dataset) => {
    const [a = 0, b = 1] = pair as number[];
    const continua = continuaIn(dataset).map((each) => ({
      ...each,
      coders: [each.coders[a] ?? null, each.coders[b] ?? null],
    }));
    const table = characterTable(continua, { codes: codes as string[] });
    const { codes: labels, matrix } = characterConfusion(table, codes as string[]);
    return { labels: [...labels, '∅'], matrix };
  },
  bootstrapDistribution: (params, dataset) => {
    const of = everyResample(prepared('charAlphaBinary', dataset, params), dataset.documents?.length ?? 0);
    const { mean, deviation } = meanAndDeviation(of);
    return {
      resamples: of.resamples,
      undefined: of.undefined,
      mean,
      sd: deviation,
      p2_5: percentile(of, 0.025),
      p50: percentile(of, 0.5),
      p97_5: percentile(of, 0.975),
      pBelow0_667: shareBelow(of, 0.667),
      pBelow0_8: shareBelow(of, 0.8),
    };
  },
  jackknifeLeaveOneDocumentOut: (params, dataset) => {
    const over = prepared('charAlphaBinary', dataset, params);
    const { outcomes, error } = jackknife(over, dataset.documents?.length ?? 0);
    return { values: outcomes.map(told), se: error };
  },
  qualcoderKappaAsShipped: (_, dataset) => qualcoderAsShipped(continuaIn(dataset)[0]),
};

function dissimilarityOf(params: Readonly<Record<string, unknown>>) {
  const {
    alpha = 1,
    beta = 1,
    deltaEmpty = 1,
  } = params as { alpha?: number; beta?: number; deltaEmpty?: number };
  return { alpha, beta, empty: deltaEmpty };
}

function optionsOf(params: Readonly<Record<string, unknown>>): CoefficientOptions {
  return {
    code: (params['code'] ?? params['category'] ?? params['binaryCode']) as string | undefined,
    codes: params['codes'] as string[] | undefined,
    coders: params['pair'] as number[] | undefined,
    uncoded: !String(params['emptySet']).includes('dropped'),
    match: thresholds[String(params['threshold'])],
    sameCodeOverlap: params['sameCodeOverlap'] === 'inceptionFirstLongest' ? 'first-longest' : 'merge',
    gamma: { dissimilarity: dissimilarityOf(params), samples: 300, seed: 20260901 },
  };
}

function prepared(name: string, dataset: Dataset, params: Readonly<Record<string, unknown>>) {
  const options = optionsOf(params);
  const found = coefficient(name);
  if (!found) throw new Error(`There is no coefficient ${name}.`);
  if (found.of === 'table') return found.prepare(tableOf(dataset), options);
  return found.prepare(continuaIn(dataset, params['document']), options);
}

/** NVivo's example is given as counts: a table of characters, coded or not. */
function fromCounts(name: string, dataset: Dataset, params: Readonly<Record<string, unknown>>): unknown {
  const { onlyA = dataset.onlyOne, onlyB = 0 } = params as { onlyA?: number; onlyB?: number };
  const rows = [
    { values: [['x'], ['x']], weight: dataset.both },
    { values: [['x'], []], weight: onlyA },
    { values: [[], ['x']], weight: onlyB },
    { values: [[], []], weight: dataset.neither },
  ].filter(({ weight }) => weight !== 0);
  const found = coefficient(name === 'charKappa' ? 'cohenKappa' : 'percentAgreement');
  if (found?.of !== 'table') throw new Error('Counts are a table.');
  return told(found.prepare(reliabilityTable(rows, 2))());
}

function answer({ coefficient: name, dataset: key, params = {} }: Case): unknown {
  const dataset = fixture.datasets[key ?? ''] ?? { kind: 'counts', coders: 0 };
  const own = special[name];
  if (own) return own(params, dataset);
  return dataset.kind === 'counts'
    ? fromCounts(name, dataset, params)
    : told(prepared(name, dataset, params)());
}

/** Where what was computed leaves what is expected by more than the tolerance, in words; nowhere, when it does not. */
function deviations(actual: unknown, expected: unknown, tolerance: number, path = ''): readonly string[] {
  if (typeof expected === 'number') {
    const near = typeof actual === 'number' && Math.abs(actual - expected) <= tolerance;
    return near ? [] : [`${path}: ${JSON.stringify(actual)} instead of ${expected}`];
  }
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return Object.is(actual, expected)
      ? []
      : [`${path}: ${JSON.stringify(actual)} instead of ${String(expected)}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) =>
    deviations(
      (actual as Record<string, unknown>)[key],
      (expected as Record<string, unknown>)[key],
      tolerance,
      `${path}.${key}`,
    ),
  );
}

const verdicts = new Map<string, readonly string[]>();
function verdict(each: Case): readonly string[] {
  const known = verdicts.get(each.id) ?? deviations(answer(each), each.expected, each.tolerance ?? 0);
  verdicts.set(each.id, known);
  return known;
}

describe('the file of expected values', () => {
  it.each(fixture.cases.map((each) => [each.id, each] as const))('%s', (_, each) => {
    expect(verdict(each)).toEqual([]);
  });

  it(`is reproduced in all its ${fixture.cases.length} cases`, () => {
    expect(new Set(fixture.cases.map(({ id }) => id)).size).toBe(fixture.cases.length);
    expect(fixture.cases.filter((each) => verdict(each).length === 0)).toHaveLength(fixture.cases.length);
    expect(fixture.cases).toHaveLength(532);
  });

  it('holds the values of each document beside the pooled ones', () => {
    let compared = 0;
    for (const { coefficient: name, dataset = '', params = {} } of fixture.cases) {
      const perDocument = params['perDocument'] as Record<string, number | null> | undefined;
      const corpus = fixture.datasets[dataset];
      if (!perDocument || !corpus) continue;
      const own = name === 'alphaU2004.meanOfDocuments' ? 'alphaU2004' : name;
      for (const [document, expected] of Object.entries(perDocument)) {
        const outcome = prepared(own, corpus, { ...params, document })();
        if (expected === null) expect(outcome.ok).toBe(false);
        else expect(deviations(told(outcome), expected, 1e-9, `${name} ${document}`)).toEqual([]);
        compared++;
      }
      const pooled = prepared(own, corpus, params);
      corpus.documents?.forEach(({ id }, d) => {
        const alone = corpus.documents?.map((_, each) => (each === d ? 1 : 0)) ?? [];
        const outcome = told(pooled(alone));
        const expected = perDocument[id];
        if (typeof expected !== 'number') return;
        expect(deviations(outcome, expected, 1e-9, `${name} ${id} by weight`)).toEqual([]);
      });
    }
    expect(compared).toBe(60);
  });

  it('has its codes one by one in the union of continua', () => {
    const corpus = fixture.datasets['sec-corpus'];
    if (!corpus) throw new Error('The file holds sec-corpus.');
    const continua = continuaIn(corpus);
    const found = coefficient('uAlpha');
    if (found?.of !== 'continua') throw new Error('u-α is of continua.');
    expect(told(found.prepare(continua)())).toEqual({ undefined: 'codes-overlap' });
    expect(told(found.prepare(withCodes(continua, ['threat']))())).toBe(
      told(found.prepare(continua, { code: 'threat' })()),
    );
  });
});
