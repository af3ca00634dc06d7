import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenFailure } from '../application/ports/storage';
import { ServicesProvider, SessionProvider } from '../application/react/context';
import type { Services } from '../application/services';
import type { Result } from '../domain/model/result';
import { StartScreen } from '../features/projects';
import { announceLeaving, dispatchKey, toast, ToastRegion } from '../ui';
import { CommandPalette } from './command-palette';
import { NativeMenu } from './native-menu';
import { noteLocation, openProject, type OpenProject } from './open-project';
import { ProjectFrame } from './project-frame';
import { refuseDrops } from './refuse-drops';
import styles from './shell.module.css';

export interface AppProps {
  readonly services: Services;
  /** What came of reopening the project that the address names; null when it names none. */
  readonly reopened: Result<OpenProject, OpenFailure> | null;
}

export function App({ services, reopened }: AppProps) {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(reopened?.ok ? reopened.value : null);
  const [isBusy, setIsBusy] = useState(false);

  const sayOpenFailure = useCallback(
    ({ kind }: OpenFailure) => {
      noteLocation(null);
      toast({ kind: 'problem', text: t(`openFailure.${kind}`) });
    },
    [t],
  );
  useEffect(() => {
    if (reopened && !reopened.ok) sayOpenFailure(reopened.error);
  }, [reopened, sayOpenFailure]);

  const openById = async (projectId: string) => {
    setIsBusy(true);
    const result = await openProject(services, { projectId });
    if (result.ok) setOpen(result.value);
    else sayOpenFailure(result.error);
    setIsBusy(false);
  };
  const close = useCallback(() => {
    if (!open) return;
    // The list of projects comes when everything of this one is on disk, so that it can be opened again.
    setIsBusy(true);
    setOpen(null);
    noteLocation(null);
    void open.close().finally(() => setIsBusy(false));
  }, [open]);

  useEffect(() => {
    window.addEventListener('keydown', dispatchKey);
    return () => window.removeEventListener('keydown', dispatchKey);
  }, []);
  useEffect(refuseDrops, []);
  useAnnouncements(services, open);

  return (
    <ServicesProvider services={services}>
      {open ? (
        <SessionProvider session={open.session} navigation={open.navigation}>
          <ProjectFrame onClose={close} />
        </SessionProvider>
      ) : (
        <main className={styles['start']} aria-busy={isBusy}>
          {isBusy && (
            <p className={styles['busy']} role="status">
              {t('oneMoment')}
            </p>
          )}
          {!isBusy && <StartScreen onOpen={(projectId) => void openById(projectId)} />}
        </main>
      )}
      <NativeMenu platform={services.platform} />
      <CommandPalette />
      <ToastRegion />
    </ServicesProvider>
  );
}

/** The window's title, and everything a session has to say that no view says itself. */
function useAnnouncements(services: Services, open: OpenProject | null): void {
  const { t } = useTranslation('shell');
  useEffect(() => {
    const appName = t('common:appName');
    if (!open) return services.platform.setTitle(appName);
    const { session } = open;
    const title = () => services.platform.setTitle(`${session.info.name} – ${appName}`);
    title();
    const stops = [
      session.subscribe(title),
      session.onFailure(({ kind }) => toast({ kind: 'problem', text: t(`commitFailure.${kind}`) })),
      session.onRefusal(({ kind, params }) =>
        toast({ kind: 'problem', text: t(`change:failure.${kind}`, params) }),
      ),
    ];
    // The write of the last gesture needs a moment; the window asks before it goes without it.
    const askBeforeLeaving = (event: BeforeUnloadEvent) => {
      announceLeaving();
      if (session.snapshot.pending > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', askBeforeLeaving);
    return () => {
      window.removeEventListener('beforeunload', askBeforeLeaving);
      stops.forEach((stop) => stop());
    };
  }, [open, services, t]);
}
