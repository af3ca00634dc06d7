import { codebookFromResource } from '../../../codebook/default';
import {
  Fault,
  flag,
  integer,
  labelsFrom,
  list,
  oneOf,
  record,
  text,
  wordsByLanguage,
} from '../../../codebook/shape';
import { codePatterns, codeSymbols, type Code, type CodeFamily } from '../../../model/codebook';
import type { FamilyId } from '../../../model/ids';
import { labelLanguages, type LabelLanguage } from '../../../model/language';
import { ok, type Result } from '../../../model/result';
import { colorFrom } from './color';
import type { CodebookFailure, CodebookFile, CodeFields, FileCode, FileFamily } from '../file';
import { JSON_FORMAT } from '../json';
import { guidFrom, inTreeOrder, unreadable } from './reading';

/**
 * Reads a codebook in our own format, version 2, or version 1, in which codebooks ship with the product.
 * In: JSON text. Out: the codebook. Fails where it is not JSON, not a codebook, of a newer version, or
 * malformed, with the place of the first fault.
 */
export function readCodebookJson(json: string): Result<CodebookFile, CodebookFailure> {
  const parsed = parse(json);
  if (!parsed.ok) return parsed;
  const book = parsed.value;
  try {
    const format = text(record(book, '$').format, 'format');
    const version = /^parallax-codebook\/(\d+)$/.exec(format)?.[1];
    if (version === undefined) return unreadable('codebook-format', format);
    if (version === '1') return shipped(book);
    return format === JSON_FORMAT ? readBook(record(book, '$')) : unreadable('codebook-newer', format);
  } catch (error) {
    if (error instanceof Fault) return unreadable('codebook-malformed', error.path);
    throw error;
  }
}

function parse(json: string): Result<unknown, CodebookFailure> {
  try {
    return ok(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('codebook-malformed', error.message);
    throw error;
  }
}

function readBook(book: Record<string, unknown>): Result<CodebookFile, CodebookFailure> {
  const families = list(book.families, 'families').map((row, i) => readFamily(row, `families[${i}]`));
  const familyIds = new Set(families.map(({ id }) => id));
  if (familyIds.size < families.length) throw new Fault('families');
  const codes = list(book.codes, 'codes').map((row, i) => readCode(row, familyIds, `codes[${i}]`));
  const byId = new Map(codes.map((code) => [code.id, code]));
  if (byId.size < codes.length) throw new Fault('codes');
  codes.forEach(({ parentId, familyId }, i) => {
    if (parentId !== null && byId.get(parentId)?.familyId !== familyId)
      throw new Fault(`codes[${i}].parentId`);
  });
  return bookOf(typeof book.origin === 'string' ? book.origin : '', families, codes);
}

function shipped(book: unknown): Result<CodebookFile, CodebookFailure> {
  const read = codebookFromResource(book);
  if (!read.ok) return unreadable('codebook-malformed', read.error.path);
  // What ships has no examples and no say in which families a project uses.
  const families = read.value.families.map(({ id, key, labels, core, order }) =>
    familyOf(id, key, { labels, core, order }),
  );
  const codes = read.value.codes.map(({ id, familyId, parentId, order, examples: _, ...fields }) =>
    codeOf({ id, familyId, parentId, order }, fields),
  );
  return bookOf('', families, codes);
}

function bookOf(
  origin: string,
  families: readonly FileFamily[],
  codes: readonly FileCode[],
): Result<CodebookFile, CodebookFailure> {
  if (families.length === 0 && codes.length === 0) return unreadable('codebook-empty');
  const ordered = inTreeOrder(codes);
  if (!ordered.ok) return ordered;
  return ok({ origin, families, codes: ordered.value, repairs: [], losses: [] });
}

function readFamily(json: unknown, path: string): FileFamily {
  const row = record(json, path);
  return familyOf(guid(row.id, `${path}.id`), text(row.key, `${path}.key`), {
    labels: labelsFrom(row.labels, `${path}.labels`),
    core: flag(row.core, `${path}.core`),
    enabled: flag(row.enabled, `${path}.enabled`),
    order: integer(row.order, `${path}.order`),
  });
}

function readCode(json: unknown, families: ReadonlySet<FamilyId>, path: string): FileCode {
  const row = record(json, path);
  const familyId = guid(row.familyId, `${path}.familyId`);
  if (!families.has(familyId)) throw new Fault(`${path}.familyId`);
  const shortcut = text(row.shortcut, `${path}.shortcut`);
  if (!/^[1-9a-z]?$/.test(shortcut)) throw new Fault(`${path}.shortcut`);
  const color = colorFrom(text(row.color, `${path}.color`));
  if (color === undefined) throw new Fault(`${path}.color`);
  const place = {
    id: guid(row.id, `${path}.id`),
    familyId,
    parentId: row.parentId === null ? null : guid(row.parentId, `${path}.parentId`),
    order: integer(row.order, `${path}.order`),
  };
  return codeOf(place, {
    key: text(row.key, `${path}.key`),
    labels: labelsFrom(row.labels, `${path}.labels`),
    definition: text(row.definition, `${path}.definition`),
    include: text(row.include, `${path}.include`),
    exclude: text(row.exclude, `${path}.exclude`),
    response: text(row.response, `${path}.response`),
    examples: list(row.examples, `${path}.examples`).map((id, i) => guid(id, `${path}.examples[${i}]`)),
    indicators: wordsByLanguage(row.indicators, `${path}.indicators`),
    color,
    symbol: oneOf(row.symbol, codeSymbols, `${path}.symbol`),
    pattern: oneOf(row.pattern, codePatterns, `${path}.pattern`),
    shortcut,
    codable: flag(row.codable, `${path}.codable`),
  });
}

/** A family that says of every language whether it has a label. */
const familyOf = (id: FamilyId, key: string, fields: Partial<CodeFamily>): FileFamily => ({
  id,
  key,
  fields: { ...fields, labels: { ...everyLanguage(''), ...fields.labels } },
});

/** A code that says of every language whether it has a label and words. */
const codeOf = (
  place: Pick<Code, 'id' | 'familyId' | 'parentId' | 'order'>,
  fields: Partial<CodeFields>,
): FileCode => ({
  ...place,
  identified: true,
  placed: true,
  name: null,
  fields: {
    ...fields,
    labels: { ...everyLanguage(''), ...fields.labels },
    indicators: { ...everyLanguage<readonly string[]>([]), ...fields.indicators },
  },
});

const everyLanguage = <T>(value: T): { readonly [language in LabelLanguage]?: T } =>
  Object.fromEntries(labelLanguages.map((language) => [language, value]));

function guid(json: unknown, path: string): string {
  const id = guidFrom(text(json, path));
  if (id === undefined) throw new Fault(path);
  return id;
}
