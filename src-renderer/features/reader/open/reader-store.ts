import type { ProjectSession } from '../../../application/session';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SourceId } from '../../../domain/model/ids';
import type { LastTags } from '../coding/coding';

export interface ReaderLook {
  readonly hasSources: boolean;
  readonly hasInspector: boolean;
  /** Whether running heads, page numbers and hidden text are shown. */
  readonly hasAside: boolean;
}

/** What the reader remembers while a project is open, so that coming back to it finds it as it was. */
export interface ReaderMemory {
  readonly look: StoreApi<ReaderLook>;
  /** The position at the top of the screen, by source. */
  readonly positions: Map<SourceId, number>;
  readonly lastTags: LastTags;
}

const memories = new WeakMap<ProjectSession, ReaderMemory>();

export function memoryOf(session: ProjectSession): ReaderMemory {
  let memory = memories.get(session);
  if (!memory) {
    memory = {
      look: createStore<ReaderLook>(() => ({ hasSources: true, hasInspector: true, hasAside: false })),
      positions: new Map(),
      lastTags: { codeIds: [] },
    };
    memories.set(session, memory);
  }
  return memory;
}
