import { ancestorsOf, codesInOrder } from '../../codebook/tree';
import type { Code } from '../../model/codebook';
import { stableGuid } from '../../model/guid';
import { labelIn } from '../../model/language';
import type { ProjectState, TableName } from '../../model/project';
import { fold } from '../../text/fold';
import type { ProjectContent } from '../project-content';

/** For each table: what the ids of the second project are in the united one, where they differ. */
export type IdMap = { readonly [T in TableName]: ReadonlyMap<string, string> };

/** In: a map of ids, a table, an id of the second project. Out: its id in the united one. */
export const mapped = (ids: Pick<IdMap, TableName>, table: TableName, id: string): string =>
  ids[table].get(id) ?? id;

/**
 * Finds in the first project what the second has under other ids.
 * In: both. Out: the ids. Coders are one by id, else by name; families by id, else by key; codes by id, else
 * by key, else by family and path of labels; variables by id, else by name and type; cases by id, else by
 * country; sources by id, else by hash of the file, else by text — and only where their texts are the same,
 * since positions count in them: a source of known id and another text becomes a source of its own.
 * All else is found by id alone, equal segments later.
 */
export function matchIds(first: ProjectContent, second: ProjectContent): IdMap {
  const [a, b] = [first.state, second.state];
  const families = matchBy(a.families, b.families, ({ key }) => key);
  return {
    project: matchBy(a.project, b.project, () => 'the only one'),
    coders: matchBy(a.coders, b.coders, ({ name }) => fold(name.trim())),
    families,
    codes: matchCodes(a, b, families),
    variables: matchBy(a.variables, b.variables, ({ name, type }) => `${type} ${fold(name)}`),
    cases: matchBy(a.cases, b.cases, ({ country }) => country),
    sources: matchSources(first, second),
    segments: new Map(),
    memos: new Map(),
    carried: new Map(),
    imports: new Map(),
    progress: new Map(),
    packages: new Map(),
    decisions: new Map(),
    views: new Map(),
  };
}

/** Each row of the first is found at most once, and by its id before all else. */
function matchBy<Row extends { readonly id: string }>(
  first: ReadonlyMap<string, Row>,
  second: ReadonlyMap<string, Row>,
  trait: (row: Row) => string,
): Map<string, string> {
  const byTrait = new Map<string, string>();
  for (const row of first.values()) {
    const key = trait(row);
    if (key !== '' && !second.has(row.id) && !byTrait.has(key)) byTrait.set(key, row.id);
  }
  const found = new Map<string, string>();
  for (const row of second.values()) {
    if (first.has(row.id)) continue;
    const key = trait(row);
    const own = byTrait.get(key);
    if (own === undefined) continue;
    found.set(row.id, own);
    byTrait.delete(key);
  }
  return found;
}

function matchCodes(a: ProjectState, b: ProjectState, families: ReadonlyMap<string, string>) {
  const byKey = new Map<string, string>();
  const byPath = new Map<string, string>();
  const path = (state: ProjectState, code: Code, familyId: string) =>
    JSON.stringify([
      familyId,
      ...[...ancestorsOf(state, code.id), code].map(({ labels }) => fold(labelIn(labels, 'en'))),
    ]);
  for (const code of codesInOrder(a)) {
    if (b.codes.has(code.id)) continue;
    if (code.key !== '' && !byKey.has(code.key)) byKey.set(code.key, code.id);
    const at = path(a, code, code.familyId);
    if (!byPath.has(at)) byPath.set(at, code.id);
  }
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const take = (code: Code, own: string | undefined) => {
    if (own === undefined || taken.has(own) || found.has(code.id)) return;
    found.set(code.id, own);
    taken.add(own);
  };
  const strangers = codesInOrder(b).filter(({ id }) => !a.codes.has(id));
  for (const code of strangers) take(code, byKey.get(code.key));
  for (const code of strangers)
    take(code, byPath.get(path(b, code, families.get(code.familyId) ?? code.familyId)));
  return found;
}

function matchSources(first: ProjectContent, second: ProjectContent): Map<string, string> {
  const text = (content: ProjectContent, id: string) => content.texts.get(id)?.text ?? '';
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const strangers: string[] = [];
  for (const id of second.state.sources.keys()) {
    if (!first.state.sources.has(id)) strangers.push(id);
    else if (text(first, id) === text(second, id)) taken.add(id);
    else found.set(id, stableGuid('merged source', id, text(second, id)));
  }
  const byHash = new Map<string, string[]>();
  const byText = new Map<string, string[]>();
  for (const { id, hash } of first.state.sources.values()) {
    if (taken.has(id)) continue;
    push(byHash, hash, id);
    if (text(first, id) !== '') push(byText, text(first, id), id);
  }
  for (const traits of ['hash', 'text'] as const) {
    for (const id of strangers) {
      if (found.has(id)) continue;
      const hash = second.state.sources.get(id)?.hash ?? '';
      const candidates = traits === 'hash' ? byHash.get(hash) : byText.get(text(second, id));
      const own = candidates?.find((each) => !taken.has(each) && text(first, each) === text(second, id));
      if (own === undefined) continue;
      found.set(id, own);
      taken.add(own);
    }
  }
  return found;
}

function push(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
