import * as v from 'valibot';
import { OWN_VERSION, type OwnManifest } from '../../domain/exchange/own/manifest';
import type { BlockRow, OwnFile, OwnText } from '../../domain/exchange/own/members';
import type { XmlElement } from '../../domain/model/carried';
import type { ChangeSet } from '../../domain/model/change';
import { codePatterns, codeSymbols } from '../../domain/model/codebook';
import { importFailureKinds } from '../../domain/model/import';
import { labelLanguages } from '../../domain/model/language';
import { tableNames, type TableName, type TableRows } from '../../domain/model/project';
import { disagreementKinds, settlements, strata } from '../../domain/model/collaboration';
import { stances } from '../../domain/model/segment';
import type { JsonValue } from '../../domain/model/view';
import { blockKinds, documentTypes, sourceFormats, variableTypes } from '../../domain/model/source';
import { isPartialDate } from '../../domain/sources/date';
import { isWebAddress } from '../../domain/sources/edit-sources';
import { canonicalLanguage } from '../../domain/text/segmenters';

/**
 * What rows in a file must look like, field by field: more than that is refused as well, since nothing of
 * ours writes it. What they point at, and whether positions lie in their texts, the domain checks.
 */
const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const moment = v.pipe(
  v.string(),
  v.check((text) => text === '' || !Number.isNaN(Date.parse(text)), 'not a moment'),
);
const date = v.pipe(
  v.string(),
  v.check((text) => text === '' || isPartialDate(text), 'not a date'),
);
const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const none = v.null();
const message = v.strictObject({
  key: v.string(),
  params: v.record(v.string(), v.union([v.string(), finite])),
});

/** In: a schema. Out: one of an object that may have it under each label language. */
function byLanguage<T extends v.GenericSchema>(schema: T) {
  const entries = Object.fromEntries(labelLanguages.map((language) => [language, v.optional(schema)]));
  return v.strictObject(
    entries as { readonly [language in (typeof labelLanguages)[number]]: v.OptionalSchema<T, undefined> },
  );
}

/** Elements lie in each other, but not without end. */
const DEEPEST = 64;

function isElement(value: unknown, depth = 0): value is XmlElement {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  const { name, attributes, children, text, ...more } = value as { readonly [field: string]: unknown };
  return (
    typeof name === 'string' &&
    typeof text === 'string' &&
    typeof attributes === 'object' &&
    attributes !== null &&
    Object.values(attributes).every((attribute) => typeof attribute === 'string') &&
    Array.isArray(children) &&
    children.every((child) => isElement(child, depth + 1)) &&
    Object.keys(more).length === 0
  );
}

function isJson(value: unknown, depth = 0): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  return Object.values(value).every((each) => isJson(each, depth + 1));
}

