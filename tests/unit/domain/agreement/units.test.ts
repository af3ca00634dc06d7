import { describe, expect, it } from 'vitest';
import { continuum, type Span } from '../../../../src-renderer/domain/agreement/continuum/continuum';
import { gammaCategorical, gammaParts } from '../../../../src-renderer/domain/agreement/gamma/gamma';
import { coefficient, coefficientNames } from '../../../../src-renderer/domain/agreement/registry';
import {
  bootstrap,
  finish,
  percentile,
  percentileInterval,
} from '../../../../src-renderer/domain/agreement/resampling/resample';
import { cohenKappa } from '../../../../src-renderer/domain/agreement/table/kappa';
import {
  MISSING,
  reliabilityTable,
  type ReliabilityTable,
} from '../../../../src-renderer/domain/agreement/table/table';
import { regionTable, wholeSources } from '../../../../src-renderer/domain/agreement/units/region';
import { segmentTable } from '../../../../src-renderer/domain/agreement/units/segment';
import { continuaIn, fixture } from './fixture';

const span = (start: number, end: number, code: string): Span => ({ start, end, code });

/** The rows of a table as text: values by coder, × their number. */
const shown = ({ coders, categories, cells, weights }: ReliabilityTable): readonly string[] =>
  [...weights].map((weight, row) => {
    const values = [...cells.slice(row * coders, (row + 1) * coders)].map((cell) =>
      cell === MISSING ? '?' : `{${categories[cell]?.join() ?? ''}}`,
    );
    return `${values.join(' ')} × ${weight}`;
  });

describe('regions as units', () => {
  const text = continuum(30, [[span(2, 12, 'a'), span(8, 9, 'b')], [span(10, 20, 'a')], null]);
  const sentences = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 21, end: 30 },
  ];

  it('have the codes of which any part of them has one', () => {
    expect(shown(regionTable([text], [sentences]))).toEqual([
      '{a,b} {} ? × 1',
      '{a} {a} ? × 1',
      '{} {} ? × 1',
    ]);
  });

  it('know two values for one code', () => {
    const table = regionTable([text], [sentences], ['b']);
    expect(table.categories).toEqual([[], ['b']]);
    expect(shown(table)).toEqual(['{b} {} ? × 1', '{} {} ? × 2']);
  });

  it('may be whole sources', () => {
    expect(shown(regionTable([text, text], wholeSources([text, text])))).toEqual([
      '{a,b} {a} ? × 1',
      '{a,b} {a} ? × 1',
    ]);
  });
});

describe('segments as units', () => {
  const text = continuum(40, [
    [span(0, 10, 'a'), span(12, 20, 'a'), span(30, 40, 'b')],
    [span(0, 9, 'b'), span(1, 10, 'a'), span(13, 20, 'c')],
  ]);

  it('are matched with equal codes first; those without partner met no code', () => {
    expect(shown(segmentTable([text], { iou: 0.5 }))).toEqual([
      '{a} {a} × 1',
      '{a} {c} × 1',
      '{b} {} × 1',
      '{} {b} × 1',
    ]);
  });

  it('are each alone where none is at the same place', () => {
    expect(shown(segmentTable([text], 'exact'))).toEqual([
      '{a} {} × 2',
      '{b} {} × 1',
      '{} {b} × 1',
      '{} {a} × 1',
      '{} {c} × 1',
    ]);
  });
});

describe('κ', () => {
  it('has prevalence and bias beside it', () => {
    const table = reliabilityTable(
      [
        { values: [['x'], ['x']], weight: 45 },
        { values: [['x'], []], weight: 15 },
        { values: [[], ['x']], weight: 25 },
        { values: [[], []], weight: 15 },
      ],
      2,
      [[], ['x']],
    );
    // An agreement of .60, and little above chance.
    const outcome = cohenKappa(table);
    if (!outcome.ok) throw new Error(outcome.error);
    expect(outcome.value.value).toBeCloseTo(0.1304, 4);
    expect(outcome.value.details['prevalence']).toBeCloseTo(0.3, 12);
    expect(outcome.value.details['bias']).toBeCloseTo(0.1, 12);
    expect(outcome.value.details['pabak']).toBeCloseTo(0.2, 12);
  });
});

