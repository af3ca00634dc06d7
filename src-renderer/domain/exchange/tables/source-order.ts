import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import { compareSources } from '../../profile/order';

/** In: the project. Out: all sources by country, then date, title and id, as every table lists them. */
export function sourcesInOrder(state: ProjectState): readonly Source[] {
  return [...state.sources.values()].sort(
    (a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : 0) || compareSources(a, b),
  );
}
