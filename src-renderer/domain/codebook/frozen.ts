import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import type { Result } from '../model/result';
import { openedPackage } from '../coders/packages';

/** In: a project. Out: whether it was opened from a package whose codebook must not change while it is coded. */
export const isCodebookFrozen = (state: Pick<ProjectState, 'project' | 'packages'>): boolean =>
  openedPackage(state)?.frozen ?? false;

/** Refuses to change a frozen codebook; undefined where it may be changed. Every use case that does asks here. */
export const refuseFrozen = (
  state: Pick<ProjectState, 'project' | 'packages'>,
): Result<never, Refusal<'codebook-frozen'>> | undefined =>
  isCodebookFrozen(state) ? refuse('codebook-frozen') : undefined;
