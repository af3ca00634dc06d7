import type { TFunction } from 'i18next';
import type { PositionConvention } from '../../../domain/exchange/refi/positions/convention';

export type Point = keyof PositionConvention;
export const points = ['unit', 'crlf', 'bom', 'end'] as const satisfies readonly Point[];

/** In: conventions. Out: the points in which they differ. */
export const differingPoints = (conventions: readonly PositionConvention[]): readonly Point[] =>
  points.filter((point) => new Set(conventions.map((convention) => convention[point])).size > 1);

/** In: how strings are found, a convention, and the points that matter. Out: how it counts, in words. */
export function conventionText(
  t: TFunction<'projects'>,
  { unit, crlf, bom, end }: PositionConvention,
  shown: readonly Point[] = points,
): string {
  const words: Readonly<Record<Point, string>> = {
    unit: t(`openFile.positions.unit.${unit}`),
    crlf: crlf === 1 ? t('openFile.positions.crlf.one') : t('openFile.positions.crlf.two'),
    bom: bom ? t('openFile.positions.bom.counted') : t('openFile.positions.bom.ignored'),
    end: t(`openFile.positions.end.${end}`),
  };
  return shown.map((point) => words[point]).join(' · ');
}
