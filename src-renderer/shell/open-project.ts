import i18next from 'i18next';
import { keepBackups } from '../application/backups';
import { Navigation } from '../application/navigation';
import type { OpenFailure } from '../application/ports/storage';
import type { Services } from '../application/services';
import { ProjectSession } from '../application/session';
import { ok, type Result } from '../domain/model/result';
import { currentLanguage } from '../i18n';
import { refiWords } from '../i18n/exchange-words';
import { toast } from '../ui';
import { fromHash, toHash, type Location } from './location';

/** A project in the window and where the person is in it. */
export interface OpenProject {
  readonly session: ProjectSession;
  readonly navigation: Navigation;
  /** Ends it when everything of it is on disk, a last copy included. */
  readonly close: () => Promise<void>;
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
  const stopBackups = backUp(session, services);
  const close = async () => {
    try {
      await stopBackups();
    } finally {
      await session.close();
    }
  };
  return ok({ session, navigation, close });
}

/** Keeps copies of a project; that it cannot be done is said once, not every ten minutes. */
function backUp(session: ProjectSession, services: Services): () => Promise<void> {
  let hasFailed = false;
  return keepBackups(session, services, {
    wishes: () => ({ language: currentLanguage(i18next.language), words: refiWords(i18next.t) }),
    onFailure: (failure) => {
      console.error(failure);
      if (!hasFailed) toast({ kind: 'problem', text: i18next.t('shell:backupFailed') });
      hasFailed = true;
    },
  });
}

/** Opens what the address names, after a reload; null when it names nothing. */
export async function reopenProject(services: Services): Promise<Result<OpenProject, OpenFailure> | null> {
  const location = fromHash(window.location.hash);
  return location ? openProject(services, location) : null;
}

export function noteLocation(location: Location | null): void {
  window.history.replaceState(null, '', location ? toHash(location) : '#');
}
