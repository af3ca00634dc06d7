import type { ProjectState } from '../model/project';

/**
 * Colours for new codes: Paul Tol's "muted" scheme (Tol 2021, SRON/EPS/TN/09-002), told apart by people
 * with any of the common colour-vision deficiencies.
 */
export const codeColors = [
  '#CC6677',
  '#332288',
  '#DDCC77',
  '#117733',
  '#88CCEE',
  '#882255',
  '#44AA99',
  '#999933',
  '#AA4499',
] as const;

/** In: the project. Out: the colour of the scheme that the fewest codes have, the first of equals. */
export function nextColor(state: ProjectState): string {
  const uses = new Map<string, number>();
  for (const { color } of state.codes.values()) uses.set(color, (uses.get(color) ?? 0) + 1);
  return codeColors.reduce((best, color) => ((uses.get(color) ?? 0) < (uses.get(best) ?? 0) ? color : best));
}