const rows = {
  project: v.strictObject({
    id: guid,
    name: v.string(),
    createdAt: moment,
    currentCoderId: guid,
    packageId: v.exactOptional(guid),
    agreedCoderId: v.exactOptional(guid),
  }),
  sources: v.strictObject({
    id: guid,
    title: v.string(),
    format: v.picklist(sourceFormats),
    fileName: v.string(),
    encoding: v.string(),
    hash: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
    bytes: count,
    length: count,
    characters: count,
    language: v.pipe(
      v.string(),
      v.check((tag) => tag === '' || canonicalLanguage(tag) !== undefined, 'not a language'),
    ),
    country: v.string(),
    date,
    documentType: v.picklist(['', ...documentTypes]),
    actor: v.string(),
    outlet: v.string(),
    url: v.pipe(v.string(), v.check(isWebAddress, 'not a web address')),
    variables: v.record(guid, v.union([v.string(), finite, v.boolean()])),
    warnings: v.array(message),
    createdAt: moment,
    modifiedAt: moment,
  }),
  families: v.strictObject({
    id: guid,
    key: v.string(),
    labels: byLanguage(v.string()),
    core: v.boolean(),
    enabled: v.boolean(),
    order: finite,
  }),
  codes: v.strictObject({
    id: guid,
    familyId: guid,
    parentId: v.union([guid, none]),
    key: v.string(),
    labels: byLanguage(v.string()),
    definition: v.string(),
    include: v.string(),
    exclude: v.string(),
    response: v.string(),
    examples: v.array(guid),
    indicators: byLanguage(v.array(v.string())),
    color,
    symbol: v.picklist(codeSymbols),
    pattern: v.picklist(codePatterns),
    shortcut: v.string(),
    codable: v.boolean(),
    order: finite,
  }),
  segments: v.pipe(
    v.strictObject({
      id: guid,
      sourceId: guid,
      start: count,
      end: count,
      coderId: guid,
      tags: v.pipe(v.array(guid), v.minLength(1)),
      certainty: v.picklist(['certain', 'unsure']),
      stance: v.picklist(stances),
      quote: v.string(),
      prefix: v.string(),
      suffix: v.string(),
      characters: count,
      memoId: v.union([guid, none]),
      translation: v.exactOptional(v.string()),
      createdAt: moment,
      modifiedAt: moment,
    }),
    v.check(({ start, end }) => start < end, 'not a passage'),
    v.check(({ tags }) => new Set(tags).size === tags.length, 'a code twice'),
  ),
  memos: v.strictObject({
    id: guid,
    target: v.union([
      none,
      v.strictObject({ table: v.picklist(['sources', 'segments', 'codes', 'cases']), id: guid }),
    ]),
    title: v.string(),
    body: v.string(),
    plainText: v.string(),
    coderId: guid,
    createdAt: moment,
    modifiedAt: moment,
  }),
  cases: v.strictObject({
    id: guid,
    country: v.string(),
    name: v.string(),
    judgement: v.union([none, v.strictObject({ codeId: guid, reasons: v.string() })]),
    facts: v.array(
      v.strictObject({
        id: v.string(),
        key: v.string(),
        label: v.string(),
        value: v.string(),
        date,
        asOf: date,
        reference: v.string(),
        codes: v.array(guid),
      }),
    ),
    note: v.string(),
  }),
  variables: v.strictObject({
    id: guid,
    name: v.string(),
    type: v.picklist(variableTypes),
    description: v.string(),
  }),
  coders: v.strictObject({ id: guid, name: v.string(), initials: v.string(), color }),
  carried: v.strictObject({
    id: guid,
    kind: v.picklist(['picture', 'audio', 'video', 'pdf-area', 'link', 'set', 'graph']),
    name: v.string(),
    sourceId: v.union([guid, none]),
    fileName: v.string(),
    codings: count,
    element: v.custom<XmlElement>((value) => isElement(value), 'not an element'),
  }),
  imports: v.strictObject({
    id: guid,
    at: moment,
    coderId: guid,
    files: v.array(
      v.strictObject({
        path: v.string(),
        bytes: count,
        sources: v.array(v.strictObject({ id: guid, title: v.string(), characters: count })),
        leftOut: count,
        failure: v.union([
          v.strictObject({ kind: v.picklist(importFailureKinds), detail: v.string() }),
          none,
        ]),
        warnings: v.array(message),
      }),
    ),
  }),
  progress: v.strictObject({ id: guid, sourceId: guid, coderId: guid, finished: v.boolean(), at: moment }),
  packages: v.strictObject({
    id: guid,
    name: v.string(),
    round: v.pipe(count, v.minValue(1)),
    purpose: v.picklist(['second-coder', 'recode']),
    coderId: guid,
    recodeOf: v.union([guid, none]),
    sourceIds: v.array(guid),
    familyIds: v.array(guid),
    frozen: v.boolean(),
    sampling: v.variant('kind', [
      v.strictObject({ kind: v.literal('all'), of: count }),
      v.strictObject({ kind: v.literal('chosen'), of: count }),
      v.strictObject({
        kind: v.literal('random'),
        of: count,
        seed: finite,
        strata: v.array(v.picklist(strata)),
      }),
    ]),
    createdBy: guid,
    createdAt: moment,
  }),
  decisions: v.pipe(
    v.strictObject({
      id: guid,
      sourceId: guid,
      start: count,
      end: count,
      kind: v.picklist(['agreed', ...disagreementKinds]),
      considered: v.array(
        v.strictObject({ segmentId: guid, coderId: guid, start: count, end: count, tags: v.array(guid) }),
      ),
      settlement: v.picklist(settlements),
      result: v.array(guid),
      note: v.string(),
      coderId: guid,
      at: moment,
    }),
    v.check(({ start, end }) => start < end, 'not a passage'),
  ),
  views: v.strictObject({
    id: guid,
    name: v.string(),
    analysis: v.string(),
    settings: v.custom<JsonValue>((value) => isJson(value), 'not data'),
    figures: v.custom<JsonValue>((value) => isJson(value), 'not data'),
    coderId: guid,
    createdAt: moment,
    modifiedAt: moment,
  }),
} satisfies { readonly [T in TableName]: v.GenericSchema<unknown, unknown> };

/** The schema of a row of each table. */
export const rowSchemas: { readonly [T in TableName]: v.GenericSchema<unknown, TableRows[T]> } = rows;

const changes = tableNames.map((table) =>
  v.strictObject({
    table: v.literal(table),
    id: guid,
    before: v.union([rows[table] as v.GenericSchema<unknown, unknown>, none]),
    after: v.union([rows[table] as v.GenericSchema<unknown, unknown>, none]),
  }),
);

/** An entry of the history with all its rows. */
export const changeSetSchema = v.strictObject({
  id: guid,
  label: message,
  kind: v.picklist(['origin', 'do', 'undo', 'redo']),
  target: v.union([guid, none]),
  coderId: guid,
  at: moment,
  changes: v.array(v.variant('table', changes as [(typeof changes)[0], ...typeof changes])),
}) as v.GenericSchema<unknown, unknown> as v.GenericSchema<unknown, ChangeSet>;

/** Texts have hundreds of thousands of blocks together, so each is looked at by hand. */
function isBlock(value: unknown): value is BlockRow {
  if (!Array.isArray(value) || value.length < 4 || value.length > 5) return false;
  const [start, end, kind, level, page = 0] = value as readonly unknown[];
  return [start, end, level, page].every(isCount) && blockKinds.some((known) => known === kind);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** A text's place and blocks; whether the blocks suit the text is checked with it. */
export const textSchema: v.GenericSchema<unknown, OwnText> = v.strictObject({
  id: guid,
  member: v.string(),
  blocks: v.custom<readonly BlockRow[]>(
    (value) => Array.isArray(value) && value.every(isBlock),
    'not blocks of a text',
  ),
});

export const fileSchema: v.GenericSchema<unknown, OwnFile> = v.strictObject({
  id: guid,
  name: v.string(),
  member: v.string(),
});

export const manifestSchema: v.GenericSchema<unknown, OwnManifest> = v.object({
  format: v.literal('parallax-project'),
  version: v.pipe(count, v.minValue(1), v.maxValue(OWN_VERSION)),
  application: v.string(),
  projectXmlSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  lines: v.record(v.string(), count),
});

/** Enough of a manifest to tell that a newer Parallax wrote it. */
export const versionSchema = v.object({ format: v.literal('parallax-project'), version: count });
