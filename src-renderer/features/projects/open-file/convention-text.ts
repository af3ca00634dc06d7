import type { TFunction } from 'i18next';
import type { PositionConvention } from '../../../domain/exchange/refi/positions/convention';

/** In: how strings are found, and a convention. Out: how it counts, in words. */
export const conventionText = (
  t: TFunction<'projects'>,
  { unit, crlf, bom, end }: PositionConvention,
): string =>
  [
    t(`openFile.positions.unit.${unit}`),
    crlf === 1 ? t('openFile.positions.crlf.one') : t('openFile.positions.crlf.two'),
    bom ? t('openFile.positions.bom.counted') : t('openFile.positions.bom.ignored'),
    t(`openFile.positions.end.${end}`),
  ]
    .filter(Boolean)
    .join(' · ');
