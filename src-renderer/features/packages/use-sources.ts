import { useMemo, useState } from 'react';
import { sourcesInSight } from '../../application/packages';
import { useProjectState, useSession } from '../../application/react/context';
import { chooseSources } from '../../domain/coders/sampling';
import { strata as allStrata, type Stratum } from '../../domain/model/collaboration';
import type { SourceId } from '../../domain/model/ids';

export type Pool = 'all' | 'found' | 'chosen';

/** What a person says of the sources of a package. */
export interface SourceWish {
  readonly pool: Pool;
  readonly isSample: boolean;
  readonly size: string;
  readonly unit: 'number' | 'percent';
  readonly strata: readonly Stratum[];
  readonly seed: string;
}

const wholeNumber = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The sources of a package: what is wished, from where it can be chosen, and which they are. */
export function useSources() {
  const session = useSession();
  const { sources } = useProjectState();
  const [wish, setWish] = useState<SourceWish>(() => ({
    pool: 'all',
    isSample: false,
    size: '20',
    unit: 'percent',
    strata: allStrata,
    seed: String(Number.parseInt(session.stamp.newId().slice(0, 4), 16)),
  }));
  const pools = useMemo(() => {
    const all = [...sources.values()];
    const named = (ids: readonly SourceId[]) => ids.flatMap((id) => sources.get(id) ?? []);
    const sight = sourcesInSight(session);
    return { all, found: named(sight?.found ?? []), chosen: named(sight?.chosen ?? []) };
  }, [sources, session]);
  const chosen = useMemo(() => {
    const { isSample, unit, strata } = wish;
    const sample = { size: wholeNumber(wish.size), unit, seed: wholeNumber(wish.seed) || 0, strata };
    return chooseSources(pools[wish.pool], pools.all.length, isSample ? sample : null);
  }, [pools, wish]);
  const set = (change: Partial<SourceWish>) => setWish((before) => ({ ...before, ...change }));
  return { wish, set, pools, chosen };
}
