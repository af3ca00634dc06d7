import type { BibliographicRecord, ParsedSource } from '../../model/import';
import { fold } from '../../text/fold';

/** A source, or one that an import would make, as far as it can be told from others. */
export interface JoinTarget {
  readonly id: string;
  /** Path or name of its file. */
  readonly path: string;
  readonly title: string;
  readonly url: string;
  readonly identifier: string;
}

/** By what a record and a source belong together, surest first. */
export const joinKeys = ['file', 'identifier', 'url', 'title'] as const;
export type JoinKey = (typeof joinKeys)[number];

/** `record` is the place of the record in its list, from 0. */
export interface RecordMatch {
  readonly record: number;
  readonly target: string;
  readonly by: JoinKey;
}

export interface RecordDoubt {
  readonly record: number;
  /** Several that it could belong to, or one that other records claim as well by the same. */
  readonly targets: readonly string[];
  readonly by: JoinKey;
}

export interface RecordJoin {
  readonly matches: readonly RecordMatch[];
  readonly ambiguous: readonly RecordDoubt[];
  readonly unmatched: readonly number[];
}

/**
 * Joins references to the documents that they describe: by the file that a record names (folders count where
 * names alone are not enough, endings only where they are), else by identifier, else by address, else by
 * title without case, width and punctuation.
 * In: records and targets. Out: each record once, in order: matched with one target that no other record
 * claims as surely, in doubt, or without a target. A surer claim wins over a less sure one.
 */
export function joinRecords(
  records: readonly BibliographicRecord[],
  targets: readonly JoinTarget[],
): RecordJoin {
  const index = indexOf(targets);
  const claims = records.map((record, i) => claimOf(record, i, index));
  const strength = new Map<string, { by: number; count: number }>();
  for (const claim of claims) {
    const [target, other] = claim?.targets ?? [];
    if (!claim || target === undefined || other !== undefined) continue;
    const by = joinKeys.indexOf(claim.by);
    const known = strength.get(target);
    if (!known || by < known.by) strength.set(target, { by, count: 1 });
    else if (by === known.by) known.count++;
  }
  const matches: RecordMatch[] = [];
  const ambiguous: RecordDoubt[] = [];
  const unmatched: number[] = [];
  claims.forEach((claim, record) => {
    const [target, other] = claim?.targets ?? [];
    if (!claim || target === undefined) return unmatched.push(record);
    const best = strength.get(target);
    const isSurest = best?.count === 1 && best.by === joinKeys.indexOf(claim.by);
    if (other === undefined && isSurest) return matches.push({ record, target, by: claim.by });
    return ambiguous.push(claim);
  });
  return { matches, ambiguous, unmatched };
}

/** Targets by each key in comparison form. */
type Index = { readonly [key in JoinKey | 'stem']: ReadonlyMap<string, readonly JoinTarget[]> };

function indexOf(targets: readonly JoinTarget[]): Index {
  const by = (key: (target: JoinTarget) => string) => {
    const groups = new Map<string, JoinTarget[]>();
    for (const target of targets) {
      const value = key(target);
      if (value !== '') groups.set(value, [...(groups.get(value) ?? []), target]);
    }
    return groups;
  };
  return {
    file: by(({ path }) => partsOf(path).at(-1) ?? ''),
    stem: by(({ path }) => stemOf(partsOf(path).at(-1) ?? '')),
    identifier: by(({ identifier }) => identifierKey(identifier)),
    url: by(({ url }) => urlKey(url)),
    title: by(({ title }) => titleKey(title)),
  };
}

function claimOf(record: BibliographicRecord, place: number, index: Index): RecordDoubt | undefined {
  const files = record.files.map(partsOf);
  const found: readonly (readonly [JoinKey, readonly JoinTarget[]])[] = [
    ['file', files.flatMap((file) => nearest(file, index.file.get(file.at(-1) ?? '') ?? []))],
    ['file', files.flatMap((file) => nearest(file, index.stem.get(stemOf(file.at(-1) ?? '')) ?? []))],
    ['identifier', index.identifier.get(identifierKey(record.identifier)) ?? []],
    ['url', index.url.get(urlKey(record.url)) ?? []],
    ['title', index.title.get(titleKey(record.title)) ?? []],
  ];
  const claim = found.find(([, targets]) => targets.length > 0);
  return claim && { record: place, targets: [...new Set(claim[1].map(({ id }) => id))], by: claim[0] };
}

/** Of files of one name, those that share most folders with the path. */
function nearest(file: readonly string[], targets: readonly JoinTarget[]): readonly JoinTarget[] {
  const shared = targets.map(({ path }) => sharedFolders(file, partsOf(path)));
  const most = Math.max(0, ...shared);
  return targets.filter((_, i) => shared[i] === most);
}

function sharedFolders(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count + 2 <= Math.min(a.length, b.length) && a.at(-2 - count) === b.at(-2 - count)) count++;
  return count;
}

const partsOf = (path: string): string[] => fold(path).split(/[/\\]/).filter(Boolean);
const stemOf = (name: string): string => name.replace(/(?<=.)\.[a-z\d]{1,8}$/, '');
const identifierKey = (identifier: string): string =>
  fold(identifier)
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '');
const urlKey = (url: string): string =>
  url
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
const titleKey = (title: string): string => fold(title).replace(/[^\p{Letter}\p{Number}]+/gu, '');

/**
 * What a record adds to a source.
 * In: a parsed source and the record that describes it. Out: the source under the record's title, with what
 * it does not say itself taken from the record, and the record's fields after its own.
 */
export const withRecord = (parsed: ParsedSource, record: BibliographicRecord): ParsedSource => ({
  ...parsed,
  title: record.title || parsed.title,
  date: parsed.date.length >= record.date.length ? parsed.date : record.date,
  author: parsed.author || record.author,
  outlet: parsed.outlet || record.outlet,
  url: parsed.url || record.url,
  identifier: parsed.identifier || record.identifier,
  language: parsed.language || record.language,
  fields: [...parsed.fields, ...record.fields],
});
