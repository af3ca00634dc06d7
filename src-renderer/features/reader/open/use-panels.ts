import { useMemo, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../../../application/react/context';
import { useHasRoom } from '../../../ui';
import { memoryOf } from './reader-store';

/** CSS pixels: 28 ems of text with its gutter and the narrowest margin, and the panels of reader.module.css. */
const TEXT = 596;
const SOURCES = 248;
const INSPECTOR = 284;

type PanelName = 'sources' | 'inspector';

export interface Panel {
  /** Beside the text, over it because there is no room beside it, or not shown. */
  readonly place: 'beside' | 'over' | 'away';
  /** String that says what `toggle` does now. */
  readonly label: string;
  readonly toggle: () => void;
  readonly show: () => void;
}

export interface Panels extends Record<PanelName, Panel> {
  readonly closeOver: () => void;
}

const names = {
  sources: { wish: 'hasSources', show: 'showSources', hide: 'hideSources' },
  inspector: { wish: 'hasInspector', show: 'showInspector', hide: 'hideInspector' },
} as const;

/**
 * Where the panels are in a reader. What was wished for a wide window stays beside the text as long as the
 * text keeps a readable width; else a panel opens over the text, one at a time, and only when it is asked for.
 */
export function usePanels(box: RefObject<HTMLElement | null>): Panels {
  const { look } = memoryOf(useSession());
  const { hasSources, hasInspector } = useStore(look);
  const [over, setOver] = useState<PanelName | null>(null);
  const sourcesFit = useHasRoom(box, TEXT + INSPECTOR + SOURCES);
  const inspectorFits = useHasRoom(box, TEXT + INSPECTOR);

  return useMemo(() => {
    const panel = (name: PanelName, isWished: boolean, fits: boolean): Panel => {
      const { wish, show, hide } = names[name];
      const isOver = !fits && over === name;
      const isShown = fits ? isWished : isOver;
      const set = (next: boolean) => {
        if (fits) look.setState({ [wish]: next });
        else setOver(next ? name : null);
      };
      return {
        place: isOver ? 'over' : isShown ? 'beside' : 'away',
        label: isShown ? hide : show,
        toggle: () => set(!isShown),
        show: () => set(true),
      };
    };
    return {
      sources: panel('sources', hasSources, sourcesFit),
      inspector: panel('inspector', hasInspector, inspectorFits),
      closeOver: () => setOver(null),
    };
  }, [look, hasSources, hasInspector, over, sourcesFit, inspectorFits]);
}
