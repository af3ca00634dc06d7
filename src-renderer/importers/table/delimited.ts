import Papa from 'papaparse';
import { endingOf } from '../detect';

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_ROWS = 40;
/** A file that is not called a table has to look like one beyond doubt. */
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;

/** The rows of delimited text as they stand, blank ones among them, so that they keep their numbers. */
export const parseDelimited = (text: string, delimiter: Delimiter): string[][] =>
  Papa.parse<string[]>(text, { delimiter }).data;

/**
 * What parts the cells of a text that is a table.
 * In: the text and the name of its file. Out: the delimiter that makes rows of the same width, widest first;
 * undefined where there is none. Prose has commas too, so that only files called tables may be uneven.
 */
export function delimiterOf(text: string, name: string): Delimiter | undefined {
  const isCalled = /^(csv|tsv|tab)$/.test(endingOf(name));
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const isCut = text.length > sample.length;
  // Most texts are told to be none by their first line, which is much cheaper than parsing.
  const firstLine = /\S.*/.exec(sample)?.[0] ?? '';
  const isWide = (delimiter: Delimiter) => firstLine.split(delimiter).length >= fewestColumns(delimiter);
  const [best] = delimiters
    .filter((delimiter) => isCalled || isWide(delimiter))
    .map((delimiter) => ({ delimiter, ...shapeOf(sample, isCut, delimiter) }))
    .filter(({ delimiter, width, rows, even }) =>
      isCalled ? width >= 2 : even === 1 && rows >= FEWEST_ROWS && width >= fewestColumns(delimiter),
    )
    .sort((a, b) => a.faults - b.faults || b.even - a.even || b.width - a.width);
  // A column of texts alone has nothing between its cells.
  return best?.delimiter ?? (isCalled ? ',' : undefined);
}

/** Nobody writes tabs into prose. */
const fewestColumns = (delimiter: Delimiter): number => (delimiter === '\t' ? 2 : FEWEST_COLUMNS);

interface Shape {
  /** Of the first row, in cells. */
  readonly width: number;
  readonly rows: number;
  /** The share of rows that are as wide as the first. */
  readonly even: number;
  /** Quotes that open or close where no cell does. */
  readonly faults: number;
}

function shapeOf(sample: string, isCut: boolean, delimiter: Delimiter): Shape {
  const { data, errors } = Papa.parse<string[]>(sample, {
    delimiter,
    preview: SAMPLE_ROWS,
    skipEmptyLines: 'greedy',
  });
  // The last row may be cut.
  const rows = isCut && data.length < SAMPLE_ROWS ? data.slice(0, -1) : data;
  const width = rows[0]?.length ?? 0;
  const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  return { width, rows: rows.length, even, faults: errors.filter(({ type }) => type === 'Quotes').length };
}
