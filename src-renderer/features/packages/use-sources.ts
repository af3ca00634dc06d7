import { useMemo, useState } from 'react';
import { sourcesInSight } from '../../application/packages';
import { useProjectState, useSession } from '../../application/react/context';
import { drawSources, sizeOfShare, type DrawFailure, type DrawnStratum } from '../../domain/coders/sampling';
import { strata as allStrata, type Sampling, type Stratum } from '../../domain/model/collaboration';
import type { SourceId } from '../../domain/model/ids';
import type { Refusal } from '../../domain/model/refusal';
import { ok, type Result } from '../../domain/model/result';
import type { Source } from '../../domain/model/source';

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

export interface ChosenSources {
  readonly sourceIds: readonly SourceId[];
  readonly sampling: Sampling;
  readonly strata: readonly DrawnStratum[];
}

const LARGEST_SEED = 2 ** 32 - 1;
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
  const chosen = useMemo(() => choose(pools[wish.pool], pools.all.length, wish), [pools, wish]);
  const set = (change: Partial<SourceWish>) => setWish((before) => ({ ...before, ...change }));
  return { wish, set, pools, chosen };
}

function choose(
  pool: readonly Source[],
  total: number,
  { isSample, size, unit, strata, seed }: SourceWish,
): Result<ChosenSources, Refusal<DrawFailure>> {
  const of = pool.length;
  if (!isSample) {
    const kind = of === total ? 'all' : 'chosen';
    return ok({ sourceIds: pool.map(({ id }) => id), sampling: { kind, of: total }, strata: [] });
  }
  const typed = wholeNumber(size);
  const wanted = unit === 'number' || typed === 0 ? typed : sizeOfShare(typed, of);
  const seeded = Math.min(LARGEST_SEED, wholeNumber(seed) || 0);
  const drawn = drawSources(pool, { size: wanted, seed: seeded, strata });
  if (!drawn.ok) return drawn;
  return ok({ ...drawn.value, sampling: { kind: 'random', of, seed: seeded, strata } });
}
