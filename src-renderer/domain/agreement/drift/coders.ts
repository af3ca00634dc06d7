import type { CoderId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import { personsOf } from '../settle/agreed-layer';

/**
 * Who is compared with whom. In: the project. Out: its persons, without those in whose name somebody coded
 * a second time: these are compared with themselves (`recodingsOf`).
 */
export function comparedCoders(state: ProjectState): readonly CoderId[] {
  const again = new Set(
    [...state.packages.values()].flatMap(({ purpose, coderId }) => (purpose === 'recode' ? coderId : [])),
  );
  return personsOf(state)
    .map(({ id }) => id)
    .filter((id) => !again.has(id));
}
