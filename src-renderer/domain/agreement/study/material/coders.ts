import type { CoderId } from '../../../model/ids';
import type { ProjectState } from '../../../model/project';
import { comparedCoders } from '../../drift/coders';
import { personsOf } from '../../settle/agreed-layer';

/** In: a project. Out: the persons who coded or finished anything, in the order of the project; the agreed layer is none. */
export function codingCoders(state: ProjectState): readonly CoderId[] {
  const busy = new Set<CoderId>();
  for (const { coderId } of state.segments.values()) busy.add(coderId);
  for (const { coderId } of state.progress.values()) busy.add(coderId);
  return personsOf(state).flatMap(({ id }) => (busy.has(id) ? [id] : []));
}

/**
 * Who is compared where nobody says. In: a project. Out: those who coded, without the names under which
 * somebody coded a second time: that measures one coder's stability, and among others it would count them
 * twice. Where fewer than two are left, all who coded.
 */
export function startCoders(state: ProjectState): readonly CoderId[] {
  const compared = new Set(comparedCoders(state));
  const coding = codingCoders(state);
  const once = coding.filter((id) => compared.has(id));
  return once.length >= 2 ? once : coding;
}
