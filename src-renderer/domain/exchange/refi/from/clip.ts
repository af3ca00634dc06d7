/** The longest name of a selection or note, in code points: enough to show where it lies. */
const LIMIT = 200;

/** In: a text. Out: the same, or its beginning with an ellipsis where it is long. */
export function clip(line: string): string {
  if (line.length <= LIMIT) return line;
  const points = [...line.slice(0, 2 * LIMIT + 1)];
  return points.length <= LIMIT ? line : `${points.slice(0, LIMIT).join('').trimEnd()}…`;
}
