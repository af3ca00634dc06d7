import type { Analyses, Analysis } from '../application/ports/analysis';
import { finish, type Progress } from '../domain/agreement/resampling/resample';
import { study, studyTable } from '../domain/agreement/study/study';
import { readCells } from '../importers/table/cells';

/** What computes each analysis: step by step, or as a promise where there are no steps. */
const analyses: {
  readonly [A in Analysis]: (
    input: Analyses[A]['input'],
  ) => Generator<Progress, Analyses[A]['output']> | Promise<Analyses[A]['output']>;
} = {
  agreement: ({ material, wishes }) => study(material, wishes),
  'agreement-of-table': ({ table, wishes }) => studyTable(table, wishes),
  cells: ({ name, bytes }) => readCells(name, bytes),
};

/** How often progress is told, in milliseconds. */
const OFTEN = 60;

/**
 * Computes an analysis where it is called.
 * In: which, of what, and whom to tell how far it is. Out: what it comes to.
 */
export async function analyse<A extends Analysis>(
  analysis: A,
  input: Analyses[A]['input'],
  onProgress: (done: number, total: number) => void,
): Promise<Analyses[A]['output']> {
  const steps = analyses[analysis](input);
  if (steps instanceof Promise) return steps;
  return finish(telling(steps, onProgress));
}

function* telling<T>(
  steps: Generator<Progress, T>,
  onProgress: (done: number, total: number) => void,
): Generator<Progress, T> {
  let told = -Infinity;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - told >= OFTEN) {
      told = performance.now();
      onProgress(step.value.done, step.value.total);
    }
    yield step.value;
  }
}
