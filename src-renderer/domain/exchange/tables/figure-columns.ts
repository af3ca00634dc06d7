import type { ProfileFigures } from '../../profile/profile';
import type { Cell } from './csv';

/** What every table of a profile says of one code of one group, in this order. */
export const figureColumns = [
  'value',
  'n',
  'share',
  'segments',
  'segments_n',
  'characters',
  'characters_n',
  'documents',
  'documents_n',
  'segments_left_out',
  'coders',
] as const;

/**
 * In: the figures of a group, and the index of a code in them. Out: the cells of `figureColumns`; amounts
 * and shares are empty, not 0, where the group has no data.
 */
export function figureCells(figures: ProfileFigures, index: number): readonly Cell[] {
  const { status, cells, n, bases, leftOut, coders } = figures;
  const cell = cells[index];
  const known = (value: number | null | undefined): Cell => (status === 'no-data' ? null : (value ?? null));
  return [
    known(cell?.value),
    n,
    known(cell?.share),
    known(cell?.counts.segments),
    bases.segments,
    known(cell?.counts.characters),
    bases.characters,
    known(cell?.counts.documents),
    bases.documents,
    leftOut,
    coders,
  ];
}
