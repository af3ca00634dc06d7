import { fold } from '../../text/fold';
import type { Comparison, IdMap } from './comparison';
import { matchCoders } from './match-coders';
import { matchCodes } from './match-codes';
import { matchSources } from './match-sources';

export interface Matched {
  readonly ids: IdMap;
  /** Their codes that are not taken, with what only stands above them. */
  readonly leftCodes: ReadonlySet<string>;
  /** Their codes that were declared to be one of ours: what they say of it is not compared. */
  readonly declaredCodes: ReadonlySet<string>;
  /** Their sources whose segments go onto a text of ours that differs. */
  readonly movedSources: ReadonlyMap<string, string>;
}

/**
 * Finds in the project what a file has under other ids, and asks where that is not sure.
 * In: both. Out: the ids. Families are one by id, else by key; variables by id, else by name and type; cases by
 * id, else by country; coders, codes and sources as their own functions say. All else is found by id alone,
 * equal segments, progress and decisions later.
 */
export function matchIds(comparison: Comparison): Matched {
  const { base, file } = comparison;
  const [a, b] = [base.state, file.content.state];
  const families = matchBy(a.families, b.families, ({ key }) => key);
  const codes = matchCodes(comparison, families);
  const sources = matchSources(comparison);
  return {
    leftCodes: codes.left,
    declaredCodes: codes.declared,
    movedSources: sources.moved,
    ids: {
      project: matchBy(a.project, b.project, () => 'the only one'),
      coders: matchCoders(comparison),
      families,
      codes: codes.found,
      variables: matchBy(a.variables, b.variables, ({ name, type }) => `${type} ${fold(name)}`),
      cases: matchBy(a.cases, b.cases, ({ country }) => country),
      sources: sources.found,
      segments: new Map(),
      memos: new Map(),
      carried: new Map(),
      imports: new Map(),
      progress: new Map(),
      packages: new Map(),
      decisions: new Map(),
      views: new Map(),
    },
  };
}

/** Each row of the project is found at most once, and by its id before all else. */
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
