export { dateIn, dateLine, findDate, type FoundDate } from './dates/find';

/**
 * Reads a date out of a document property: ISO 8601 in any of its lengths, `YYYY/MM/DD`, or PDF's
 * `D:YYYYMMDD…`. Out: `YYYY-MM-DD`, or '' where the text is no complete and possible date.
 */
export function isoDate(text: string): string {
  const found = /^\s*(?:D:)?(\d{4})([-/.]?)(\d{2})\2(\d{2})/.exec(text);
  if (!found) return '';
  const [, year, , month, day] = found;
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 2009-02-31 is read as a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : '';
}
