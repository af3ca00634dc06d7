import { useCallback, useSyncExternalStore } from 'react';
import type { ProjectState } from '../../domain/model/project';
import { blindOf, seenBlind } from '../blind';
import { useProjectState, useServices, useSession } from './context';

/** Whether others' segments are hidden, and how to say otherwise. */
export function useBlind(): { readonly isBlind: boolean; readonly setBlind: (isBlind: boolean) => void } {
  const session = useSession();
  const { storage } = useServices();
  const blind = blindOf(session, storage);
  const isBlind = useSyncExternalStore(blind.subscribe, () => blind.isOn);
  const setBlind = useCallback((next: boolean) => void blind.set(next), [blind]);
  return { isBlind, setBlind };
}

/** The state of the open project as its coder is to see it: all of it, or blind without what others coded. */
export function useSeenState(): ProjectState {
  const state = useProjectState();
  const session = useSession();
  const { isBlind } = useBlind();
  return isBlind ? seenBlind(state, session.coderId) : state;
}
