import type { Source } from '../model/source';

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Order of sources wherever passages of several are listed: the oldest first, undated ones last, then
 * title, then id. Out: negative, zero or positive. By code unit, so that it is the same in every locale.
 */
export function compareSources(a: Source, b: Source): number {
  return (
    Number(a.date === '') - Number(b.date === '') ||
    byCodeUnit(a.date, b.date) ||
    byCodeUnit(a.title, b.title) ||
    byCodeUnit(a.id, b.id)
  );
}
