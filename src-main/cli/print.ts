import { csvText, type Cell, type Table } from '../../src-renderer/domain/exchange/tables/csv';
import type { Outcome } from './command';

export type Format = 'json' | 'table' | 'csv';

/** In: what a command handed back, and how it is wanted. Out: the text to write. */
export function printed({ json, table }: Outcome, format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(json, null, 2)}\n`;
    case 'csv':
      return csvText(table());
    case 'table':
      return aligned(table());
  }
}

const WIDEST = 60;

/** Columns under each other; numbers to the right. */
function aligned({ columns, rows }: Table): string {
  const lines = [columns, ...rows.map((row) => row.map(short))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ''))));
  const isNumber = columns.map((_, index) => rows.every((row) => typeof (row[index] ?? 0) === 'number'));
  return lines
    .map((line) =>
      line
        .map((text, index) => {
          const space = ' '.repeat((widths[index] ?? 0) - widthOf(text));
          return isNumber[index] && rows.length > 0 ? space + text : text + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function short(cell: Cell): string {
  const text = cell === null ? '–' : String(cell).replace(/\s+/g, ' ');
  const characters = [...text];
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join('')}…` : text;
}

/** Terminals give characters of East Asian scripts two places. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
