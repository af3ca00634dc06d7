import type { Source } from '../../../domain/model/source';
import { fold } from '../../../domain/text/fold';

export interface SourceGroup {
  /** ISO 3166-1 code or name of a region; '' for sources without one. */
  readonly country: string;
  readonly sources: readonly Source[];
}

/**
 * Sources by country, both in alphabetical order, those without a country last.
 * In: sources and words that title, country or issuing actor must hold (case and width do not matter).
 */
export function sourcesByCountry(sources: readonly Source[], query: string): readonly SourceGroup[] {
  const words = fold(query).split(' ').filter(Boolean);
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const text = fold(`${source.title} ${source.country} ${source.actor}`);
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(source.country);
    if (group) group.push(source);
    else groups.set(source.country, [source]);
  }
  return [...groups]
    .map(([country, list]) => ({ country, sources: list.sort(byTitle) }))
    .sort((a, b) => Number(a.country === '') - Number(b.country === '') || (a.country < b.country ? -1 : 1));
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byTitle = (a: Source, b: Source): number =>
  collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
