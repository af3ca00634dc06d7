import { spansOf, type Continuum, type Span } from '../continuum/continuum';
import { EMPTY_LANE, lane, overlaps, sweep, type Lane } from '../continuum/sweep';
import { MISSING, tableBuilder, type ReliabilityTable, type TableBuilder } from '../table/table';

/**
 * The table whose units are characters: the value of a character is the set of codes that the coder gave it,
 * the empty set where the coder gave none, missing where the coder did not look at the document.
 * In: continua with the same coders and positions in characters; `codes`, which codes count (all if left
 * out; a single one makes the two categories of `oneAgainstRest`); whether characters that nobody coded are units.
 * Out: the table, as long as the stretches differ; its weights add up to the characters.
 */
export function characterTable(
  continua: readonly Continuum[],
  { codes, uncoded = true }: { readonly codes?: readonly string[]; readonly uncoded?: boolean } = {},
): ReliabilityTable {
  const coders = continua[0]?.coders.length ?? 0;
  const single = codes?.length === 1 ? codes[0] : undefined;
  const builder = tableBuilder(coders, single === undefined ? [] : [[], [single]]);
  const none = builder.category([]);
  for (const [document, { begin, length, coders: all }] of continua.entries()) {
    const lanes = all.map((spans) => (spans ? setLane(spansOf(spans, codes), builder) : EMPTY_LANE));
    const row = new Array<number>(coders).fill(none);
    sweep(lanes, begin, begin + length, (stretch, at) => {
      let coded = false;
      for (let coder = 0; coder < coders; coder++) {
        const unit = at[coder] ?? -1;
        if (unit >= 0) coded = true;
        row[coder] = unit >= 0 ? (lanes[coder]?.codes[unit] ?? none) : all[coder] === null ? MISSING : none;
      }
      if (uncoded || coded) builder.add(document, row, stretch);
    });
  }
  return builder.table(continua.length);
}

/** A coder's spans as stretches of one set of codes each; the codes of the lane are categories. */
function setLane(spans: readonly Span[], builder: TableBuilder): Lane {
  if (spans.length === 0) return EMPTY_LANE;
  const placed = lane(spans, (code) => builder.category([code]));
  if (!overlaps(placed)) return placed;
  const stretches = stretchesOf(spans);
  return {
    starts: stretches.map(({ start }) => start),
    ends: stretches.map(({ end }) => end),
    codes: stretches.map(({ codes }) => builder.category(codes)),
  };
}

/** A stretch over which the codes do not change. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
}

function stretchesOf(spans: readonly Span[]): readonly Stretch[] {
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let next = 0;
  let active: Span[] = [];
  borders.forEach((start, i) => {
    active = active.filter(({ end }) => end > start);
    for (let span = spans[next]; span && span.start === start; span = spans[++next]) active.push(span);
    const end = borders[i + 1];
    if (end === undefined || active.length === 0) return;
    stretches.push({ start, end, codes: active.map(({ code }) => code) });
  });
  return stretches;
}

/** A square matrix of characters, rows the first coder's codes, columns the second's; the last is “no code”. */
export interface Confusion {
  readonly codes: readonly string[];
  /** Characters ≥ 0; they add up to the characters that both looked at. */
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Which code of one coder met which of another. Where a character has several codes, it is spread evenly over
 * all pairs of a code of the one and a code of the other, so that each character weighs 1.
 * In: a character table of two coders and the codes in the order wanted. Out: the confusion matrix.
 */
export function characterConfusion(table: ReliabilityTable, codes: readonly string[]): Confusion {
  const position = new Map(codes.map((code, i) => [code, i]));
  const matrix = Array.from({ length: codes.length + 1 }, () => new Array<number>(codes.length + 1).fill(0));
  const labels = table.categories.map((value) =>
    value.length === 0 ? [codes.length] : value.flatMap((code) => position.get(code) ?? []),
  );
  for (let row = 0; row < table.weights.length; row++) {
    const first = labels[table.cells[row * table.coders] ?? MISSING];
    const second = labels[table.cells[row * table.coders + 1] ?? MISSING];
    if (!first || !second) continue;
    const weight = (table.weights[row] ?? 0) / (first.length * second.length);
    for (const a of first) {
      const line = matrix[a];
      if (line) for (const b of second) line[b] = (line[b] ?? 0) + weight;
    }
  }
  return { codes, matrix };
}
