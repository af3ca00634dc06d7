import { changesOf } from '../../../src-renderer/domain/exchange/codebook/plan/draft';
import { planCodebookImport } from '../../../src-renderer/domain/exchange/codebook/plan/plan';
import { applyChanges, emptyState } from '../../../src-renderer/domain/history/state';
import { message, type Message } from '../../../src-renderer/domain/model/message';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { readCodebook } from '../../../src-renderer/importers/codebook/read';
import { Failed } from '../failure';
import { failureText, say } from '../text';
import { readWhole } from './files';
import { readProject } from './read';

export interface ReadCodebook {
  readonly state: ProjectState;
  readonly losses: readonly Message[];
  readonly repairs: readonly Message[];
}

/** In: the name of a project (.qdpx) or of a codebook. Out: a state that has the codebook. */
export async function readAnyCodebook(path: string): Promise<ReadCodebook> {
  if (/\.qdpx$/i.test(path)) {
    const { content, report } = await readProject(path);
    return { state: content.state, losses: report.losses, repairs: report.repairs };
  }
  const read = await readCodebook(await readWhole(path));
  if (!read.ok) {
    const detail = failureText(read.error);
    throw new Failed(say('failure.codebook', { file: path, kind: read.error.kind, detail }));
  }
  const empty = emptyState();
  const plan = planCodebookImport(empty, read.value, {
    language: 'en',
    place: { kind: 'new-family', labels: { en: 'Codes' } },
  });
  const { changes } = changesOf(empty, plan, message('import-codebook', { count: plan.added.length }));
  return { state: applyChanges(empty, changes), losses: plan.losses, repairs: plan.repairs };
}
