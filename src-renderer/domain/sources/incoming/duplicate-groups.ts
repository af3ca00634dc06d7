import { fold } from '../../text/fold';

/** What is compared to tell whether two documents are the same article. */
export interface Comparable {
  readonly title: string;
  readonly date: string;
  readonly identifier: string;
  readonly text: string;
}

/** Why documents are taken for one, the surest first. */
export const duplicateReasons = ['identifier', 'same-text', 'similar-text'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export interface DuplicateGroup {
  /** The weakest tie without which the group would fall apart. */
  readonly reason: DuplicateReason;
  /** Two or more positions in the list that was given, ascending. */
  readonly members: readonly number[];
}

/** Letters and digits of a shingle: long enough to be rare in English, short enough for a Chinese brief. */
const SHINGLE = 8;
/**
 * Share of the shorter text's shingles that the longer must hold. Two editions of an agency report share
 * well over this; two reports of one day under one standing headline ("News in brief") hardly any.
 */
const SIMILAR = 0.7;
/** Shorter texts ("We are sorry, but…") are the same without being the same article. */
const FEWEST_CHARACTERS = 100;
/** Of a bucket with more (a headline that stands over every item of a day), a sample of shingles is compared. */
const MOST_SHINGLES = 2_000_000;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Finds documents that came more than once.
 * In: documents in any number. Out: groups, in the order of their first members, and why each is one: the
 * same identifier; the same text of 100 letters and digits or more; or the same date and headline (both
 * known; case, width and punctuation ignored) and a text of which 70 % of the shorter one's runs of eight
 * letters and digits stand in the other. A similar text is compared with the first of each group. Time grows
 * with the length of all texts, not with the number of pairs.
 */
export function duplicateGroups(documents: readonly Comparable[]): DuplicateGroup[] {
  const ties = new Ties(documents.length);
  for (const same of bucketsBy(documents, ({ identifier }) => identifier.trim()))
    ties.tie(same, 'identifier');

  const letters = documents.map(({ text }) => lettersOf(text));
  const long = (_: Comparable, i: number) => {
    const text = letters[i] ?? '';
    return text.length >= FEWEST_CHARACTERS ? text : '';
  };
  for (const same of bucketsBy(documents, long)) ties.tie(same, 'same-text');

  const heading = ({ date, title }: Comparable) => {
    const headline = lettersOf(title);
    return date && headline ? `${date} ${headline}` : '';
  };
  for (const bucket of bucketsBy(documents, heading))
    for (const similar of similarTexts(bucket, letters)) ties.tie(similar, 'similar-text');
  return ties.groups();
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '');

/** Positions of documents with the same key, where there are two or more; an empty key is no key. */
function bucketsBy(
  documents: readonly Comparable[],
  keyOf: (document: Comparable, i: number) => string,
): number[][] {
  const buckets = new Map<string, number[]>();
  documents.forEach((document, i) => {
    const key = keyOf(document, i);
    if (key !== '') pushTo(buckets, key, i);
  });
  return [...buckets.values()].filter(({ length }) => length > 1);
}

/** Parts a bucket into runs of similar texts. Only the first of each is looked up, by its shingles. */
function similarTexts(bucket: readonly number[], letters: readonly string[]): number[][] {
  const all = bucket.reduce((sum, member) => sum + (letters[member]?.length ?? 0), 0);
  const oneIn = Math.ceil((all + 1) / MOST_SHINGLES);
  const groups: { readonly members: number[]; readonly size: number }[] = [];
  const holders = new Map<number, number[]>();
  for (const member of bucket) {
    const shingles = shinglesOf(letters[member] ?? '', oneIn);
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const group of holders.get(shingle) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    const home = [...shared].find(
      ([group, count]) => count >= SIMILAR * Math.min(shingles.size, groups[group]?.size ?? Infinity),
    );
    if (home) {
      groups[home[0]]?.members.push(member);
      continue;
    }
    for (const shingle of shingles) pushTo(holders, shingle, groups.length);
    groups.push({ members: [member], size: shingles.size });
  }
  return groups.map(({ members }) => members);
}

/**
 * Shingles by their hashes, those that `oneIn` divides: the same of every text of a bucket, so that what
 * share of them two texts have in common can be told from the sample. A shorter text than a shingle is one.
 */
function shinglesOf(text: string, oneIn: number): ReadonlySet<number> {
  const shingles = new Set<number>();
  for (let start = 0; start === 0 || start + SHINGLE <= text.length; start++) {
    let hash = FNV_OFFSET;
    const end = Math.min(start + SHINGLE, text.length);
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    if (hash % oneIn === 0) shingles.add(hash);
  }
  return shingles;
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Disjoint sets, each with the weakest reason that was needed to join it. */
class Ties {
  private readonly parents: number[];
  private readonly weakest: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i);
    this.weakest = this.parents.map(() => 0);
  }

  tie([first, ...others]: readonly number[], reason: DuplicateReason): void {
    if (first === undefined) return;
    const rank = duplicateReasons.indexOf(reason);
    for (const other of others) {
      const [a, b] = [this.rootOf(first), this.rootOf(other)];
      if (a === b) continue;
      const weakest = Math.max(rank, this.weakest[a] ?? 0, this.weakest[b] ?? 0);
      this.parents[Math.max(a, b)] = Math.min(a, b);
      this.weakest[Math.min(a, b)] = weakest;
    }
  }

  groups(): DuplicateGroup[] {
    const members = new Map<number, number[]>();
    this.parents.forEach((_, i) => pushTo(members, this.rootOf(i), i));
    return [...members]
      .filter(([, some]) => some.length > 1)
      .map(([root, some]) => ({
        reason: duplicateReasons[this.weakest[root] ?? 0] ?? 'similar-text',
        members: some,
      }));
  }

  private rootOf(i: number): number {
    let root = i;
    for (let parent = this.parents[root]; parent !== undefined && parent !== root;)
      parent = this.parents[(root = parent)];
    this.parents[i] = root;
    return root;
  }
}
