import type { SaveFailure } from './ports/platform';
import type { ExchangeFailure } from './ports/exchange';
import { outputOf, writeProjectFile, type ProjectFileWishes } from './project-file';
import type { Services } from './services';
import type { ProjectSession } from './session';

/** A copy is made when so much time has passed since the last one and something has changed. */
const MINUTES_BETWEEN = 10;

export interface BackupOptions {
  readonly wishes: () => Omit<ProjectFileWishes, 'target'>;
  readonly onFailure: (failure: ExchangeFailure | SaveFailure) => void;
  readonly minutes?: number;
}

/**
 * Keeps rolling copies of an open project outside the database, without asking or disturbing anyone.
 * Out: what ends it, to be called before the session closes; it makes a last copy of what has changed.
 */
export function keepBackups(
  session: ProjectSession,
  services: Services,
  { wishes, onFailure, minutes = MINUTES_BETWEEN }: BackupOptions,
): () => Promise<void> {
  if (!services.platform.keepsBackups) return () => Promise.resolve();
  let copied = session.state.revision;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const copy = async () => {
    try {
      await attempt();
    } catch (error) {
      // A thread that breaks down is one more way to fail: closing the project must not wait on it for ever.
      onFailure({ kind: 'failed', detail: String(error) });
    }
  };
  const attempt = async () => {
    const { revision } = session.state;
    if (revision === copied) return;
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const written = await writeProjectFile(session, services, { ...wishes(), target: 'default' }, watch);
    if (!written.ok) return onFailure(written.error);
    const kept = await services.platform.backup(session.info.id, await outputOf(written.value));
    if (kept.ok) copied = revision;
    else onFailure(kept.error);
  };
  const copyInTurn = () => {
    timer = undefined;
    running = running.then(copy);
    return running;
  };
  const unsubscribe = session.subscribe(() => {
    if (session.state.revision !== copied) timer ??= setTimeout(() => void copyInTurn(), minutes * 60_000);
  });
  return async () => {
    unsubscribe();
    clearTimeout(timer);
    await copyInTurn();
  };
}
