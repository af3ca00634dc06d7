import { looksLikeFormula, type Cell } from '../../domain/exchange/tables/csv';
import { xmlText } from '../../domain/exchange/xml';
import { cellText } from './limits';
import { styles } from './styles';

/** In: an index from 0. Out: the letters of that column: A, B, … Z, AA, … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/**
 * A cell as an element of a sheet.
 * In: its address, its value, and whether its column has dates. Out: XML; '' for an empty cell. Texts are
 * texts whatever they begin with. A date is one when it is a whole day or a moment; `2009-12` stays text,
 * because a spreadsheet would make it the first of December.
 */
export function cellXml(address: string, cell: Cell, isDate: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${address}"><v>${cell}</v></c>` : '';
  }
  const date = isDate ? dateOf(cell) : undefined;
  if (date) return `<c r="${address}" s="${date.style}"><v>${date.serial}</v></c>`;
  const style = looksLikeFormula(cell) ? ` s="${styles.quoted}"` : '';
  return `<c r="${address}"${style} t="inlineStr">${textXml(cell)}</c>`;
}

/** A text as the content of a cell. In: any text. Out: XML, cut where a cell takes no more. */
export const textXml = (text: string): string =>
  `<is><t xml:space="preserve">${xmlText(escaped(cellText(text)))}</t></is>`;

/** What XML cannot carry, as `_xHHHH_`; what looks like that itself has its underscore written so (ECMA-376, 22.9.2.19). */
const special =
  // eslint-disable-next-line no-control-regex
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (text: string): string =>
  text.replace(special, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

const DAY = 86_400_000;
/** Day 0 of spreadsheets, such that day 61 is 1 March 1900; the days before it are counted wrongly. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SOUND_DAY = 61;

/** In: a text of a date column. Out: its serial number and style; undefined where it is no whole date. */
function dateOf(text: string): { readonly serial: number; readonly style: number } | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text.slice(0, 10))) return undefined;
  const serial = (time - EPOCH) / DAY;
  return serial < FIRST_SOUND_DAY ? undefined : { serial, style: isDay ? styles.day : styles.moment };
}
