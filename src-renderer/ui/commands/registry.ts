import { matchesKeys, typesCharacter } from './keys';

export const commandSections = ['file', 'edit', 'code', 'go', 'view', 'help'] as const;
export type CommandSection = (typeof commandSections)[number];

/** Something the person can do, by menu, palette or key. */
export interface Command {
  readonly id: string;
  readonly section: CommandSection;
  readonly label: string;
  /** Combinations that run it; the first is shown. */
  readonly keys?: readonly string[];
  readonly enabled?: boolean;
  /** Left out of menu and palette: a key only. */
  readonly hidden?: boolean;
  readonly run: () => void;
}

let groups: readonly (readonly Command[])[] = [];
let snapshot: readonly Command[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly (readonly Command[])[]) {
  groups = next;
  snapshot = groups.flat();
  for (const listener of listeners) listener();
}

/** Adds commands while a part of the window is there. Out: a function that removes them. */
export function registerCommands(commands: readonly Command[]): () => void {
  publish([...groups, commands]);
  return () => publish(groups.filter((group) => group !== commands));
}

export const currentCommands = (): readonly Command[] => snapshot;

export function subscribeCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs a command by id, if it is there and enabled. */
export function runCommand(id: string): void {
  const command = snapshot.findLast((candidate) => candidate.id === id);
  if (command && command.enabled !== false) command.run();
}

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));

const hasOwnUndo = (target: EventTarget | null) =>
  isEditable(target) && !(target instanceof Element && target.matches('[data-untyped]'));

const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;

/**
 * Finds and runs the command for a key event; what was registered last wins. Keys being composed
 * (Japanese, Korean, Chinese input) are never commands; keys that type stay with fields and overlays.
 */
export function dispatchKey(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const command = snapshot.findLast(
    (candidate) =>
      candidate.enabled !== false &&
      candidate.keys?.some(
        (keys) =>
          matchesKeys(event, keys) &&
          !(typesCharacter(keys) && (isEditable(event.target) || isInOverlay(event.target))),
      ),
  );
  if (!command) return;
  // Text fields have an undo of their own, as long as they hold something that was typed and not taken.
  if (hasOwnUndo(event.target) && (command.id === 'edit.undo' || command.id === 'edit.redo')) return;
  event.preventDefault();
  command.run();
}
