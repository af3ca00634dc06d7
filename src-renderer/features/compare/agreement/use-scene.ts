import { useState } from 'react';
import { codingCoders } from '../../../application/agreement';
import { useProjectState, useSession } from '../../../application/react/context';
import type { ProjectSession } from '../../../application/session';
import { standardRequest, type AgreementRequest } from '../../../domain/agreement/study/request';
import type { ProjectState } from '../../../domain/model/project';

/** What is asked, and how much of it is shown. */
export interface AgreementScene {
  readonly request: AgreementRequest;
  readonly isExpert: boolean;
}

/** Where a person left off, so that coming back loses nothing. */
const scenes = new WeakMap<ProjectSession, AgreementScene>();

function startScene(state: ProjectState): AgreementScene {
  const used = new Set([...state.segments.values()].flatMap(({ tags }) => tags));
  const families = [...state.families.values()]
    .filter(({ enabled }) => enabled)
    .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order);
  const isUsed = (id: string) => [...used].some((code) => state.codes.get(code)?.familyId === id);
  const family = families.find(({ id }) => isUsed(id)) ?? families[0];
  const coders = codingCoders(state);
  return {
    request: { ...standardRequest, coders, codes: { family: family?.key ?? '' } },
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
  const [scene, setScene] = useState(() => scenes.get(session) ?? startScene(state));
  const change = (next: AgreementScene) => {
    scenes.set(session, next);
    setScene(next);
  };
  return {
    scene,
    ask: (patch) => change({ ...scene, request: { ...scene.request, ...patch } }),
    // The short screen shows its own few figures, so that leaving the experts' goes back to them.
    setExpert: (isExpert) =>
      change({
        isExpert,
        request: isExpert
          ? scene.request
          : {
              ...standardRequest,
              coders: scene.request.coders,
              codes: scene.request.codes,
              sources: scene.request.sources,
            },
      }),
  };
}
