import type { CodeId } from '../../model/ids';
import type { CodedSegment } from '../../model/segment';
import { countCodePoints } from '../../text/positions';
import { comparedTags, type ComparedTags, type Difference } from './difference';

/** A part of a passage over which neither coder's codes change; at least one of the two coded it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Length in code points. */
  readonly characters: number;
  /** The codes of the first and of the second. */
  readonly codes: readonly [ReadonlySet<CodeId>, ReadonlySet<CodeId>];
}

/**
 * Where the codes of two coders change.
 * In: the segments of both (of one source), and the codes compared. Out: the stretches in order; gaps that
 * neither coded are left out. Exact without the text: a segment holds its own passage.
 */
export function stretchesOf(
  [first, second]: readonly [readonly CodedSegment[], readonly CodedSegment[]],
  compared?: ComparedTags,
): readonly Stretch[] {
  const all = [...first, ...second].sort((a, b) => a.start - b.start);
  const borders = [...new Set(all.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const isFirst = new Set(first);
  let next = 0;
  let active: CodedSegment[] = [];
  return borders.flatMap((start, i): readonly Stretch[] => {
    const end = borders[i + 1] ?? start;
    active = active.filter((segment) => segment.end > start);
    for (let each = all[next]; each && each.start === start; each = all[++next]) active.push(each);
    const [cover] = active;
    if (!cover) return [];
    const codes = [new Set<CodeId>(), new Set<CodeId>()] as const;
    for (const segment of active) {
      for (const tag of comparedTags(segment, compared)) codes[isFirst.has(segment) ? 0 : 1].add(tag);
    }
    const characters = countCodePoints(cover.quote.slice(start - cover.start, end - cover.start));
    return [{ start, end, characters, codes }];
  });
}

const isEqual = (a: ReadonlySet<CodeId>, b: ReadonlySet<CodeId>) =>
  a.size === b.size && [...a].every((code) => b.has(code));

/** In: stretches. Out: the code points over which the two coders' codes differ. */
export const charactersAtStake = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { characters, codes }) => sum + (isEqual(...codes) ? 0 : characters), 0);

/**
 * Whether a difference stands in a cell of the confusion matrix.
 * In: the difference, the code of the first and of the second (null: none), and the codes compared. Out: true
 * when there is a stretch where the one meets the other.
 */
export function isInCell(
  { segments }: Difference,
  [first, second]: readonly [CodeId | null, CodeId | null],
  compared?: ComparedTags,
): boolean {
  const has = (codes: ReadonlySet<CodeId>, code: CodeId | null) =>
    code === null ? codes.size === 0 : codes.has(code);
  return stretchesOf(segments, compared).some(({ codes }) => has(codes[0], first) && has(codes[1], second));
}
