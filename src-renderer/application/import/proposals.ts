import type { ProjectState } from '../../domain/model/project';
import { proposeFiles, type Proposals } from '../../domain/sources/incoming/propose-files';
import type { ImportItem } from './import-item';

/** What would come of the files that were read, in the order of the list. */
export const proposalsOf = (state: ProjectState, items: readonly ImportItem[]): Proposals =>
  proposeFiles(
    state,
    items.flatMap((item) =>
      item.state === 'read'
        ? [{ id: item.id, name: item.file.name, path: item.file.path, read: item.read }]
        : [],
    ),
  );
