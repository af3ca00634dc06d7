import type { BibliographicRecord, ImportChoices } from '../../../src-renderer/domain/model/import';
import type { SourceAbout } from '../../../src-renderer/domain/sources/add-sources';
import { guessCountry } from '../../../src-renderer/domain/sources/country';
import {
  includeProposed,
  joinProposed,
  moveProposed,
  splitProposed,
  type ProposedSource,
} from '../../../src-renderer/domain/sources/incoming/proposal';
import { proposeFiles } from '../../../src-renderer/domain/sources/incoming/propose-files';
import { repeatGroups, repeatsIn } from '../../../src-renderer/domain/sources/incoming/repeats';
import { saidByName, type NamePattern } from '../../../src-renderer/domain/sources/name-pattern';
import { WrongUsage } from '../failure';
import { say } from '../text';
import { readDocuments, type DocumentFile } from './documents';

/** A source by its number, and a number of its paragraphs. */
export interface Boundary {
  readonly number: number;
  readonly paragraphs: number;
}

/** What the person says of an import, as in the preview of the window. */
export interface ProposalWishes {
  readonly choices: ImportChoices;
  /** How the names of files say what they are; null where they do not. */
  readonly pattern: NamePattern | null;
  /** What all sources have in common; it stands before what files and their names say. */
  readonly about: Partial<SourceAbout>;
  /** Sources by their numbers in the list, from 1: those left out, and those joined to the one before. */
  readonly leaveOut: readonly number[];
  readonly join: readonly number[];
  /** By number, how many paragraphs go to the one before (negative: come from it), or stay before a parting. */
  readonly move: readonly Boundary[];
  readonly part: readonly Boundary[];
  /** Whether articles that came before are left out as well. */
  readonly withoutRepeats: boolean;
  readonly note: (text: string) => void;
}

/** A source that would come in, as the list shows it. */
export interface Offered {
  /** In the list of all that was found, from 1. */
  readonly number: number;
  readonly file: DocumentFile;
  readonly source: ProposedSource;
  /** The title of the article that it repeats, or null. */
  readonly repeats: string | null;
}

export interface Offer {
  readonly sources: readonly Offered[];
  readonly unread: number;
}

/**
 * Finds out what would come of files: the sources in them, described by references, names of files and the
 * person. Copies of a file are not included; articles that came before are, unless they are not wanted.
 */
export async function proposeDocuments(paths: readonly string[], wishes: ProposalWishes): Promise<Offer> {
  const { note, pattern, about } = wishes;
  const { files, unread } = await readDocuments(paths, wishes.choices, note);
  const { sources, records } = proposeFiles({ sources: new Map() }, files);
  const named = sources.map((source) => {
    const path = files[source.fileId]?.path ?? source.fileName;
    const country = source.about.country || guessCountry(source.fileName);
    const said = pattern ? saidByName(pattern, path) : undefined;
    return {
      ...source,
      about: { ...source.about, country, ...said?.about, ...about },
      fields: said?.fields ?? [],
    };
  });
  if (records.joined > 0) note(say('note.references-joined', { count: records.joined }));
  for (const record of records.doubtful) note(say('note.reference-doubtful', { title: nameOf(record) }));
  for (const record of records.unmatched) note(say('note.reference-unmatched', { title: nameOf(record) }));

  const numbers = new Map(named.map(({ id }, i) => [id, i + 1]));
  for (const { number, paragraphs } of wishes.part)
    numbers.set(partId(idOf(named, number), paragraphs), number);
  const repeats = repeatsIn(repeatGroups(named));
  const unwanted = new Set([
    ...wishes.leaveOut.map((number) => idOf(named, number)),
    ...(wishes.withoutRepeats ? repeats.keys() : []),
  ]);
  const moved = movedAs(includeProposed(named, unwanted, false), named, wishes.move);
  const list = joined(partedAs(moved, named, wishes.part), named, wishes.join);
  return {
    unread,
    sources: list.flatMap((source) => {
      const file = files[source.fileId];
      const number = numbers.get(source.id) ?? 0;
      return file ? [{ number, file, source, repeats: repeats.get(source.id) ?? null }] : [];
    }),
  };
}

/** Says which sources came before, and what becomes of them. */
export function noteRepeats({ sources }: Offer, note: (text: string) => void): void {
  for (const { number, source, repeats } of sources) {
    const about = { number, title: source.about.title };
    if (source.sameAs !== null) note(say('note.same-bytes', { ...about, other: source.sameAs }));
    else if (repeats !== null)
      note(say(source.isIncluded ? 'note.repeats' : 'note.repeat-left-out', { ...about, other: repeats }));
  }
}

const nameOf = ({ title, files, identifier }: BibliographicRecord): string => title || files[0] || identifier;

function idOf(list: readonly ProposedSource[], number: number): string {
  const source = list[number - 1];
  if (!source) throw new WrongUsage(say('wrong.no-such-source', { number, count: list.length }));
  return source.id;
}

function joined(
  list: readonly ProposedSource[],
  numbered: readonly ProposedSource[],
  numbers: readonly number[],
): readonly ProposedSource[] {
  return numbers
    .toSorted((a, b) => a - b)
    .reduce((before, number) => {
      const after = joinProposed(before, idOf(numbered, number));
      if (after === before) throw new WrongUsage(say('wrong.join', { number }));
      return after;
    }, list);
}

function movedAs(
  list: readonly ProposedSource[],
  numbered: readonly ProposedSource[],
  moves: readonly Boundary[],
): readonly ProposedSource[] {
  return moves.reduce((before, { number, paragraphs }) => {
    const after = moveProposed(before, idOf(numbered, number), paragraphs);
    if (after === before) throw new WrongUsage(say('wrong.move', { number, paragraphs }));
    return after;
  }, list);
}

/** A part bears the number of the source that it was of. */
const partId = (id: string, paragraphs: number): string => `${id} from ${paragraphs}`;

/** From the end of each source on, so that numbers of paragraphs hold for what is still to be parted. */
function partedAs(
  list: readonly ProposedSource[],
  numbered: readonly ProposedSource[],
  parts: readonly Boundary[],
): readonly ProposedSource[] {
  return parts
    .toSorted((a, b) => b.paragraphs - a.paragraphs)
    .reduce((before, { number, paragraphs }) => {
      const id = idOf(numbered, number);
      const first = before.find((each) => each.id === id)?.parsed.blocks[paragraphs];
      if (!first || paragraphs < 1) throw new WrongUsage(say('wrong.part', { number, paragraphs }));
      return splitProposed(before, id, first.start, partId(id, paragraphs));
    }, list);
}
