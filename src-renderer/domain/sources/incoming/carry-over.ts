import { aboutParsed, type SourceAbout } from '../add-sources';
import type { ProposedSource } from './proposal';

/**
 * What a person said of the sources of a file, on the same ones after another reading.
 * In: the proposals of the file as it is read now, and as they stood before. Out: the former; one that was
 * there before is included or not as it was, and what was said of it stands, emptied fields as well. What
 * the file itself said before gives way to what it says now. The same are those of the same text, then of
 * the same identifier, and where there are as many as before, those in the same place.
 */
export function carriedOver(
  now: readonly ProposedSource[],
  earlier: readonly ProposedSource[],
): readonly ProposedSource[] {
  const pairs = samePairs(now, earlier);
  return now.map((each) => {
    const before = pairs.get(each);
    if (!before) return each;
    const { fields, isIncluded } = before;
    return { ...each, about: { ...each.about, ...saidOf(before) }, fields, isIncluded };
  });
}

/** What is not as the file has it. */
function saidOf({ about, parsed, fileName }: ProposedSource): Partial<SourceAbout> {
  const found = Object.entries(aboutParsed(parsed, fileName));
  const before = new Map<string, string>(found);
  return Object.fromEntries(Object.entries(about).filter(([field, value]) => value !== before.get(field)));
}

function samePairs(
  now: readonly ProposedSource[],
  earlier: readonly ProposedSource[],
): ReadonlyMap<ProposedSource, ProposedSource> {
  const pairs = new Map<ProposedSource, ProposedSource>();
  const taken = new Set<ProposedSource>();
  const pair = (each: ProposedSource, before: ProposedSource | undefined) => {
    if (!before || taken.has(before) || pairs.has(each)) return;
    pairs.set(each, before);
    taken.add(before);
  };
  for (const keyOf of [textOf, identifierOf]) {
    const left = new Map<string, ProposedSource[]>();
    for (const before of earlier) {
      const key = keyOf(before);
      if (key !== '' && !taken.has(before)) left.set(key, [...(left.get(key) ?? []), before]);
    }
    for (const each of now) if (!pairs.has(each)) pair(each, left.get(keyOf(each))?.shift());
  }
  if (now.length === earlier.length) now.forEach((each, i) => pair(each, earlier[i]));
  return pairs;
}

const textOf = ({ parsed }: ProposedSource): string => parsed.text;
const identifierOf = ({ parsed }: ProposedSource): string => parsed.identifier;
