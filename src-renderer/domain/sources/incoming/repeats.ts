import { duplicateGroups } from './duplicate-groups';
import type { ProposedSource } from './proposal';

/**
 * Finds articles that came more than once. Documents that are a file of their own and no news are left
 * alone: their bytes have been compared, and they may have millions of characters.
 * In: proposals. Out: those that repeat an earlier one, by id, with the title of that one.
 */
export function repeatsOf(sources: readonly ProposedSource[]): ReadonlyMap<string, string> {
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
  const repeats = new Map<string, string>();
  for (const { members } of duplicateGroups(documents)) {
    const [kept, ...others] = members.flatMap((index) => articles[index] ?? []);
    for (const { id } of others) repeats.set(id, kept?.about.title ?? '');
  }
  return repeats;
}
