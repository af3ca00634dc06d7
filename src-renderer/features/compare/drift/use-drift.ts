import { useMemo } from 'react';
import type { DriftPlace } from '../../../application/navigation';
import { useNavigation, usePlace, useProjectState } from '../../../application/react/context';
import { comparedCoders } from '../../../domain/agreement/drift/coders';
import { confusions } from '../../../domain/agreement/drift/confusions';
import { familyColumns } from '../../../domain/profile/columns';
import { useFamilies } from '../use-families';

/** Which codes of a family are confused, and what of it is looked at: kept in the place, for the way back. */
export function useDrift() {
  const state = useProjectState();
  const navigation = useNavigation();
  const place = usePlace();
  const families = useFamilies();
  const kept: DriftPlace = (place.view === 'compare' && place.drift) || {};
  const familyKey = kept.familyKey ?? families[0]?.key ?? '';
  const by = kept.by ?? (state.packages.size > 0 ? 'rounds' : 'half-months');
  const coders = useMemo(() => comparedCoders(state), [state]);
  const found = useMemo(
    () => confusions(state, familyColumns(state, familyKey), coders),
    [state, familyKey, coders],
  );
  const open = found.confusions.find(
    ({ first, second }) => first === kept.confusion?.first && second === kept.confusion.second,
  );
  const change = (patch: Partial<DriftPlace>) =>
    navigation.replace({ view: 'compare', comparison: 'drift', drift: { ...kept, familyKey, ...patch } });
  return { families, familyKey, by, coders, found, open, change };
}
