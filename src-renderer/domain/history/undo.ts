import type { ChangeSetHeader } from '../model/change';

/** What can be undone and redone, last gesture last. */
export interface UndoStacks {
  readonly undoable: readonly ChangeSetHeader[];
  readonly redoable: readonly ChangeSetHeader[];
}

export const emptyStacks: UndoStacks = { undoable: [], redoable: [] };

/**
 * Advances the stacks by one entry of the log.
 * In: the stacks and the next header. Out: the stacks after it. A new gesture empties the redo stack.
 */
export function advance(stacks: UndoStacks, entry: ChangeSetHeader): UndoStacks {
  if (entry.kind === 'origin') return stacks;
  if (entry.kind === 'do') return { undoable: [...stacks.undoable, entry], redoable: [] };
  const from = entry.kind === 'undo' ? stacks.undoable : stacks.redoable;
  const moved = from.find((header) => header.id === entry.target);
  if (!moved) return stacks;
  const rest = from.filter((header) => header !== moved);
  return entry.kind === 'undo'
    ? { undoable: rest, redoable: [...stacks.redoable, moved] }
    : { undoable: [...stacks.undoable, moved], redoable: rest };
}

/**
 * Rebuilds the stacks from the log, so that undo survives a restart.
 * In: headers in the order they were committed. Out: the stacks after the last one.
 */
export function stacksFromLog(log: readonly ChangeSetHeader[]): UndoStacks {
  const undoable: ChangeSetHeader[] = [];
  let redoable: ChangeSetHeader[] = [];
  for (const entry of log) {
    if (entry.kind === 'origin') continue;
    if (entry.kind === 'do') {
      undoable.push(entry);
      redoable = [];
      continue;
    }
    const [from, to] = entry.kind === 'undo' ? [undoable, redoable] : [redoable, undoable];
    // Mostly the last; not where a write between failed and later ones went through.
    const index = from.findLastIndex(({ id }) => id === entry.target);
    if (index >= 0) to.push(...from.splice(index, 1));
  }
  return { undoable, redoable };
}
