import type { ProjectState } from '../../domain/model/project';
import { propose, type ProposedSource } from '../../domain/sources/proposal';
import type { ImportItem } from './import-item';

/**
 * What would come of the files that were read, in the order of the list. A file with the same bytes as a
 * source of the project, or as an earlier file, is named and not included.
 */
export function proposalsOf(state: ProjectState, items: readonly ImportItem[]): readonly ProposedSource[] {
  const known = new Map([...state.sources.values()].map(({ hash, title }) => [hash, title]));
  return items.flatMap((item) => {
    // All sources of one file have the hash of that file.
    const hash = item.state === 'read' ? item.read.sources[0]?.hash : undefined;
    if (item.state !== 'read' || hash === undefined) return [];
    const sameAs = known.get(hash) ?? null;
    if (sameAs === null) known.set(hash, item.file.path);
    return propose({ id: item.id, name: item.file.name, sameAs }, item.read.sources);
  });
}
