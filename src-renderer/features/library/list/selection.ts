import type { SourceId } from '../../../domain/model/ids';

/** Which sources are chosen, which line of the list has the focus, and where a range starts. */
export interface Selection {
  readonly ids: ReadonlySet<SourceId>;
  /** Key of the line that has the focus: a source's id or a group's key. */
  readonly active: string | null;
  readonly anchor: string | null;
}

export const noSelection: Selection = { ids: new Set(), active: null, anchor: null };

/** A line of the list as selecting sees it: its key and the sources it stands for. */
export interface Line {
  readonly key: string;
  readonly ids: readonly SourceId[];
}

/** Chooses one line alone. */
export function choose(line: Line): Selection {
  return { ids: new Set(line.ids), active: line.key, anchor: line.key };
}

/** Adds a line, or takes it away when all of it was chosen. */
export function toggle(selection: Selection, line: Line): Selection {
  const ids = new Set(selection.ids);
  const isChosen = line.ids.every((id) => ids.has(id));
  for (const id of line.ids)
    if (isChosen) ids.delete(id);
    else ids.add(id);
  return { ids, active: line.key, anchor: line.key };
}

/** Chooses everything from the anchor to a line. */
export function extend(selection: Selection, lines: readonly Line[], line: Line): Selection {
  const to = lines.findIndex(({ key }) => key === line.key);
  const from = lines.findIndex(({ key }) => key === (selection.anchor ?? selection.active));
  if (from < 0 || to < 0) return choose(line);
  const range = lines.slice(Math.min(from, to), Math.max(from, to) + 1);
  const ids = range.filter(({ key, ids: [only] }) => key === only).flatMap((source) => source.ids);
  return { ids: new Set(ids), active: line.key, anchor: lines[from]?.key ?? null };
}

/** Moves the focus without choosing. */
export const moveTo = (selection: Selection, line: Line): Selection => ({ ...selection, active: line.key });

export const chooseAll = (selection: Selection, lines: readonly Line[]): Selection => ({
  ...selection,
  ids: new Set(lines.flatMap(({ ids }) => ids)),
});

export const chooseNone = (selection: Selection): Selection => ({
  ...selection,
  ids: new Set(),
  anchor: selection.active,
});
