import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { invariant } from '../../domain/model/result';
import type { Navigation, Place } from '../navigation';
import type { Services } from '../services';
import type { ProjectSession, SessionSnapshot } from '../session';

const ServicesContext = createContext<Services | null>(null);
const SessionContext = createContext<ProjectSession | null>(null);
const NavigationContext = createContext<Navigation | null>(null);

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function SessionProvider({
  session,
  navigation,
  children,
}: {
  session: ProjectSession;
  navigation: Navigation;
  children: ReactNode;
}) {
  return (
    <SessionContext value={session}>
      <NavigationContext value={navigation}>{children}</NavigationContext>
    </SessionContext>
  );
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  invariant(services, 'useServices is called under ServicesProvider');
  return services;
}

/** The open project. */
export function useSession(): ProjectSession {
  const session = useContext(SessionContext);
  invariant(session, 'useSession is called under SessionProvider');
  return session;
}

/**
 * A part of the open project, kept current. `select` must return a value that is the same (`===`)
 * while nothing changed: a table, a row, the state; derive the rest with useMemo.
 */
export function useProject<T>(select: (snapshot: SessionSnapshot) => T): T {
  const session = useSession();
  return useSyncExternalStore(
    session.subscribe,
    useCallback(() => select(session.snapshot), [session, select]),
  );
}

const stateOf = (snapshot: SessionSnapshot) => snapshot.state;

/** The whole state of the open project; a new value after each gesture. */
export const useProjectState = () => useProject(stateOf);

/** Where the person is in the project, and how to get elsewhere. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  invariant(navigation, 'useNavigation is called under SessionProvider');
  return navigation;
}

/** The current place, kept current. */
export function usePlace(): Place {
  const navigation = useNavigation();
  return useSyncExternalStore(navigation.subscribe, () => navigation.place);
}
