import type { Grid } from '../table/grid';
import { isList, isObject, type JsonObject, type JsonValue, type ParsedJson } from './parse';

/** Strings of a list that are longer than this are paragraphs, and shorter ones are keywords. */
const LONGEST_KEYWORD = 60;

/** Where every record has names of its own, names are data, and there is no table in it. */
const MOST_COLUMNS = 500;

export interface Records {
  readonly grid: Grid;
  /** Strings that stand beside the list of records, at any depth. */
  readonly beside: readonly string[];
}

/**
 * Finds the records of a file of data: a list of objects, one on each line, or the one list of objects that
 * an object holds. Out: a grid whose columns are the names in them, nested ones as `a.b`; or undefined.
 */
export function recordsOf({ value, lines }: ParsedJson): Records | undefined {
  if (isList(value)) return isRecords(value) ? inGrid(value, lines, []) : undefined;
  if (!isObject(value)) return undefined;
  const lists = Object.values(value).filter((each) => isList(each) && isRecords(each));
  const [list] = lists;
  if (list === undefined || lists.length > 1 || !isList(list)) return undefined;
  const beside = Object.values(value).filter((each) => each !== list);
  return inGrid(list.filter(isObject), undefined, beside.flatMap(stringsIn));
}

const isRecords = (list: readonly JsonValue[]): list is readonly JsonObject[] =>
  list.length > 0 && list.every(isObject);

function inGrid(
  records: readonly JsonObject[],
  lines: readonly number[] | undefined,
  beside: readonly string[],
): Records | undefined {
  const flat = records.map((record) => {
    const cells = new Map<string, string>();
    flatten(record, '', cells);
    return cells;
  });
  const columns = [...new Set(flat.flatMap((cells) => [...cells.keys()]))];
  if (columns.length > MOST_COLUMNS) return undefined;
  const grid = {
    name: '',
    columns,
    rows: flat.map((cells, i) => ({
      number: lines?.[i] ?? i + 1,
      cells: columns.map((column) => cells.get(column) ?? ''),
    })),
  };
  return { grid, beside };
}

function flatten(record: JsonObject, prefix: string, cells: Map<string, string>): void {
  for (const [key, value] of Object.entries(record)) {
    const name = prefix + key;
    if (isObject(value)) flatten(value, `${name}.`, cells);
    // `a.b` may be a name as well as a place.
    else cells.set(name, [cells.get(name), readable(value)].filter(Boolean).join('; '));
  }
}

/** A value within one cell: keywords in a row, paragraphs and objects under each other. */
function readable(value: JsonValue): string {
  if (value === null) return '';
  if (isObject(value))
    return Object.entries(value)
      .map(([key, each]) => `${key}: ${readable(each)}`)
      .join(', ');
  if (!isList(value)) return String(value);
  const parts = value.map(readable).filter((part) => part !== '');
  const isLong = value.some(isObject) || parts.some((part) => part.length > LONGEST_KEYWORD);
  return parts.join(isLong ? '\n\n' : '; ');
}

export function stringsIn(value: JsonValue): string[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(stringsIn);
}
