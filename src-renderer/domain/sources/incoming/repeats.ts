import { duplicateGroups } from './duplicate-groups';
import type { ProposedSource } from './proposal';

/**
 * Groups articles that came more than once. Documents that are a file of their own and no news are left
 * alone: their bytes have been compared, and they may have millions of characters.
 * In: proposals. Out: groups of two and more that are the same article, each in the order of the list.
 */
export function repeatGroups(sources: readonly ProposedSource[]): readonly (readonly ProposedSource[])[] {
  const inFile = new Map<number, number>();
  for (const { fileId } of sources) inFile.set(fileId, (inFile.get(fileId) ?? 0) + 1);
  const articles = sources.filter(
    ({ fileId, parsed }) => parsed.outlet || parsed.identifier || (inFile.get(fileId) ?? 0) > 1,
  );
  const documents = articles.map(({ about: { title, date }, parsed: { identifier, text } }) => ({
    title,
    date,
    identifier,
    text,
  }));
  return duplicateGroups(documents).map(({ members }) => members.flatMap((index) => articles[index] ?? []));
}

/**
 * In: groups of the same article. Out: the proposals that repeat an earlier one, by id, with the title of that
 * one.
 */
export function repeatsIn(groups: readonly (readonly ProposedSource[])[]): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(([kept, ...others]) => others.map(({ id }) => [id, kept?.about.title ?? ''] as const)),
  );
}
