import type { Code } from '../../../model/codebook';
import type { CodeId } from '../../../model/ids';
import { labelLanguages } from '../../../model/language';
import type { ProjectState } from '../../../model/project';
import { fold } from '../../../text/fold';
import type { Clashes, Placing } from './clashes';

/**
 * The codes as they would be. `rows` holds all codes of the project and the new ones; each function below
 * changes those that cannot stand as the file wants them.
 */
export interface Settling {
  readonly state: ProjectState;
  readonly rows: Map<CodeId, Code>;
  readonly placings: readonly Placing[];
  readonly clashes: Clashes;
}

/** Codes that segments have stay codable. */
export function settleFolders({ state, rows, placings, clashes }: Settling): void {
  const used = new Set<CodeId>();
  for (const { tags } of state.segments.values()) for (const tag of tags) used.add(tag);
  for (const { theirs, mine, id } of placings) {
    const row = rows.get(id);
    if (!mine?.codable || !row || row.codable || !used.has(id)) continue;
    clashes.resolve({ kind: 'folder-in-use', theirs, mine, options: ['mine'] });
    rows.set(id, { ...row, codable: true });
  }
}

/** No code stands below itself: one that would stays where it is. */
export function settleCycles({ rows, placings, clashes }: Settling): void {
  const moved = placings.filter(({ id, mine }) => mine && rows.get(id)?.parentId !== mine.parentId);
  for (;;) {
    const caught = moved.find(({ id, mine }) => {
      const row = rows.get(id);
      return row && mine && row.parentId !== mine.parentId && isBelowItself(rows, id);
    });
    const row = caught && rows.get(caught.id);
    if (!caught?.mine || !row) return;
    const { familyId, parentId, order } = caught.mine;
    clashes.resolve({ kind: 'cycle', theirs: caught.theirs, mine: caught.mine, options: ['mine'] });
    rows.set(caught.id, { ...row, familyId, parentId, order });
  }
}

function isBelowItself(rows: ReadonlyMap<CodeId, Code>, id: CodeId): boolean {
  const seen = new Set<CodeId>();
  for (let above = rows.get(id)?.parentId ?? null; above !== null && !seen.has(above);) {
    if (above === id) return true;
    seen.add(above);
    above = rows.get(above)?.parentId ?? null;
  }
  return false;
}

/** Everything below a code is of its family. */
export function settleFamilies({ rows }: Settling): void {
  const below = new Map<CodeId, CodeId[]>();
  const next: CodeId[] = [];
  for (const { id, parentId } of rows.values()) {
    if (parentId === null) next.push(id);
    else append(below, parentId, id);
  }
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const above = rows.get(id);
    for (const child of below.get(id) ?? []) {
      const row = rows.get(child);
      if (above && row && row.familyId !== above.familyId) {
        rows.set(child, { ...row, familyId: above.familyId });
      }
      next.push(child);
    }
  }
}

/** Keys are there once: one that another code has stays with it, or goes over if the person says so. */
export function settleKeys(field: 'key' | 'shortcut', { rows, placings, clashes }: Settling): void {
  const owners = new Map<string, CodeId[]>();
  for (const row of rows.values()) if (row[field]) append(owners, fold(row[field]), row.id);
  const give = (row: Code, key: string) => {
    const rest = owners.get(fold(row[field]))?.filter((id) => id !== row.id) ?? [];
    owners.set(fold(row[field]), rest);
    if (key) append(owners, fold(key), row.id);
    rows.set(row.id, { ...row, [field]: key });
  };
  // A matched code can fall back on a key that another took meanwhile; new codes have none to fall back on.
  // The last come first, so that of new codes with one key the first keeps it.
  const inOrder = [
    ...placings.filter(({ mine }) => mine),
    ...placings.filter(({ mine }) => !mine).toReversed(),
  ];
  for (let settled = false; !settled;) {
    settled = true;
    for (const { theirs, mine, id } of inOrder) {
      const row = rows.get(id);
      if (!row?.[field] || row[field] === mine?.[field]) continue;
      const otherId = owners.get(fold(row[field]))?.find((each) => each !== id);
      const other = otherId === undefined ? undefined : rows.get(otherId);
      if (!other) continue;
      settled = false;
      const chosen = clashes.resolve({
        kind: `${field}-taken`,
        theirs,
        mine: other,
        options: ['mine', 'theirs'],
      });
      if (chosen === 'theirs') give(other, '');
      else give(row, mine?.[field] ?? '');
    }
  }
}

/** Codes beside each other have different names, unless all of them are the file's. */
export function settleNames({ rows, placings, clashes }: Settling): void {
  const places = new Map<string, CodeId[]>();
  for (const row of rows.values()) for (const place of namePlaces(row)) append(places, place, row.id);
  const ofFile = new Set(placings.map(({ id }) => id));
  for (const { theirs, mine, id } of placings) {
    const row = rows.get(id);
    if (!row || row === mine) continue;
    const before = new Set(mine ? namePlaces(mine) : []);
    const otherId = namePlaces(row)
      .filter((place) => !before.has(place))
      .flatMap((place) => places.get(place) ?? [])
      .find((each) => each !== id && !ofFile.has(each));
    if (otherId === undefined) continue;
    const chosen = clashes.resolve({
      kind: 'name-taken',
      theirs,
      mine: rows.get(otherId),
      options: mine ? ['mine', 'new', 'theirs'] : ['new', 'theirs'],
    });
    if (chosen === 'mine' && mine) rows.set(id, { ...row, labels: mine.labels });
    if (chosen === 'new') rows.set(id, numbered(row, places));
  }
}

/** A code whose labels have a number where they are taken. */
function numbered(row: Code, places: ReadonlyMap<string, readonly CodeId[]>): Code {
  const taken = (label: string) => {
    const ids = labelLanguages.flatMap((language) => places.get(namePlace(row, language, label)) ?? []);
    return ids.some((id) => id !== row.id);
  };
  const labels = Object.entries(row.labels).map(([language, label]) => {
    let name = label;
    for (let number = 2; taken(name); number++) name = `${label} ${number}`;
    return [language, name] as const;
  });
  return { ...row, labels: Object.fromEntries(labels) };
}

const namePlace = (row: Code, language: string, label: string): string =>
  `${row.parentId ?? row.familyId}\u0000${language}\u0000${fold(label.trim())}`;

const namePlaces = (row: Code): readonly string[] =>
  Object.entries(row.labels)
    .filter(([, label]) => label.trim())
    .map(([language, label]) => namePlace(row, language, label));

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
