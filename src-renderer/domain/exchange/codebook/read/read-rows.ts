import { codePatterns, codeSymbols } from '../../../model/codebook';
import { stableGuid } from '../../../model/guid';
import type { CodeId, FamilyId } from '../../../model/ids';
import type { LabelLanguage, Labels } from '../../../model/language';
import { ok, type Result } from '../../../model/result';
import { fold } from '../../../text/fold';
import { undefused, type Cell } from '../../tables/csv';
import { colorFrom } from './color';
import type { CodebookFailure, CodebookFile, CodeFields, FileCode, FileFamily } from '../file';
import { treeOfPaths } from './path-names';
import { guidFrom, inTreeOrder, Tally, unreadable } from './reading';
import { codebookColumns, type CodebookColumn, type CodebookColumns } from './table-columns';
import { wordsFrom } from '../word-list';

/** Excel's cells take 32,767 characters; what is cut at that and marked is about as long. */
const MOST_OF_A_CELL = 32_000;

export interface RowsOptions {
  /** Whether texts have apostrophes in front of what a spreadsheet would run, as our CSV has. */
  readonly defused: boolean;
}

/**
 * Reads a codebook from the rows of a table: our own, or any that has a column of names.
 * In: rows of cells, the first that is not empty naming the columns. Out: the codebook; in a table without
 * `code_id` an empty cell says nothing, and parents are found by name. Colours, symbols, patterns and keys
 * that cannot be read are left out and counted. Fails where no column names codes, where no row has a
 * code, and where codes stand above themselves.
 */
export function readCodebookRows(
  rows: readonly (readonly Cell[])[],
  options: RowsOptions,
): Result<CodebookFile, CodebookFailure> {
  const texts = rows.map((row) => row.map((cell) => textOf(cell, options)));
  const header = texts.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const columns = codebookColumns(texts[header] ?? []);
  if (!columns) return unreadable('codebook-columns', (texts[header] ?? []).slice(0, 20).join(', '));
  const reader = new RowReader(columns);
  for (const row of texts.slice(header + 1)) reader.read(row);
  const placed = reader.placed();
  if (placed.length === 0 && reader.families.size === 0) return unreadable('codebook-empty');
  const tree = treeOfPaths(placed);
  const codes = inTreeOrder(tree.codes);
  if (!codes.ok) return codes;
  return ok({
    origin: '',
    families: [...reader.families.values()],
    codes: codes.value,
    repairs: [...reader.faults.messages('repair'), ...tree.repairs],
    losses: [],
  });
}

function textOf(cell: Cell, { defused }: RowsOptions): string {
  if (cell === null) return '';
  const text = String(cell).replace(/\r\n?/g, '\n');
  return defused ? undefused(text) : text;
}

type Row = readonly string[];

interface ReadCode {
  readonly code: FileCode;
  readonly row: Row;
}

class RowReader {
  readonly families = new Map<FamilyId, FileFamily>();
  readonly faults = new Tally();
  readonly #columns: CodebookColumns;
  /** Whether the table is one of ours, in which an empty cell says that there is nothing. */
  readonly #own: boolean;
  readonly #codes = new Map<CodeId, ReadCode>();

  constructor(columns: CodebookColumns) {
    this.#columns = columns;
    this.#own = columns.at.has('code_id') && columns.byLanguage.label.size > 0;
  }

