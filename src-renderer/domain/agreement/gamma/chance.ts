import type { Continuum, Span } from '../continuum/continuum';
import type { Random } from '../resampling/random';
import type { Unit } from './dissimilarity';

/**
 * How chance places units.
 * - `statistical`: number of units, gaps, lengths drawn from normal distributions with the mean and deviation
 *   of what was coded, codes by their frequency (the StatisticalContinuumSampler of pygamma-agreement 0.5.9).
 * - `shuffle`: each coder of chance is a coder of the text, chosen at random, moved along by a random
 *   distance and round the end (Mathet, Widlöcher and Métivier 2015, section 5.2).
 * The choice alone moves γ by some hundredths: it is to be named with the value.
 */
export type ChanceSampler = 'statistical' | 'shuffle';

/** In: a continuum with any span, all of whose coders looked, the sampler and a source of chance. Out: a function that draws chance units per coder, in order of start, not all of them without any. */
export function chanceOf(
  { begin, length, coders }: Continuum,
  sampler: ChanceSampler,
  random: Random,
): () => readonly (readonly Unit[])[] {
  const spans = coders.map((own) => own ?? []);
  const draw =
    sampler === 'shuffle' ? shuffled(spans, begin, length, random) : statistical(spans, begin, random);
  return () => {
    for (;;) {
      const drawn = draw();
      if (drawn.some((units) => units.length > 0)) {
        return drawn.map((units) => units.sort((a, b) => a.start - b.start || a.end - b.end));
      }
    }
  };
}

function statistical(coders: readonly (readonly Span[])[], begin: number, random: Random): () => Unit[][] {
  const gaps: number[] = [];
  for (const spans of coders) {
    let last = begin;
    spans.forEach(({ start, end }, i) => {
      if (i > 0 || start > begin) gaps.push(start - last);
      last = end;
    });
  }
  const all = coders.flat();
  const gap = momentsOf(gaps.length > 0 ? gaps : [0]);
  const duration = momentsOf(all.map(({ start, end }) => end - start));
  const number = momentsOf(coders.map((spans) => spans.length));
  return () =>
    coders.map(() => {
      const units: Unit[] = [];
      let last = begin;
      for (let left = Math.abs(Math.trunc(random.normal(number.mean, number.deviation))); left > 0; left--) {
        const start = last + random.normal(gap.mean, gap.deviation);
        let own = 0;
        while (own <= 0) own = Math.abs(random.normal(duration.mean, duration.deviation));
        last = start + own;
        // A unit's code, each unit as likely, is a code by its frequency.
        units.push({ start, end: last, code: all[random.below(all.length)]?.code ?? '' });
      }
      return units;
    });
}

function shuffled(
  coders: readonly (readonly Span[])[],
  begin: number,
  length: number,
  random: Random,
): () => Unit[][] {
  const apart = momentsOf(coders.flat().map(({ start, end }) => end - start)).mean / 2;
  return () => {
    const shifts: number[] = [];
    return coders.map(() => {
      let shift = random.next() * length;
      // Two coders moved alike would agree as they do in truth; a short text may leave no room for better.
      for (
        let attempt = 0;
        attempt < 100 && shifts.some((other) => Math.abs(other - shift) < apart);
        attempt++
      ) {
        shift = random.next() * length;
      }
      shifts.push(shift);
      const source = coders[random.below(coders.length)] ?? [];
      return source.map(({ start, end, code }) => {
        const moved = start + shift > begin + length ? shift - length : shift;
        return { start: start + moved, end: end + moved, code };
      });
    });
  };
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
