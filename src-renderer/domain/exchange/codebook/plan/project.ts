import { applyChanges, emptyState } from '../../../history/state';
import { message } from '../../../model/message';
import type { ProjectState } from '../../../model/project';
import type { CodebookFile } from '../file';
import { changesOf } from './draft';
import { planCodebookImport } from './plan';
import type { CodebookChoices } from './types';

/**
 * A project that is nothing but a codebook, to write it in another format.
 * In: a codebook that was read, and choices. Out: the project; examples are lost, for it has no segments.
 */
export function projectOfCodebook(file: CodebookFile, choices: CodebookChoices): ProjectState {
  const empty = emptyState();
  const plan = planCodebookImport(empty, file, choices);
  return applyChanges(empty, changesOf(empty, plan, message('import-codebook')).changes);
}