  read(row: Row): void {
    const familyId = this.#family(row);
    const name = this.#name(row);
    const written = guidFrom(this.#cell(row, 'code_id'));
    if (!written && name === '' && !this.#cell(row, 'key')?.trim()) return;
    const id = this.#identity(written, row, name);
    const order = this.#cell(row, 'order')?.trim() ?? '';
    const code: FileCode = {
      id,
      identified: id === written,
      familyId,
      parentId: null,
      placed: this.#own && familyId !== null,
      order: this.#own && /^-?\d{1,9}$/.test(order) ? Number(order) : null,
      name: this.#columns.byLanguage.label.size > 0 ? null : name,
      fields: this.#fields(row),
    };
    this.#codes.set(id, { code, row });
  }

  /** The codes with their parents, which may stand further down in the table. */
  placed(): readonly FileCode[] {
    const byName = new Map<string, CodeId>();
    for (const { code, row } of this.#codes.values()) {
      for (const name of [this.#name(row), this.#cell(row, 'key') ?? ''].map(foldedName)) {
        if (name && !byName.has(name)) byName.set(name, code.id);
      }
    }
    const absent = new Map<CodeId, FileCode>();
    const codes = [...this.#codes.values()].map(({ code, row }): FileCode => {
      const parentId = guidFrom(this.#cell(row, 'parent_id'));
      const named = this.#cell(row, 'parent')?.trim() ?? '';
      if (parentId) {
        if (!this.#codes.has(parentId)) absent.set(parentId, stub(parentId, named, code.familyId));
        return { ...code, parentId, placed: true };
      }
      if (this.#own || named === '') return code;
      const found = byName.get(foldedName(named));
      const id = found ?? stableGuid('codebook-path', named);
      if (!found) absent.set(id, { ...stub(id, named, code.familyId), identified: false });
      return { ...code, parentId: id, placed: true };
    });
    return [...absent.values(), ...codes];
  }

  #cell(row: Row, column: CodebookColumn): string | undefined {
    const index = this.#columns.at.get(column);
    return index === undefined ? undefined : (row[index] ?? '');
  }

  #name(row: Row): string {
    const labels = [...this.#columns.byLanguage.label.values()].map((index) => row[index] ?? '');
    return (labels.find((label) => label.trim()) ?? this.#cell(row, 'name') ?? '').trim();
  }

  #identity(written: string | undefined, row: Row, name: string): CodeId {
    if (written && !this.#codes.has(written)) return written;
    if (written) this.faults.add('code-guid-repeated');
    else if (this.#own) this.faults.add('code-guid-missing');
    const path = [this.#cell(row, 'parent') ?? '', name];
    let id = stableGuid('codebook-path', ...path);
    for (let number = 2; this.#codes.has(id); number++) {
      id = stableGuid('codebook-path', ...path, String(number));
    }
    return id;
  }

  #family(row: Row): FamilyId | null {
    const label = this.#cell(row, 'family')?.trim() ?? '';
    const key = this.#cell(row, 'family_key')?.trim() || label;
    const id = guidFrom(this.#cell(row, 'family_id')) ?? (key ? stableGuid('codebook-family', key) : null);
    if (id === null || this.families.has(id)) return id;
    const labels = this.#labels(row, 'family_label');
    const [enabled, core] = [this.#flag(row, 'family_in_use'), this.#flag(row, 'family_core')];
    const order = this.#cell(row, 'family_order')?.trim() ?? '';
    const fields: FileFamily['fields'] = {
      ...(labels ? { labels } : {}),
      ...(enabled === undefined ? {} : { enabled }),
      ...(core === undefined ? {} : { core }),
      ...(/^-?\d{1,9}$/.test(order) ? { order: Number(order) } : {}),
    };
    this.families.set(id, { id, key: key || id, fields });
    return id;
  }

  #labels(row: Row, name: 'label' | 'family_label'): Labels | undefined {
    const columns = this.#columns.byLanguage[name];
    if (columns.size === 0) return undefined;
    return Object.fromEntries([...columns].map(([language, index]) => [language, row[index] ?? '']));
  }

  #fields(row: Row): Partial<CodeFields> {
    const labels = this.#labels(row, 'label');
    const examples = this.#cell(row, 'examples');
    const indicators = this.#indicators(row);
    const codable = this.#flag(row, 'codable');
    const color = this.#checked(row, 'color', colorFrom);
    const symbol = this.#checked(row, 'symbol', (text) => codeSymbols.find((each) => each === text));
    const pattern = this.#checked(row, 'pattern', (text) => codePatterns.find((each) => each === text));
    const shortcut = this.#shortcut(row);
    return {
      ...this.#texts(row),
      ...(labels ? { labels } : {}),
      ...(indicators.size > 0 ? { indicators: Object.fromEntries(indicators) } : {}),
      ...(examples === undefined ? {} : { examples: wordsFrom(examples) }),
      ...(codable === undefined ? {} : { codable }),
      ...(color === undefined ? {} : { color }),
      ...(symbol === undefined ? {} : { symbol }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(shortcut === undefined ? {} : { shortcut }),
    };
  }

  #texts(row: Row): Partial<CodeFields> {
    const columns = ['key', 'definition', 'include', 'exclude', 'response'] as const;
    return Object.fromEntries(
      columns
        .map((column) => [column, this.#cell(row, column)] as const)
        .filter(([, text]) => text !== undefined && (this.#own || text.trim() !== '') && !this.#isCut(text)),
    );
  }

  /** Whether a workbook holds only the beginning of a text, which must not replace the whole. */
  #isCut(text: string): boolean {
    const cut = text.length > MOST_OF_A_CELL && text.endsWith(' […]');
    if (cut) this.faults.add('cell-cut');
    return cut;
  }

  #indicators(row: Row): ReadonlyMap<LabelLanguage, readonly string[]> {
    const columns = this.#columns.byLanguage.indicators;
    return new Map([...columns].map(([language, index]) => [language, wordsFrom(row[index] ?? '')]));
  }

  #flag(row: Row, column: CodebookColumn): boolean | undefined {
    const text = this.#cell(row, column)?.trim().toLowerCase();
    if (text === 'true' || text === '1' || text === 'yes') return true;
    return text === 'false' || text === '0' || text === 'no' ? false : undefined;
  }

  #shortcut(row: Row): string | undefined {
    const text = this.#cell(row, 'shortcut')?.trim().toLowerCase();
    if (text === '') return this.#own ? '' : undefined;
    return this.#checked(row, 'shortcut', (key) => (/^[1-9a-z]$/.test(key) ? key : undefined));
  }

  /** What a cell says in the words of the model; a cell that says something else is counted. */
  #checked<T>(row: Row, column: CodebookColumn, read: (text: string) => T | undefined): T | undefined {
    const text = this.#cell(row, column)?.trim().toLowerCase() ?? '';
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) this.faults.add(`${column}-unknown`);
    return value;
  }
}

/** A code that the file only names as a parent. */
const stub = (id: CodeId, name: string, familyId: FamilyId | null): FileCode => ({
  id,
  identified: true,
  familyId,
  parentId: null,
  placed: false,
  order: null,
  name: name || null,
  fields: {},
});

const foldedName = (name: string): string => fold(name).trim();
