import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigation } from '../application/navigation';
import { SessionProvider, ServicesProvider } from '../application/react/context';
import type { Services } from '../application/services';
import { ProjectSession } from '../application/session';
import { StartScreen } from '../features/projects';
import { dispatchKey, toast, ToastRegion } from '../ui';
import { CommandPalette } from './command-palette';
import { fromHash, toHash, type Location } from './location';
import { useNativeMenu } from './native-menu';
import { ProjectFrame } from './project-frame';
import styles from './shell.module.css';

interface Open {
  readonly session: ProjectSession;
  readonly navigation: Navigation;
}

export function App({ services }: { services: Services }) {
  const { open, isOpening, openProject, closeProject } = useOpenProject(services);

  useEffect(() => {
    window.addEventListener('keydown', dispatchKey);
    return () => window.removeEventListener('keydown', dispatchKey);
  }, []);
  useNativeMenu(services.platform);

  return (
    <ServicesProvider services={services}>
      {open ? (
        <SessionProvider session={open.session} navigation={open.navigation}>
          <ProjectFrame onClose={closeProject} />
        </SessionProvider>
      ) : (
        <main className={styles['start']} aria-busy={isOpening}>
          {!isOpening && <StartScreen onOpen={(projectId) => void openProject(projectId)} />}
        </main>
      )}
      <CommandPalette />
      <ToastRegion />
    </ServicesProvider>
  );
}

/** The project in the window; the address keeps which one and where in it. */
function useOpenProject(services: Services) {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState<Open | null>(null);
  const atStart = useMemo(() => fromHash(window.location.hash), []);
  const [isOpening, setIsOpening] = useState(atStart !== undefined);

  const openProject = useCallback(
    async (projectId: string, place?: Location['place']) => {
      setIsOpening(true);
      const result = await services.storage.openProject(projectId);
      if (result.ok) {
        const session = await ProjectSession.open(result.value, services.stamp);
        const navigation = new Navigation(place);
        navigation.subscribe(() => noteLocation({ projectId, place: navigation.place }));
        noteLocation({ projectId, place: navigation.place });
        setOpen({ session, navigation });
      } else {
        noteLocation(null);
        toast({ kind: 'problem', text: t(`openFailure.${result.error.kind}`) });
      }
      setIsOpening(false);
    },
    [services, t],
  );

  const closeProject = useCallback(async () => {
    setOpen(null);
    noteLocation(null);
    await open?.session.close();
  }, [open]);

  useEffect(() => {
    if (atStart) void openProject(atStart.projectId, atStart.place);
    // Once: later places are the person's own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (!open) return services.platform.setTitle(t('common:appName'));
    const title = () => services.platform.setTitle(`${open.session.info.name} – ${t('common:appName')}`);
    title();
    const stopTitle = open.session.subscribe(title);
    const stopFailures = open.session.onFailure((failure) =>
      toast({ kind: 'problem', text: t(`commitFailure.${failure.kind}`) }),
    );
    const stopRefusals = open.session.onRefusal(({ kind, params }) =>
      toast({ kind: 'problem', text: t(`change:failure.${kind}`, params) }),
    );
    return () => {
      stopRefusals();
      stopTitle();
      stopFailures();
    };
  }, [open, services, t]);

  return { open, isOpening, openProject, closeProject: () => void closeProject() };
}

function noteLocation(location: Location | null) {
  window.history.replaceState(null, '', location ? toHash(location) : '#');
}
