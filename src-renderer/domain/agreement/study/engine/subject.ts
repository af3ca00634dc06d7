import { continuaOf, type Continuum } from '../../continuum/continuum';
import type { SpanMatch } from '../../matching/spans';
import { onceFor } from '../../remember';
import { ofCoders, reliabilityTable, type ReliabilityTable } from '../../table/table';
import { characterTable } from '../../units/character';
import { regionTable, type Region } from '../../units/region';
import { segmentTable } from '../../units/segment';
import type { AgreementMaterial, TableMaterial } from '../material/material';
import { placed } from '../material/placed';
import type { ComparedDocument } from '../report';
import type { AgreementUnit } from '../request';

/** A document of a subject. */
export interface SubjectDocument extends ComparedDocument {
  readonly country: string;
  readonly language: string;
}

/** What coefficients are computed of, whatever it came from. */
export interface Subject {
  readonly coders: readonly string[];
  readonly codes: readonly string[];
  /** None for a table that came from elsewhere. */
  readonly documents: readonly SubjectDocument[];
  /** One per document; null where there are no spans, only a table. */
  readonly continua: readonly Continuum[] | null;
  /** How many things are drawn for an interval: documents, or the units of a table without any. */
  readonly drawn: number;
  /** The table of one code, or of all as sets (null), in the unit asked for. */
  readonly tableOf: (code: string | null) => ReliabilityTable;
  /** The same of these coders alone, by column, without the documents that say nothing of two of them. */
  readonly among: (columns: readonly number[]) => Subject;
}

/**
 * In: material with the texts it needs, the unit, and when segments match. Out: the subject.
 */
export function subjectOf(material: AgreementMaterial, unit: AgreementUnit, match: SpanMatch): Subject {
  const { coders, codes } = material;
  const all = material.documents.map((document) => ({
    ...placed(document, unit),
    id: document.id,
    country: document.country,
    language: document.language,
    unfinished: document.unfinished,
    looked: document.coders.map((own) => own !== null),
  }));
  const of = (columns: readonly number[]): Subject => {
    const kept = all.filter(({ looked }) => columns.filter((column) => looked[column]).length >= 2);
    const continua = continuaOf(
      kept.map(({ continuum }) => continuum),
      columns,
    );
    const regions = kept.map((each) => each.regions);
    const named = (chosen: readonly number[]) => chosen.map((column) => coders[column] ?? '');
    const subject: Subject = {
      coders: named(columns),
      codes,
      documents: kept.map(({ id, country, language, looked, unfinished, continuum }) => ({
        id,
        country,
        language,
        characters: continuum.length,
        coders: named(columns.filter((column) => looked[column])),
        unfinished: named(columns.filter((column) => unfinished[column])),
      })),
      continua,
      drawn: continua.length,
      tableOf: (code) =>
        // A table of segments has the same units for every code.
        onceFor(subject, `table ${unit === 'segment' ? '' : JSON.stringify(code)}`, () =>
          unitTable(continua, regions, code, unit, match),
        ),
      among: (some) => of(some.map((column) => columns[column] ?? -1)),
    };
    return subject;
  };
  return of(coders.map((_, column) => column));
}

function unitTable(
  continua: readonly Continuum[],
  regions: readonly (readonly Region[])[],
  code: string | null,
  unit: AgreementUnit,
  match: SpanMatch,
): ReliabilityTable {
  const codes = code === null ? undefined : [code];
  if (unit === 'character') return characterTable(continua, { codes });
  if (unit === 'segment') return segmentTable(continua, match);
  return regionTable(continua, regions, codes);
}

/**
 * In: a table from elsewhere. Out: its subject; each unit is drawn by itself for an interval.
 */
export function subjectOfTable({ coders, categories, rows }: TableMaterial): Subject {
  const values = new Set(rows.flatMap((row) => row.flatMap((value) => value ?? [])));
  const whole = reliabilityTable(
    rows.map((row, document) => ({ values: row, document })),
    coders.length,
    categories?.map((category) => [category]),
  );
  const of = (columns: readonly number[]): Subject => ({
    coders: columns.map((column) => coders[column] ?? ''),
    codes: categories ?? [...values].sort(),
    documents: [],
    continua: null,
    drawn: rows.length,
    tableOf: () => onceFor(whole, `coders ${columns.join()}`, () => ofCoders(whole, columns)),
    among: (some) => of(some.map((column) => columns[column] ?? -1)),
  });
  return of(coders.map((_, column) => column));
}
