import {
  codePatterns,
  codeSymbols,
  type Code,
  type CodeFamily,
  type CodePattern,
  type CodeSymbol,
} from '../model/codebook';
import type { Labels } from '../model/language';
import { fail, ok, type Result } from '../model/result';
import { Fault, flag, integer, labelsFrom, list, oneOf, record, text, wordsByLanguage } from './shape';

const FORMAT = 'parallax-codebook/1';

/** Where a codebook document is not what it should be, such as `codes[3].color`. */
export interface CodebookFault {
  readonly kind: 'malformed';
  readonly path: string;
}

/**
 * Reads a codebook document (format parallax-codebook/1), such as the one that ships with the product.
 * In: parsed JSON, unchecked. Out: families and codes whose keys have become ids; core families are
 * switched on, the others off. Fails with the place of the first fault.
 */
export function codebookFromResource(
  json: unknown,
): Result<{ readonly families: readonly CodeFamily[]; readonly codes: readonly Code[] }, CodebookFault> {
  try {
    const book = record(json, '$');
    oneOf(book.format, [FORMAT], 'format');
    const families = list(book.families, 'families').map((row, i) => readFamily(row, `families[${i}]`));
    const familyIds = uniqueKeys(families, 'families');
    const rows = list(book.codes, 'codes').map((row, i) => record(row, `codes[${i}]`));
    const codeIds = uniqueKeys(
      rows.map((row, i) => ({ id: text(row.id, `codes[${i}].id`), key: text(row.key, `codes[${i}].key`) })),
      'codes',
    );
    const codes = rows.map((row, i) => readCode(row, familyIds, codeIds, `codes[${i}]`));
    checkTree(codes);
    return ok({ families, codes });
  } catch (error) {
    if (error instanceof Fault) return fail({ kind: 'malformed', path: error.path });
    throw error;
  }
}

function readFamily(json: unknown, path: string): CodeFamily {
  const row = record(json, path);
  const core = flag(row.core, `${path}.core`);
  return {
    id: text(row.id, `${path}.id`),
    key: text(row.key, `${path}.key`),
    labels: readLabels(row.labels, `${path}.labels`),
    core,
    enabled: core,
    order: integer(row.order, `${path}.order`),
  };
}

function readCode(
  row: Record<string, unknown>,
  families: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, string>,
  path: string,
): Code {
  const familyId = families.get(text(row.family, `${path}.family`));
  const parentId = row.parent === null ? null : codes.get(text(row.parent, `${path}.parent`));
  if (familyId === undefined) throw new Fault(`${path}.family`);
  if (parentId === undefined) throw new Fault(`${path}.parent`);
  const color = text(row.color, `${path}.color`).toUpperCase();
  if (!/^#[0-9A-F]{6}$/.test(color)) throw new Fault(`${path}.color`);
  return {
    id: text(row.id, `${path}.id`),
    familyId,
    parentId,
    key: text(row.key, `${path}.key`),
    labels: readLabels(row.labels, `${path}.labels`),
    definition: text(row.definition, `${path}.definition`),
    include: text(row.include, `${path}.include`),
    exclude: text(row.exclude, `${path}.exclude`),
    response: text(row.response, `${path}.response`),
    examples: [],
    indicators: wordsByLanguage(row.indicators, `${path}.indicators`),
    color,
    symbol: oneOf<CodeSymbol>(row.symbol, codeSymbols, `${path}.symbol`),
    pattern: oneOf<CodePattern>(row.pattern, codePatterns, `${path}.pattern`),
    shortcut: text(row.shortcut, `${path}.shortcut`),
    codable: flag(row.codable, `${path}.codable`),
    order: integer(row.order, `${path}.order`),
  };
}

function readLabels(json: unknown, path: string): Labels {
  const labels = labelsFrom(json, path);
  if (!Object.values(labels).some((label) => label.trim() !== '')) throw new Fault(path);
  return labels;
}

/** Keys and ids must be there and be unique. Out: id by key. */
function uniqueKeys(
  rows: readonly { readonly id: string; readonly key: string }[],
  path: string,
): ReadonlyMap<string, string> {
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  if (ids.size < rows.length || new Set(ids.values()).size < rows.length || ids.has(''))
    throw new Fault(path);
  return ids;
}

/** Each code hangs on one of its own family, and none on itself. */
function checkTree(codes: readonly Code[]): void {
  const byId = new Map(codes.map((code) => [code.id, code]));
  codes.forEach((code, i) => {
    let above: Code | undefined = code;
    for (let depth = 0; above?.parentId; depth++) {
      above = byId.get(above.parentId);
      if (above?.familyId !== code.familyId || depth > codes.length) throw new Fault(`codes[${i}].parent`);
    }
  });
}
