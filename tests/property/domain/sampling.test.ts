import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  chooseSources,
  drawSources,
  sizeOfShare,
} from '../../../src-renderer/domain/coders/sampling';
import { strata } from '../../../src-renderer/domain/model/collaboration';
import { source } from '../../unit/domain/build';

const corpus = fc
  .array(
    fc.record({
      country: fc.constantFrom('', 'KR', 'JP', 'US'),
      documentType: fc.constantFrom('' as const, 'law' as const, 'speech' as const),
      language: fc.constantFrom('en', 'ja'),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => rows.map((row, index) => source(`s${index}`, 'x', row)));
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const draw = (...input: Parameters<typeof drawSources>) => {
  const drawn = drawSources(...input);
  if (!drawn.ok) throw new Error(drawn.error.kind);
  return drawn.value;
};
const wishes = corpus.chain((sources) =>
  fc.record({
    sources: fc.constant(sources),
    size: fc.integer({ min: 1, max: sources.length }),
    seed,
    strata: fc.subarray([...strata]),
  }),
);

describe('a random sample of sources', () => {
  it('has the size that was asked for, each source once, within every stratum', () => {
    fc.assert(
      fc.property(wishes, ({ sources, ...wish }) => {
        const { sourceIds, strata: drawn } = draw(sources, wish);
        expect(new Set(sourceIds).size).toBe(wish.size);
        expect(sourceIds).toHaveLength(wish.size);
        const byId = new Map(sources.map((one) => [one.id as string, one]));
        for (const { values, of, drawn: count } of drawn) {
          const isIn = (id: string) =>
            wish.strata.every((stratum, index) => byId.get(id)?.[stratum] === values[index]);
          expect(sourceIds.filter(isIn)).toHaveLength(count);
          expect(sources.filter(({ id }) => isIn(id))).toHaveLength(of);
          const quota = (of * wish.size) / sources.length;
          expect(Math.abs(count - quota)).toBeLessThan(1);
        }
      }),
    );
  });

  it('is the same for the same seed, in whatever order the sources come', () => {
    fc.assert(
      fc.property(wishes, ({ sources, ...wish }) => {
        const again = draw([...sources].reverse(), wish);
        expect(new Set(again.sourceIds)).toEqual(new Set(draw(sources, wish).sourceIds));
      }),
    );
  });

  it('shares out exactly, and never more than there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), fc.nat(100), (sizes, percent) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const sample = Math.floor((total * percent) / 100);
        const counts = allocate(sizes, sample);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sample);
        counts.forEach((count, index) => expect(count).toBeLessThanOrEqual(sizes[index] ?? 0));
      }),
    );
  });

  it('draws every source of a stratum equally often', () => {
    const sources = Array.from({ length: 10 }, (_, index) => source(`s${index}`, 'x'));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++)
      for (const id of draw(sources, { size: 3, seed, strata: [] }).sourceIds)
        times.set(id, (times.get(id) ?? 0) + 1);
    // 1,200 expected; five standard deviations are 145.
    for (const count of times.values()) expect(Math.abs(count - 1200)).toBeLessThan(145);
    expect(times.size).toBe(10);
  });

  it('leaves to chance which of equal strata are drawn', () => {
    const sources = ['CN', 'JP', 'KR', 'TW'].map((country) => source(country, 'x', { country }));
    const times = new Map<string, number>();
    for (let each = 0; each < 1000; each++)
      for (const id of draw(sources, { size: 2, seed: each, strata: ['country'] }).sourceIds)
        times.set(id, (times.get(id) ?? 0) + 1);
    // 500 expected; five standard deviations are 79.
    expect(times.size).toBe(4);
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(79);
  });

  it('gives what is left to the largest remainders', () => {
    expect(allocate([5, 3, 2], 4)).toEqual([2, 1, 1]);
    expect(allocate([6, 2, 2], 5)).toEqual([3, 1, 1]);
    expect(allocate([0, 0], 0)).toEqual([0, 0]);
  });

  it('says of a size what is wrong with it', () => {
    const sources = [source('s', 'x')];
    const wish = { seed: 1, strata: [] };
    expect(drawSources(sources, { ...wish, size: 2 })).toMatchObject({ error: { kind: 'sample-too-large' } });
    expect(drawSources(sources, { ...wish, size: 0 })).toMatchObject({ error: { kind: 'sample-empty' } });
    expect(drawSources([], { ...wish, size: 1 })).toMatchObject({ error: { kind: 'sample-too-large' } });
    expect(sizeOfShare(1, 10)).toBe(1);
    expect(sizeOfShare(25, 10)).toBe(3);
  });

  it('is told as a package keeps it: all, those chosen, or drawn with its seed', () => {
    const sources = ['a', 'b', 'c', 'd'].map((id) => source(id, 'x'));
    expect(chooseSources(sources, 4, null)).toMatchObject({ value: { sampling: { kind: 'all', of: 4 } } });
    expect(chooseSources(sources.slice(1), 4, null)).toMatchObject({
      value: { sourceIds: ['b', 'c', 'd'], sampling: { kind: 'chosen', of: 4 }, strata: [] },
    });
    const wish = { unit: 'percent', seed: 2 ** 40, strata: [] } as const;
    const half = chooseSources(sources, 4, { ...wish, size: 50 });
    const seed = 2 ** 32 - 1;
    expect(half).toMatchObject({ value: { sampling: { kind: 'random', of: 4, seed, strata: [] } } });
    expect(half).toMatchObject({ value: draw(sources, { size: 2, seed, strata: [] }) });
    expect(chooseSources(sources, 4, { ...wish, size: 0 })).toMatchObject({
      error: { kind: 'sample-empty' },
    });
  });
});
