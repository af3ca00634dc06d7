import { useMemo } from 'react';
import { useProjectState } from '../../application/react/context';
import type { CodeFamily } from '../../domain/model/codebook';

/** The families in use, core ones first. */
export function useFamilies(): readonly CodeFamily[] {
  const { families } = useProjectState();
  return useMemo(
    () =>
      [...families.values()]
        .filter(({ enabled }) => enabled)
        .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order),
    [families],
  );
}
