import { IndexedDbStorage } from '../../../src-renderer/storage';
import type { ChangeSet } from '../../../src-renderer/domain/model/change';
import type { SourceContent } from '../../../src-renderer/application/ports/storage';

/** A window that opens a project and begins to write; its owner ends it whenever it likes. */
export interface Order {
  readonly projectId: string;
  readonly changeSet: ChangeSet;
  readonly contents: readonly SourceContent[];
}

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const opened = await new IndexedDbStorage().openProject(data.projectId);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const written = opened.value.commit(data.changeSet, data.contents);
  postMessage('writing');
  postMessage((await written).ok ? 'written' : 'failed');
});
