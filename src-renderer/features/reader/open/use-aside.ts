import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../../../application/react/context';
import type { TextRange } from '../../../domain/text/range';
import { isAside } from '../engine/document/piece-element';
import type { OpenSource } from './open-source';
import { memoryOf } from './reader-store';

export interface Aside {
  readonly isShown: boolean;
  /** String that says what `toggle` does now. */
  readonly label: 'showAside' | 'hideAside';
  readonly toggle: () => void;
}

/**
 * The switch for what stands beside the text: running heads, page numbers, hidden text. Null for a source
 * that has nothing of the kind. What is found or selected there is never out of sight.
 */
export function useAside(open: Pick<OpenSource, 'reader' | 'find'> | null): Aside | null {
  const { look } = memoryOf(useSession());
  const isShown = useStore(look, ({ hasAside }) => hasAside);
  const view = open?.reader.view;
  const asides = useMemo(() => view?.blocks.filter(({ kind }) => isAside(kind)) ?? [], [view]);

  useLayoutEffect(() => view?.fold(!isShown), [view, isShown]);
  useEffect(() => {
    if (!open || isShown || asides.length === 0) return;
    const { reader, find } = open;
    const isWithin = ({ start, end }: TextRange) =>
      asides.some((block) => start >= block.start && end <= block.end);
    const unfold = () => {
      const { hits, current } = find.state;
      const sought = [reader.range ?? [], reader.selectedSegments, hits[current] ?? []].flat();
      if (sought.some(isWithin)) look.setState({ hasAside: true });
    };
    const stops = [reader.subscribe(unfold), find.subscribe(unfold)];
    return () => stops.forEach((stop) => stop());
  }, [open, isShown, asides, look]);

  return useMemo(
    () =>
      asides.length === 0
        ? null
        : {
            isShown,
            label: isShown ? 'hideAside' : 'showAside',
            toggle: () => look.setState({ hasAside: !isShown }),
          },
    [asides, isShown, look],
  );
}
