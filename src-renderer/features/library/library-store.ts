import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useSession } from '../../application/react/context';
import type { ProjectSession } from '../../application/session';
import type { SourceId } from '../../domain/model/ids';
import { noFilter, type LibraryFilter, type SortBy } from './list/arrange';
import { noSelection, type Selection } from './list/selection';

/** How the library looks: kept while the project is open, so that coming back to it finds it as it was. */
export interface LibraryLook {
  readonly filter: LibraryFilter;
  readonly sort: SortBy;
  readonly isGrouped: boolean;
  /** Columns shown; empty for all. */
  readonly columns: readonly string[];
  readonly selection: Selection;
  readonly scrollTop: number;
  readonly hasDetails: boolean;
  /** Counts the times that sources are to be brought into sight. */
  readonly reveals: number;
}

const initial: LibraryLook = {
  filter: noFilter,
  sort: { column: 'title', descending: false },
  isGrouped: false,
  columns: [],
  selection: noSelection,
  scrollTop: 0,
  hasDetails: true,
  reveals: 0,
};

const stores = new WeakMap<ProjectSession, StoreApi<LibraryLook>>();

/** The look of the library of an open project. */
export function libraryStoreOf(session: ProjectSession): StoreApi<LibraryLook> {
  let store = stores.get(session);
  if (!store) stores.set(session, (store = createStore<LibraryLook>(() => initial)));
  return store;
}

/** Selects sources and brings them into sight, whatever was filtered before. */
export function reveal(session: ProjectSession, sourceIds: readonly SourceId[]): void {
  const [first = null] = sourceIds;
  libraryStoreOf(session).setState(({ reveals }) => ({
    filter: noFilter,
    hasDetails: true,
    selection: { ids: new Set(sourceIds), active: first, anchor: first },
    reveals: reveals + 1,
  }));
}

export function useLibraryStore(): StoreApi<LibraryLook> {
  const session = useSession();
  return useMemo(() => libraryStoreOf(session), [session]);
}

export function useLibraryLook<T>(select: (look: LibraryLook) => T): T {
  return useStore(useLibraryStore(), select);
}
