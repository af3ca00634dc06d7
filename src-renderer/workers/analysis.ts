import { proxy } from 'comlink';
import type { Analyses, Analysis, AnalysisPort } from '../application/ports/analysis';
import { fail, ok } from '../domain/model/result';
import type { AnalysisWorker } from './analysis.worker';
import { inOwnWorker } from './own-worker';

const start = (): Worker =>
  new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' });

/** Each analysis has a worker of its own, which ends with it: that is also how one is cancelled. */
export function createAnalysis(startWorker: () => Worker = start): AnalysisPort {
  return {
    run: async <A extends Analysis>(
      analysis: A,
      input: Analyses[A]['input'],
      { signal, onProgress }: Parameters<AnalysisPort['run']>[2],
    ) => {
      if (signal.aborted) return fail('cancelled');
      try {
        const output = await inOwnWorker<AnalysisWorker, unknown>(
          startWorker,
          (remote) => remote.analyse(analysis, input, proxy(onProgress)),
          signal,
        );
        // The worker answers with what the analysis of this name gives.
        return ok(output as Analyses[A]['output']);
      } catch (error) {
        if (signal.aborted) return fail('cancelled');
        throw error;
      }
    },
  };
}
