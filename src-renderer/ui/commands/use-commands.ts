import { useEffect, useSyncExternalStore } from 'react';
import { currentCommands, registerCommands, subscribeCommands, type Command } from './registry';

/** Offers commands while the component is mounted. Memoise the list: a new list registers anew. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => registerCommands(commands), [commands]);
}

export const useCurrentCommands = (): readonly Command[] =>
  useSyncExternalStore(subscribeCommands, currentCommands);
