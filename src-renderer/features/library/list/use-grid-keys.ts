import type { KeyboardEvent } from 'react';
import { useLibraryStore } from '../library-store';
import type { ListLine } from './arrange';
import { choose, chooseAll, chooseNone, extend, moveTo, toggle } from './selection';

export interface GridKeysInput {
  readonly lines: readonly ListLine[];
  readonly activeIndex: number;
  readonly pageSize: () => number;
  /** The focus goes to this line. */
  readonly onMove: (index: number) => void;
  readonly onOpen: (sourceId: string) => void;
  readonly onRemove: () => void;
}

/**
 * The keys of the list. Arrows choose as they move; with Shift they extend, with Ctrl or ⌘ they only
 * move, and Space adds or takes away.
 */
export function useGridKeys({ lines, activeIndex, pageSize, onMove, onOpen, onRemove }: GridKeysInput) {
  const store = useLibraryStore();

  const move = (index: number, event: KeyboardEvent) => {
    const line = lines[index];
    if (!line) return;
    store.setState(({ selection }) => ({
      selection: event.shiftKey
        ? extend(selection, lines, line)
        : event.ctrlKey || event.metaKey
          ? moveTo(selection, line)
          : choose(line),
    }));
    onMove(index);
  };

  return (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey;
    const last = lines.length - 1;
    const line = lines[activeIndex];
    const targets: Record<string, number> = {
      ArrowDown: Math.min(last, activeIndex + 1),
      ArrowUp: Math.max(0, activeIndex - 1),
      PageDown: Math.min(last, activeIndex + pageSize()),
      PageUp: Math.max(0, activeIndex - pageSize()),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.altKey) return;
    if (target !== undefined) move(target, event);
    else if (event.key === ' ' && line) {
      store.setState(({ selection }) => ({ selection: toggle(selection, line) }));
    } else if (event.key.toLowerCase() === 'a' && mod && !event.shiftKey) {
      store.setState(({ selection }) => ({ selection: chooseAll(selection, lines) }));
    } else if (event.key === 'Escape') {
      store.setState(({ selection }) => ({ selection: chooseNone(selection) }));
    } else if (event.key === 'Enter' && !mod && line?.kind === 'source') onOpen(line.source.id);
    else if (event.key === 'Delete' || (event.key === 'Backspace' && mod)) onRemove();
    else return;
    event.preventDefault();
  };
}
