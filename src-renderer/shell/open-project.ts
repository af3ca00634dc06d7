import { Navigation } from '../application/navigation';
import type { OpenFailure } from '../application/ports/storage';
import type { Services } from '../application/services';
import { ProjectSession } from '../application/session';
import { ok, type Result } from '../domain/model/result';
import { fromHash, toHash, type Location } from './location';

/** A project in the window and where the person is in it. */
export interface OpenProject {
  readonly session: ProjectSession;
  readonly navigation: Navigation;
}

/** Opens a project; the address keeps which one and where in it. */
export async function openProject(
  services: Services,
  { projectId, place }: Partial<Location> & Pick<Location, 'projectId'>,
): Promise<Result<OpenProject, OpenFailure>> {
  const opened = await services.storage.openProject(projectId);
  if (!opened.ok) return opened;
  const session = await ProjectSession.open(opened.value, services.stamp);
  const navigation = new Navigation(place);
  const note = () => noteLocation({ projectId, place: navigation.place });
  navigation.subscribe(note);
  note();
  return ok({ session, navigation });
}

/** Opens what the address names, after a reload; null when it names nothing. */
export async function reopenProject(services: Services): Promise<Result<OpenProject, OpenFailure> | null> {
  const location = fromHash(window.location.hash);
  return location ? openProject(services, location) : null;
}

export function noteLocation(location: Location | null): void {
  window.history.replaceState(null, '', location ? toHash(location) : '#');
}
