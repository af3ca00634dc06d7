/**
 * Spans laid out for a sweep: by start, positions and codes (as indices) in typed arrays.
 */
export interface Lane {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly codes: Int32Array;
}

/** In: spans in order of start, and the index of each code. Out: their lane. */
export function lane(
  spans: readonly { readonly start: number; readonly end: number; readonly code: string }[],
  indexOf: ReadonlyMap<string, number>,
): Lane {
  const starts = new Float64Array(spans.length);
  const ends = new Float64Array(spans.length);
  const codes = new Int32Array(spans.length);
  spans.forEach((span, i) => {
    starts[i] = span.start;
    ends[i] = span.end;
    codes[i] = indexOf.get(span.code) ?? 0;
  });
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
  visit: (length: number, at: Int32Array) => void,
): void {
  const at = new Int32Array(lanes.length).fill(-1);
  const next = new Int32Array(lanes.length);
  const borders = new Float64Array(lanes.length);
  lanes.forEach((each, i) => (borders[i] = each.starts[0] ?? Infinity));
  let position = begin;
  while (position < end) {
    let border = end;
    for (let i = 0; i < borders.length; i++) if ((borders[i] ?? end) < border) border = borders[i] ?? end;
    if (border > position) visit(border - position, at);
    position = border;
    if (position >= end) return;
    for (let i = 0; i < lanes.length; i++) {
      if (borders[i] !== position) continue;
      const { starts, ends } = lanes[i] ?? EMPTY;
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

const EMPTY: Lane = { starts: new Float64Array(), ends: new Float64Array(), codes: new Int32Array() };
