/**
 * Spans laid out for a sweep: by start, positions and codes (as indices) each in an array. They are plain
 * arrays: a project has a lane per source, coder and code, most of a span or two.
 */
export interface Lane {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly codes: readonly number[];
}

/** The lane of a coder without spans. */
export const EMPTY_LANE: Lane = { starts: [], ends: [], codes: [] };

/** In: spans in order of start, and the index of each code. Out: their lane. */
export function lane(
  spans: readonly { readonly start: number; readonly end: number; readonly code: string }[],
  indexOf: (code: string) => number,
): Lane {
  const starts: number[] = [];
  const ends: number[] = [];
  const codes: number[] = [];
  for (const { start, end, code } of spans) {
    starts.push(start);
    ends.push(end);
    codes.push(indexOf(code));
  }
  return { starts, ends, codes };
}

/** In: a lane. Out: whether two of its spans overlap. */
export function overlaps({ starts, ends }: Lane): boolean {
  for (let i = 1; i < starts.length; i++) if ((starts[i] ?? 0) < (ends[i - 1] ?? 0)) return true;
  return false;
}

/**
 * Walks several lanes without overlaps at once and visits each stretch in which no lane changes.
 * In: the lanes, where the continuum begins and ends, and what to do: with the length of the stretch and,
 * per lane, the index of the span there or −1 for a gap (the array is reused).
 */
export function sweep(
  lanes: readonly Lane[],
  begin: number,
  end: number,
  visit: (length: number, at: readonly number[]) => void,
): void {
  const at = lanes.map(() => -1);
  const next = lanes.map(() => 0);
  const borders = lanes.map(({ starts }) => starts[0] ?? Infinity);
  let position = begin;
  while (position < end) {
    let border = end;
    for (let i = 0; i < borders.length; i++) if ((borders[i] ?? end) < border) border = borders[i] ?? end;
    if (border > position) visit(border - position, at);
    position = border;
    if (position >= end) return;
    for (let i = 0; i < lanes.length; i++) {
      if (borders[i] !== position) continue;
      const { starts, ends } = lanes[i] ?? EMPTY_LANE;
      const following = next[i] ?? 0;
      if (starts[following] === position) {
        at[i] = following;
        next[i] = following + 1;
        borders[i] = ends[following] ?? Infinity;
      } else {
        at[i] = -1;
        borders[i] = starts[following] ?? Infinity;
      }
    }
  }
}
