/**
 * A moment as the model has it.
 * In: an xsd:dateTime, with or without zone. Out: ISO 8601 in UTC with milliseconds; undefined where it is
 * empty or none. A moment without zone counts as UTC, so that the day at least is the file's.
 */
export function momentOf(written: string): string | undefined {
  const text = written.trim();
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T') ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** In: moments, some missing. Out: the earliest, and the latest; undefined when there is none. */
export const earliest = (...moments: readonly (string | undefined)[]): string | undefined =>
  moments.filter((moment) => moment !== undefined).sort()[0];
export const latest = (...moments: readonly (string | undefined)[]): string | undefined =>
  moments
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);
