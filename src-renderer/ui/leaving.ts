const listeners = new Set<() => void>();

/** Calls back before the window goes, so that what is half typed is handed over first. Out: unsubscribe. */
export function onLeaving(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every editor to hand over what it holds. The order of listeners of `beforeunload` cannot be relied on. */
export function announceLeaving(): void {
  for (const listener of listeners) listener();
}