describe('γ-cat and γ-k', () => {
  const options = {
    dissimilarity: { alpha: 1, beta: 1, empty: 1 },
    sampler: 'statistical',
    samples: 30,
    seed: 3,
  } as const;

  it('look at the codes of what was aligned, whatever its place', () => {
    const text = continuum(100, [
      [span(0, 10, 'a'), span(20, 30, 'b'), span(40, 50, 'a'), span(70, 80, 'b')],
      [span(1, 11, 'a'), span(21, 31, 'b'), span(41, 51, 'a'), span(71, 81, 'b')],
    ]);
    const parts = finish(gammaParts([text], options));
    if (!parts.ok) throw new Error(parts.error);
    for (const code of [undefined, 'a', 'b']) {
      const outcome = gammaCategorical(parts.value, [1], code);
      expect(outcome.ok && outcome.value.value).toBe(1);
    }
  });

  it('weigh a pair by how near it is', () => {
    const text = continuum(100, [
      [span(0, 10, 'a'), span(20, 30, 'b')],
      [span(0, 10, 'a'), span(25, 35, 'a')],
    ]);
    const parts = finish(gammaParts([text], options));
    if (!parts.ok) throw new Error(parts.error);
    const outcome = gammaCategorical(parts.value, [1]);
    // Both pairs are aligned; the second is (5 + 5)/20 apart: it weighs 1 − 1/4 and its codes differ.
    expect(outcome.ok && outcome.value.details['observed']).toBeCloseTo(0.75 / 1.75, 12);
  });

  it('are not 1 where nothing was aligned', () => {
    const found = coefficient('gammaCat');
    const dataset = fixture.datasets['gm-one-coder'];
    if (found?.of !== 'continua' || !dataset) throw new Error('The file holds gm-one-coder.');
    expect(found.prepare(continuaIn(dataset))()).toEqual({ ok: false, error: 'no-jointly-coded-stretch' });
  });
});

describe('the bootstrap', () => {
  it('comes near to every resample, and says when it has none', () => {
    const dataset = fixture.datasets['sec-corpus'];
    const found = coefficient('charAlphaBinary');
    if (found?.of !== 'continua' || !dataset) throw new Error('The file holds sec-corpus.');
    const over = found.prepare(continuaIn(dataset), { code: 'threat' });
    const drawn = finish(bootstrap(over, { documents: 5, resamples: 10_000, seed: 20260901 }));
    expect(Math.abs(percentile(drawn, 0.025) - 0.10195501691461598)).toBeLessThan(0.02);
    expect(Math.abs(percentile(drawn, 0.5) - 0.3148285424045246)).toBeLessThan(0.02);
    expect(Math.abs(percentile(drawn, 0.975) - 0.35071114829533573)).toBeLessThan(0.02);
    const none = finish(bootstrap(found.prepare([]), { documents: 0, resamples: 10, seed: 1 }));
    expect(none.undefined).toBe(10);
    expect(percentileInterval(none)).toBeNull();
  });

  it('tells how far it has come and may be left', () => {
    const steps = bootstrap(() => ({ ok: true, value: { value: 1, details: {} } }), {
      documents: 3,
      resamples: 1000,
      seed: 1,
    });
    expect(steps.next().value).toEqual({ done: 0, total: 1000 });
    expect(steps.next().value).toEqual({ done: 100, total: 1000 });
    expect(steps.return({ values: new Float64Array(), resamples: 0, undefined: 0 }).done).toBe(true);
  });
});

describe('the registry', () => {
  it('finds each coefficient by its name, and no other', () => {
    for (const name of coefficientNames) expect(coefficient(name)?.name).toBe(name);
    expect(coefficient('kappa')).toBeUndefined();
  });
});
