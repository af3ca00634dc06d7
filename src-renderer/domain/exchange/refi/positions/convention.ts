/** How a program counts characters: the standard leaves all of it open but the first. */
export interface PositionConvention {
  readonly unit: 'code-point' | 'utf-16';
  /** What a line end of two characters counts. */
  readonly crlf: 1 | 2;
  /** Whether a byte order mark at the start of the file counts. */
  readonly bom: boolean;
  /** Whether the end is the position after the last character, or that of the last character. */
  readonly end: 'exclusive' | 'inclusive';
}

/** The standard with what it leaves open as nearly everybody reads it: what is in the file counts. */
const standard: PositionConvention = { unit: 'code-point', crlf: 2, bom: false, end: 'exclusive' };

/** Conventions found in files of these programs; the beginning of the origin tells the program. */
const known: readonly (readonly [origin: RegExp, convention: PositionConvention])[] = [
  [/^parallax\b/i, { ...standard, crlf: 1 }],
  [/^nvivo/i, { ...standard, unit: 'utf-16' }],
  [/^atlas\.?ti/i, { ...standard, crlf: 1 }],
  [/^maxqda/i, { ...standard, crlf: 1 }],
  [/^qualcoder/i, { ...standard, crlf: 1 }],
];

/**
 * What is known of the program that wrote a file.
 * In: the origin that a project states. Out: the convention of its other files, or undefined.
 */
export const conventionOf = (origin: string): PositionConvention | undefined =>
  known.find(([pattern]) => pattern.test(origin.trim()))?.[1];

/**
 * Every convention, the likeliest first.
 * In: the origin that a project states. Out: all sixteen; first the one that is known of the program, else
 * the standard, then by how few points each differs from it. An inclusive end counts as two points: the
 * standard can be read so, and no program is known that does.
 */
export function conventionsFor(origin: string): readonly PositionConvention[] {
  const likeliest = conventionOf(origin) ?? standard;
  const all: PositionConvention[] = [];
  for (const end of ['exclusive', 'inclusive'] as const)
    for (const unit of ['code-point', 'utf-16'] as const)
      for (const crlf of [2, 1] as const) for (const bom of [false, true]) all.push({ unit, crlf, bom, end });
  const distance = (one: PositionConvention): number =>
    Number(one.unit !== likeliest.unit) +
    Number(one.crlf !== likeliest.crlf) +
    Number(one.bom !== likeliest.bom) +
    2 * Number(one.end !== likeliest.end);
  return all.toSorted((a, b) => distance(a) - distance(b));
}

/** In: two conventions. Out: whether they are the same. */
export const isSameConvention = (a: PositionConvention, b: PositionConvention): boolean =>
  a.unit === b.unit && a.crlf === b.crlf && a.bom === b.bom && a.end === b.end;
