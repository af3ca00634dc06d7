import type { CoderId } from '../model/ids';
import type { ProjectState } from '../model/project';
import { invariant } from '../model/result';
import type { CodedSegment } from '../model/segment';
import type { Source } from '../model/source';
import { countCodePoints } from '../text/positions';
import { columnsOf, type FamilyColumns } from './columns';
import { codingOf } from './coding';
import { keepsSegment, type ProfileFilters, type ProfileUnit } from './request';

/** One amount in each unit. */
export type Counts = { readonly [U in ProfileUnit]: number };
type Running = { -readonly [U in ProfileUnit]: number };

/** What a set of sources holds of a family: all of it (`base`) and by column. */
export interface Tally {
  readonly sources: number;
  readonly base: Counts;
  readonly columns: readonly Counts[];
  /** Segments with a column's code that the filters on segments left out. */
  readonly leftOut: number;
  /** Segments that the filters keep and that carry none of the columns' codes. */
  readonly elsewhere: number;
  readonly coders: ReadonlySet<CoderId>;
}

const none = (): Running => ({ segments: 0, characters: 0, documents: 0 });

/**
 * Counts a family in some sources.
 * In: the project, its sources in question, the columns and the filters on segments.
 * Out: for the family as a whole and for each column
 *   segments    coded segments with such a code, each once however many of its tags lead there;
 *   characters  code points under at least one of those segments: the union, so that a passage coded
 *               twice counts once;
 *   documents   sources with at least one of those segments.
 * Exact without the texts: a segment holds its own passage, and segments come in reading order.
 */
export function tally(
  project: ProjectState,
  sources: readonly Source[],
  columns: FamilyColumns,
  request: ProfileFilters,
): Tally {
  const { state, filters } = codingOf(project, request);
  const base = none();
  const counts = columns.codes.map(none);
  const coders = new Set<CoderId>();
  let leftOut = 0;
  let elsewhere = 0;
  for (const source of sources) {
    const astral = source.length !== source.characters;
    // How far the union reaches within this source, in UTF-16 units; −1 while nothing was found.
    const reach = new Int32Array(counts.length).fill(-1);
    let baseReach = -1;
    for (const segment of state.segmentsBySource.get(source.id) ?? []) {
      const found = columnsOf(columns, segment);
      if (found.length === 0) {
        if (keepsSegment(filters, segment)) elsewhere++;
        continue;
      }
      if (!keepsSegment(filters, segment)) {
        leftOut++;
        continue;
      }
      coders.add(segment.coderId);
      baseReach = advance(base, baseReach, segment, astral);
      for (const index of found) {
        const count = counts[index];
        invariant(count, 'a column has a count');
        reach[index] = advance(count, reach[index] ?? -1, segment, astral);
      }
    }
  }
  return { sources: sources.length, base, columns: counts, leftOut, elsewhere, coders };
}

/** Adds a segment to a count and says how far the union reaches then. */
function advance(count: Running, reach: number, segment: CodedSegment, astral: boolean): number {
  count.segments++;
  if (reach < 0) count.documents++; // the first of this source
  const from = Math.max(segment.start, reach);
  if (from >= segment.end) return Math.max(reach, segment.end);
  count.characters += astral ? charactersFrom(segment, from) : segment.end - from;
  return segment.end;
}

/** Code points of a segment from a position in its source (UTF-16 units) to its end. */
function charactersFrom(segment: CodedSegment, from: number): number {
  if (from === segment.start) return segment.characters;
  invariant(
    segment.quote.length === segment.end - segment.start,
    'the quote of a segment is its whole passage',
  );
  return countCodePoints(segment.quote.slice(from - segment.start));
}

/**
 * Adds up tallies of disjoint sets of sources, with the same columns.
 * In: the tallies and the number of columns. Out: the tally of all the sources together.
 */
export function addTallies(tallies: readonly Tally[], columns: number): Tally {
  const sum = (counts: readonly (Counts | undefined)[]): Counts => {
    const total = none();
    for (const count of counts) {
      total.segments += count?.segments ?? 0;
      total.characters += count?.characters ?? 0;
      total.documents += count?.documents ?? 0;
    }
    return total;
  };
  return {
    sources: tallies.reduce((total, { sources }) => total + sources, 0),
    base: sum(tallies.map(({ base }) => base)),
    columns: Array.from({ length: columns }, (_, index) => sum(tallies.map((each) => each.columns[index]))),
    leftOut: tallies.reduce((total, each) => total + each.leftOut, 0),
    elsewhere: tallies.reduce((total, each) => total + each.elsewhere, 0),
    coders: new Set(tallies.flatMap((each) => [...each.coders])),
  };
}
