import { stableGuid } from '../../model/guid';
import type { CodedSegment } from '../../model/segment';
import type { Source } from '../../model/source';
import { findAnchor } from '../../text/anchors';
import { fold } from '../../text/fold';
import type { Comparison } from './comparison';
import type { IncomingFile, MergeBase } from './types';

interface MatchedSources {
  readonly found: ReadonlyMap<string, string>;
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Which texts of the project tell whether a source of a file is one of its own.
 * In: the project's rows, the files. Out: sources of theirs by id, hash, length or title; no others need be read.
 */
export function textsNeeded(
  state: MergeBase['state'],
  incoming: readonly IncomingFile[],
): ReadonlySet<string> {
  const theirs = incoming.flatMap(({ content }) => [...content.state.sources.values()]);
  const ids = new Set(theirs.map(({ id }) => id));
  const hashes = new Set(theirs.map(({ hash }) => hash));
  const lengths = new Set(theirs.map(({ length }) => length));
  const titles = new Set(theirs.map(titleOf));
  const needed = [...state.sources.values()].filter(
    (source) =>
      ids.has(source.id) ||
      hashes.has(source.hash) ||
      lengths.has(source.length) ||
      titles.has(titleOf(source)),
  );
  return new Set(needed.map(({ id }) => id));
}

const titleOf = ({ title }: Source): string => fold(title.trim());

/**
 * Sources are one by id, else by hash of the file, else by text, and only where their texts are the same, since
 * positions count in them. A source of known id or title and another text is asked about: it becomes a source of
 * its own, or its segments go onto our text.
 */
export function matchSources(comparison: Comparison): MatchedSources {
  const { base, file, index, asking } = comparison;
  const [a, b] = [base.state.sources, file.content.state.sources];
  const ourText = (id: string) => base.texts.get(id)?.text ?? '';
  const theirText = (id: string) => file.content.texts.get(id)?.text ?? '';
  const found = new Map<string, string>();
  const moved = new Map<string, string>();
  const taken = new Set<string>();
  const strangers: Source[] = [];
  const edited: Source[] = [];
  for (const source of b.values()) {
    if (!a.has(source.id)) strangers.push(source);
    else if (ourText(source.id) === theirText(source.id)) taken.add(source.id);
    else edited.push(source);
  }
  matchTexts({ a, strangers, taken, found, ourText, theirText });

  const ask = (source: Source, ours: string, asOwn: string) => {
    const segments = file.content.state.segmentsBySource.get(source.id) ?? [];
    const question = {
      ...({ file: index, kind: 'text', table: 'sources', theirs: source.id, ours, fields: [] } as const),
      name: source.title,
      ourName: a.get(ours)?.title ?? '',
      segments: segments.length,
      options: ['own', 'move'] as const,
      required: false,
    };
    const isThere = areThere(comparison, segments, ours, ourText(ours));
    if (asking.ask(question, isThere ? 'move' : 'own') === 'move') {
      found.set(source.id, ours);
      moved.set(source.id, ours);
    } else if (asOwn !== source.id) found.set(source.id, asOwn);
  };
  for (const source of edited) {
    const asOwn = stableGuid('merged source', source.id, theirText(source.id));
    // It came as a source of its own before.
    if (a.has(asOwn)) found.set(source.id, asOwn);
    else ask(source, source.id, asOwn);
  }
  const byTitle = new Map<string, Source | null>();
  for (const source of a.values()) {
    const title = titleOf(source);
    if (title === '' || taken.has(source.id) || b.has(source.id)) continue;
    byTitle.set(title, byTitle.has(title) ? null : source);
  }
  for (const source of strangers) {
    const same = found.has(source.id) ? undefined : byTitle.get(titleOf(source));
    if (same) ask(source, same.id, source.id);
  }
  return { found, moved };
}

interface Texts {
  readonly a: ReadonlyMap<string, Source>;
  readonly strangers: readonly Source[];
  readonly taken: Set<string>;
  readonly found: Map<string, string>;
  readonly ourText: (id: string) => string;
  readonly theirText: (id: string) => string;
}

/** Finds sources of other ids by hash, then by text, where the texts are the same. */
function matchTexts({ a, strangers, taken, found, ourText, theirText }: Texts): void {
  const byHash = new Map<string, string[]>();
  const byText = new Map<string, string[]>();
  for (const { id, hash } of a.values()) {
    if (taken.has(id)) continue;
    push(byHash, hash, id);
    if (ourText(id) !== '') push(byText, ourText(id), id);
  }
  for (const traits of ['hash', 'text'] as const) {
    for (const { id, hash } of strangers) {
      if (found.has(id)) continue;
      const candidates = traits === 'hash' ? byHash.get(hash) : byText.get(theirText(id));
      const own = candidates?.find((each) => !taken.has(each) && ourText(each) === theirText(id));
      if (own === undefined) continue;
      found.set(id, own);
      taken.add(own);
    }
  }
}

/** Whether all of their segments that can be found in our text are on it already, as after moving them before. */
function areThere(
  { base }: Comparison,
  segments: readonly CodedSegment[],
  ours: string,
  text: string,
): boolean {
  const findable = segments.filter((segment) => findAnchor(text, segment, segment.start).ok);
  return findable.length > 0 && findable.every(({ id }) => base.state.segments.get(id)?.sourceId === ours);
}

function push(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
