import { useMemo, useState } from 'react';
import { useProjectState, useSession } from '../../../application/react/context';
import type { ProjectSession } from '../../../application/session';
import { startCoders } from '../../../domain/agreement/study/material/coders';
import { standardRequest, type AgreementRequest } from '../../../domain/agreement/study/request';
import type { ProjectState } from '../../../domain/model/project';

/** What is asked, and how much of it is shown. */
export interface AgreementScene {
  readonly request: AgreementRequest;
  readonly isExpert: boolean;
}

/** The same, with null for coders whom nobody has chosen: they are those who have coded by now. */
interface KeptScene {
  readonly request: Omit<AgreementRequest, 'coders'> & { readonly coders: AgreementRequest['coders'] | null };
  readonly isExpert: boolean;
}

/** Where a person left off, so that coming back loses nothing. */
const scenes = new WeakMap<ProjectSession, KeptScene>();

function startScene(state: ProjectState): KeptScene {
  const used = new Set([...state.segments.values()].flatMap(({ tags }) => tags));
  const families = [...state.families.values()]
    .filter(({ enabled }) => enabled)
    .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order);
  const isUsed = (id: string) => [...used].some((code) => state.codes.get(code)?.familyId === id);
  const family = families.find(({ id }) => isUsed(id)) ?? families[0];
  return {
    request: { ...standardRequest, coders: null, codes: { family: family?.key ?? '' } },
    isExpert: false,
  };
}

export function useScene(): {
  readonly scene: AgreementScene;
  readonly ask: (patch: Partial<AgreementRequest>) => void;
  readonly setExpert: (isExpert: boolean) => void;
} {
  const session = useSession();
  const state = useProjectState();
  const [kept, setKept] = useState(() => scenes.get(session) ?? startScene(state));
  const change = (next: KeptScene) => {
    scenes.set(session, next);
    setKept(next);
  };
  const isChosen = kept.request.coders !== null;
  const start = useMemo(() => (isChosen ? [] : startCoders(state)), [isChosen, state]);
  const scene = useMemo(
    () => ({ ...kept, request: { ...kept.request, coders: kept.request.coders ?? start } }),
    [kept, start],
  );
  return {
    scene,
    ask: (patch) => change({ ...kept, request: { ...kept.request, ...patch } }),
    // The short screen shows its own few figures, so that leaving the experts' goes back to them.
    setExpert: (isExpert) =>
      change({
        isExpert,
        request: isExpert
          ? kept.request
          : {
              ...standardRequest,
              coders: kept.request.coders,
              codes: kept.request.codes,
              sources: kept.request.sources,
            },
      }),
  };
}
