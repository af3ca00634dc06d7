import type { CodeId, CoderId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import { invariant } from '../../model/result';
import type { CodedSegment, Passage } from '../../model/segment';
import type { Source } from '../../model/source';
import { columnsOf, type FamilyColumns } from '../../profile/columns';
import { lookedAt } from '../../coders/progress';
import { countCodePoints } from '../../text/positions';
import { pairsOf } from '../table/counts';

/** A passage that one coder gave one code and another coder another, or none. */
export interface ConfusedPassage extends Passage {
  /** Who gave the first code of the confusion, and who the second. */
  readonly coders: readonly [CoderId, CoderId];
  /** What each of them coded there within the family, in reading order; one list may be empty. */
  readonly segments: readonly [readonly CodedSegment[], readonly CodedSegment[]];
  readonly text: string;
  /** Length in code points. */
  readonly characters: number;
}

/** How much of a confusion is between two coders, the first of whom gave the first code. */
export interface ConfusionOfPair {
  readonly coders: readonly [CoderId, CoderId];
  readonly passages: number;
  readonly characters: number;
}

/** Two codes of which one coder gave the one where another gave the other. */
export interface Confusion {
  /** In the order of the codebook; `second` is null where the other coder gave nothing in its place. */
  readonly first: CodeId;
  readonly second: CodeId | null;
  /** Code points, summed over pairs of coders. */
  readonly characters: number;
  /** `characters` of all that was coded (`Confusions.coded`), 0–1. */
  readonly share: number;
  /** The longest first. */
  readonly passages: readonly ConfusedPassage[];
  /** The greatest first; a pair of coders stands twice where each gave either code. */
  readonly pairs: readonly ConfusionOfPair[];
}

export interface Confusions {
  /** Code points that either of a pair of coders gave a code of the family, summed over the pairs. */
  readonly coded: number;
  /** Sources that at least two of the coders looked at. */
  readonly sources: number;
  /** The greatest first. */
  readonly confusions: readonly Confusion[];
}

/**
 * Which codes of a family are confused with which.
 * In: the project, the columns of the family (codes below a column count as it), the coders, and the
 * sources. Out: every pair of codes, and every code against nothing, that somewhere stands between two
 * coders who both looked at the source.
 * Where codes overlap, what both coders gave is set aside first: of M1 + M2 against M1 + M3 the confusion is
 * M2 with M3; of M1 + M2 against M1 it is M2 with nothing.
 */
export function confusions(
  state: ProjectState,
  columns: FamilyColumns,
  coders: readonly CoderId[],
  sources: Iterable<Source> = state.sources.values(),
): Confusions {
  const rows = new Map<string, Row>();
  const families = columns.family ? [columns.family.id] : [];
  let coded = 0;
  let compared = 0;
  for (const source of sources) {
    const looked = coders.filter((coder) => lookedAt(state, source.id, coder, families));
    if (looked.length < 2) continue;
    compared++;
    const lanes = looked.map((coder) => laneOf(state, source, coder, columns));
    for (const [a, b] of pairsOf(looked.length)) {
      const [first, second] = [lanes[a], lanes[b]];
      invariant(first && second, 'a pair has two coders');
      coded += compareLanes(source, first, second, rows);
    }
  }
  const codeAt = (column: number): CodeId | null => columns.codes[column]?.id ?? null;
  return {
    coded,
    sources: compared,
    confusions: [...rows.values()]
      .sort((a, b) => b.characters - a.characters || a.first - b.first || a.second - b.second)
      .flatMap(({ first, second, characters, passages }) => {
        const code = codeAt(first);
        if (code === null) return [];
        return {
          first: code,
          second: codeAt(second),
          characters,
          share: characters / coded,
          passages: passages.toSorted((a, b) => b.characters - a.characters),
          pairs: byPair(passages),
        };
      }),
  };
}

/** Stands for "nothing" among the indexes of columns. */
const NOTHING = -1;

interface Row {
  readonly first: number;
  readonly second: number;
  characters: number;
  readonly passages: ConfusedPassage[];
}

/** What a coder coded of the family in a source, with the columns of each segment. */
interface Lane {
  readonly coder: CoderId;
  readonly segments: readonly { readonly segment: CodedSegment; readonly columns: readonly number[] }[];
}

function laneOf(state: ProjectState, source: Source, coder: CoderId, columns: FamilyColumns): Lane {
  const segments = [];
  for (const segment of state.segmentsBySource.get(source.id) ?? []) {
    if (segment.coderId !== coder) continue;
    const found = columnsOf(columns, segment);
    if (found.length > 0) segments.push({ segment, columns: found });
  }
  return { coder, segments };
}

/** A passage that is still growing. */
interface Open {
  readonly row: Row;
  readonly coders: readonly [CoderId, CoderId];
  readonly start: number;
  end: number;
  text: string;
  readonly segments: readonly [Set<CodedSegment>, Set<CodedSegment>];
}

/** Adds the confusions of two coders in a source to the rows. Out: how many code points either coded. */
function compareLanes(source: Source, a: Lane, b: Lane, rows: Map<string, Row>): number {
  const isAstral = source.length !== source.characters;
  const length = (text: string) => (isAstral ? countCodePoints(text) : text.length);
  const borders = new Set<number>();
  for (const { segment } of [...a.segments, ...b.segments]) borders.add(segment.start).add(segment.end);
  const ordered = [...borders].sort((x, y) => x - y);
  const walks = [walk(a), walk(b)] as const;
  const open = new Map<string, Open>();
  let coded = 0;

  const close = ({ row, coders, start, end, text, segments }: Open) => {
    const characters = length(text);
    row.characters += characters;
    row.passages.push({
      sourceId: source.id,
      start,
      end,
      coders,
      segments: [[...segments[0]], [...segments[1]]],
      text,
      characters,
    });
  };

  ordered.forEach((start, i) => {
    const end = ordered[i + 1] ?? start;
    const [own, other] = [walks[0](start), walks[1](start)];
    const cover = own[0] ?? other[0];
    const text = cover
      ? cover.segment.quote.slice(start - cover.segment.start, end - cover.segment.start)
      : '';
    coded += length(text);
    const here = confusedColumns(columnsAt(own), columnsAt(other));
    for (const [key, passage] of open) {
      if (here.some(([x, y]) => key === `${x} ${y}`)) continue;
      close(passage);
      open.delete(key);
    }
    for (const [x, y] of here) {
      const turned = x === NOTHING || (y !== NOTHING && y < x);
      const key = `${x} ${y}`;
      let passage = open.get(key);
      if (!passage) {
        passage = {
          row: rowOf(rows, turned ? y : x, turned ? x : y),
          coders: turned ? [b.coder, a.coder] : [a.coder, b.coder],
          start,
          end,
          text: '',
          segments: [new Set(), new Set()],
        };
        open.set(key, passage);
      }
      passage.end = end;
      passage.text += text;
      const [first, second] = turned ? [other, own] : [own, other];
      for (const { segment } of first) passage.segments[0].add(segment);
      for (const { segment } of second) passage.segments[1].add(segment);
    }
  });
  return coded;
}

/** In: a lane. Out: asked for positions in ascending order, the segments that cover each. */
function walk({ segments }: Lane): (position: number) => Lane['segments'] {
  let next = 0;
  let active: Lane['segments'][number][] = [];
  return (position) => {
    active = active.filter(({ segment }) => segment.end > position);
    for (let each = segments[next]; each && each.segment.start <= position; each = segments[++next])
      active.push(each);
    return active;
  };
}

const columnsAt = (active: Lane['segments']): ReadonlySet<number> =>
  new Set(active.flatMap(({ columns }) => columns));

/** What is left of two sets without what both have, each of the one with each of the other or with nothing. */
function confusedColumns(
  own: ReadonlySet<number>,
  other: ReadonlySet<number>,
): readonly (readonly [number, number])[] {
  const left = [...own].filter((x) => !other.has(x));
  const right = [...other].filter((y) => !own.has(y));
  if (right.length === 0) return left.map((x) => [x, NOTHING]);
  if (left.length === 0) return right.map((y) => [NOTHING, y]);
  return left.flatMap((x) => right.map((y) => [x, y] as const));
}

function rowOf(rows: Map<string, Row>, first: number, second: number): Row {
  const key = `${first} ${second}`;
  let row = rows.get(key);
  if (!row) rows.set(key, (row = { first, second, characters: 0, passages: [] }));
  return row;
}

function byPair(passages: readonly ConfusedPassage[]): readonly ConfusionOfPair[] {
  const pairs = new Map<
    string,
    { coders: readonly [CoderId, CoderId]; passages: number; characters: number }
  >();
  for (const { coders, characters } of passages) {
    const pair = pairs.get(coders.join()) ?? { coders, passages: 0, characters: 0 };
    pair.passages++;
    pair.characters += characters;
    pairs.set(coders.join(), pair);
  }
  return [...pairs.values()].sort((a, b) => b.characters - a.characters);
}
