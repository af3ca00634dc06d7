import { describe, expect, it } from 'vitest';
import type { AgreementMaterial } from '../../../src-renderer/domain/agreement/study/material/material';
import { standardRequest } from '../../../src-renderer/domain/agreement/study/request';
import { createAnalysis } from '../../../src-renderer/workers/analysis';

const spans = (shift: number) =>
  Array.from({ length: 40 }, (_, i) => ({ start: i * 50 + shift, end: i * 50 + 20, code: `c${i % 4}` }));
const material: AgreementMaterial = {
  coders: ['A', 'B'],
  codes: ['c0', 'c1', 'c2', 'c3'],
  documents: Array.from({ length: 30 }, (_, d) => ({
    id: `d${d}`,
    country: 'JP',
    language: 'ja',
    begin: 0,
    length: 2000,
    characters: 2000,
    coders: [spans(0), spans(d % 5)],
    unfinished: [false, false],
  })),
  leftOut: [],
};
const wishes = { ...standardRequest, bootstrap: { resamples: 2000, seed: 1 } };

describe('the worker of analyses', () => {
  it('computes, tells how far it is, and gives the same as without a worker', async () => {
    const told: number[] = [];
    const answer = await createAnalysis().run(
      'agreement',
      { material, wishes },
      { signal: new AbortController().signal, onProgress: (done, total) => told.push(done / total) },
    );
    if (!answer.ok) throw new Error(answer.error);
    expect(answer.value.results.find(({ coefficient }) => coefficient === 'uAlpha')?.value).toBeGreaterThan(
      0.8,
    );
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const running = createAnalysis().run(
      'agreement',
      { material, wishes: { ...wishes, bootstrap: { resamples: 1_000_000, seed: 1 } } },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(await running).toEqual({ ok: false, error: 'cancelled' });
  });

  it('reads tables', async () => {
    const bytes = new TextEncoder().encode('unit;A;B\r\n1;x|y;x\r\n2;;|\r\n');
    const answer = await createAnalysis().run(
      'cells',
      { name: 'units.csv', bytes },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    expect(answer).toEqual({
      ok: true,
      value: {
        ok: true,
        value: [
          ['unit', 'A', 'B'],
          ['1', 'x|y', 'x'],
          ['2', '', '|'],
        ],
      },
    });
  });
});
