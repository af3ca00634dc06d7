import type { AnalysisPort } from '../../src-renderer/application/ports/analysis';
import { fail, ok } from '../../src-renderer/domain/model/result';
import { analyse } from '../../src-renderer/workers/analyses';

/** What the window's worker does, without one. */
export const analysisHere: AnalysisPort = {
  run: async (analysis, input, { signal, onProgress }) =>
    signal.aborted ? fail('cancelled') : ok(await analyse(analysis, input, onProgress)),
};
