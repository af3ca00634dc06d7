import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Sheet } from '../../domain/exchange/tables/csv';
import { invariant } from '../../domain/model/result';
import { fitting } from './limits';
import { parts } from './parts';
import { sheetXml } from './sheet';
import { stylesXml } from './styles';

export { countCutCells } from './limits';

/**
 * Tables as a workbook of Office Open XML (ECMA-376), one sheet each.
 *
 * In: sheets, at least one, each with at least one column. Names of sheets are made such as Excel takes.
 * Out: the bytes of an .xlsx file. Numbers, truth values and dates are cells of that kind, texts are texts
 * even where they look like formulas; the names of columns stay in sight and are filters. A cell takes
 * 32,767 characters: longer texts are cut with a mark, and `countCutCells` says how many.
 *
 * Packed here, in this thread: libraries that write workbooks compress in a worker made of a blob, which
 * the content security policy forbids, and then wait for ever.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  invariant(
    sheets.length > 0 && sheets.every(({ table }) => table.columns.length > 0),
    'a workbook has a sheet and every sheet a column',
  );
  const fitted = fitting(sheets);
  const archive = new Archive();
  for (const [name, xml] of Object.entries(parts(fitted))) archive.add(name, [xml]);
  archive.add('xl/styles.xml', [stylesXml]);
  for (const [index, { table }] of fitted.entries()) {
    archive.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table, index === 0));
  }
  return archive.finish();
}

/** Some kilobytes at once compress better and faster than many small pieces. */
const PIECE = 1 << 16;

/** A ZIP archive in the making. */
class Archive {
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  readonly #zip: Zip;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
    });
  }

  add(name: string, texts: Iterable<string>): void {
    const member = new ZipDeflate(name, { level: 6 });
    this.#zip.add(member);
    let waiting = '';
    for (const text of texts) {
      waiting += text;
      if (waiting.length < PIECE) continue;
      member.push(strToU8(waiting));
      waiting = '';
    }
    member.push(strToU8(waiting), true);
  }

  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    this.#zip.end();
    return new Uint8Array(await new Blob(this.#pieces).arrayBuffer());
  }
}
