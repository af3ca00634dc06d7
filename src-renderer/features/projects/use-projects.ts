import { useCallback, useEffect, useState } from 'react';
import { listProjects, type ProjectLists } from '../../application/projects';
import { useServices } from '../../application/react/context';
import type { Services } from '../../application/services';

export type ProjectsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | ({
      readonly kind: 'ready';
      /** When the list was read, in milliseconds since 1970. */
      readonly at: number;
    } & ProjectLists);

async function read(services: Services): Promise<ProjectsState> {
  try {
    const lists = await listProjects(services);
    return { kind: 'ready', at: Date.parse(services.stamp.now()), ...lists };
  } catch (error) {
    console.error(error);
    return { kind: 'failed' };
  }
}

/** The lists of the start screen, and a way to read them again. */
export function useProjects(): { readonly state: ProjectsState; readonly reload: () => Promise<void> } {
  const services = useServices();
  const [state, setState] = useState<ProjectsState>({ kind: 'loading' });
  useEffect(() => {
    void read(services).then(setState);
  }, [services]);
  const reload = useCallback(async () => {
    const next = await read(services);
    setState((before) => keepPlaces(before, next));
  }, [services]);
  return { state, reload };
}

/** Lines stay where they are while one looks at them, although renaming a project opens it for a moment. */
function keepPlaces(before: ProjectsState, next: ProjectsState): ProjectsState {
  if (before.kind !== 'ready' || next.kind !== 'ready') return next;
  const places = new Map(before.projects.map(({ id }, index) => [id, index]));
  const place = ({ id }: { id: string }) => places.get(id) ?? -1;
  return { ...next, projects: next.projects.toSorted((a, b) => place(a) - place(b)) };
}
