import { useMemo } from 'react';
import type { Evidence, ProfileForm } from '../../application/navigation';
import { useBlind } from '../../application/react/blind';
import { useNavigation, usePlace, useProjectState, useSession } from '../../application/react/context';
import type { SegmentId } from '../../domain/model/ids';
import type { CodedSegment } from '../../domain/model/segment';
import { ownCoding } from '../../domain/profile/coding';
import type { ProfileRequest } from '../../domain/profile/request';
import { startRequest } from '../../domain/profile/start-request';

/** What the view shows: kept in the place, so that the way back leads to the same figure and passages. */
export interface Scene {
  /** As it was chosen. */
  readonly request: ProfileRequest;
  readonly form: ProfileForm;
  /** Key of the family to cross with; undefined where there is no other. */
  readonly crossedFamily: string | undefined;
  readonly evidence: Evidence | undefined;
  /** The passage that was opened last. */
  readonly segmentId: SegmentId | undefined;
}

/** What is asked while blind, of the coder's own segments alone; otherwise what was chosen. */
export function useAsked(request: ProfileRequest): ProfileRequest {
  const { isBlind } = useBlind();
  const { coderId } = useSession();
  return useMemo(
    () => (isBlind ? { ...request, filters: ownCoding(request.filters, coderId) } : request),
    [request, isBlind, coderId],
  );
}

export function useScene() {
  const { codes, families, segments } = useProjectState();
  const navigation = useNavigation();
  const place = usePlace();
  const kept = place.view === 'profiles' ? place : { view: 'profiles' as const };
  const request = useMemo(() => kept.request ?? startRequest(codes), [kept.request, codes]);
  const others = [...families.values()]
    .filter(({ key, enabled }) => enabled && key !== request.familyKey)
    .sort((a, b) => a.order - b.order)
    .map(({ key }) => key);
  const wanted = kept.crossedFamily ?? 'level';
  const scene: Scene = {
    request,
    form: kept.form ?? 'bars',
    crossedFamily: others.includes(wanted) ? wanted : others[0],
    evidence: kept.evidence,
    segmentId: kept.segmentId,
  };
  /** Changes what is shown; passages stay open only where the change says so. */
  const change = (patch: Partial<Scene>) =>
    navigation.replace({ view: 'profiles', ...scene, evidence: undefined, segmentId: undefined, ...patch });
  const open = ({ id, sourceId, start }: CodedSegment) => {
    navigation.replace({ view: 'profiles', ...scene, segmentId: id });
    // A passage of the majority is nobody's segment: it has a place alone.
    navigation.go({
      view: 'reader',
      sourceId,
      ...(segments.has(id) ? { segmentId: id } : { position: start }),
    });
  };
  return { scene, change, open };
}
