import { useMemo } from 'react';
import { useNavigation, usePlace, useProjectState } from '../../../application/react/context';
import { personsOf } from '../../../domain/agreement/settle/agreed-layer';
import type { CoderPair, Difference } from '../../../domain/agreement/settle/difference';
import { differencesOf } from '../../../domain/agreement/settle/differences';
import type { DifferenceQuery } from '../../../domain/agreement/settle/query';
import { comparedCodes, queryDifferences } from '../../../domain/agreement/settle/query-differences';
import { standingOf } from '../../../domain/agreement/settle/standing';

/** Everything the view shows follows from the project and the query that the place holds. */
export function useSettle() {
  const state = useProjectState();
  const navigation = useNavigation();
  const place = usePlace();
  const query: DifferenceQuery = useMemo(
    () => (place.view === 'compare' && place.differences) || {},
    [place],
  );
  const persons = personsOf(state);
  const [one, two] = persons;
  const [a, b] = query.coders ?? [one?.id ?? '', two?.id ?? ''];
  const coders: CoderPair = useMemo(() => [a, b], [a, b]);
  const { familyId } = query;
  const compared = useMemo(
    () => comparedCodes(state, familyId === undefined ? {} : { familyId }),
    [state, familyId],
  );
  const all = useMemo(
    () => differencesOf(state, { coders, ...(compared && { codes: compared }) }),
    [state, coders, compared],
  );
  const listed = useMemo(() => queryDifferences(state, all, query), [state, all, query]);
  const disagreements = all.filter(({ kind }) => kind !== 'agreed');
  const settled = disagreements.filter((each) => standingOf(state, each) === 'settled').length;
  // One that has just been settled stays in sight even where the list asks for open ones.
  const current = all.find(({ id }) => id === query.current) ?? listed[0];

  /** Replaces parts of the query; undefined takes a part away. */
  const ask = (patch: { readonly [K in keyof DifferenceQuery]?: DifferenceQuery[K] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...query, ...patch }).filter(([, value]) => value !== undefined),
    );
    navigation.replace({ view: 'compare', comparison: 'settle', differences: next });
  };
  const look = (difference: Difference | undefined) => ask({ current: difference?.id });
  const step = (by: 1 | -1): Difference | undefined => {
    const at = listed.findIndex(({ id }) => id === current?.id);
    return listed[at < 0 ? 0 : at + by];
  };
  return {
    state,
    persons,
    coders,
    query,
    compared,
    all,
    listed,
    current,
    ask,
    look,
    step,
    progress: { settled, total: disagreements.length },
  };
}

export type Settling = ReturnType<typeof useSettle>;
