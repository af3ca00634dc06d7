import { labelIn, type LabelLanguage } from '../../model/language';
import type { CrossedRow } from '../../profile/crossed-profile';
import type { Cell, Table } from './csv';

export interface CrossedTableOptions {
  readonly language: LabelLanguage;
  /** Names of the family of the columns and of the one it is crossed with. */
  readonly familyName: string;
  readonly crossedFamilyName: string;
  /** The name of a country for readers, beside its key. */
  readonly countryName: (key: string) => string;
}

/**
 * A crossed profile as a table, one row per country and pair of codes: the very figures of the chart.
 * In: the crossed profile, and how to name things. Out: the table. `n` are the segments of the country
 * with a code of both families; where it is 0 there is no data, and `segments` is empty, not 0.
 */
export function crossedTable(rows: readonly CrossedRow[], options: CrossedTableOptions): Table {
  const { language, familyName, crossedFamilyName, countryName } = options;
  return {
    columns: [
      'country',
      'country_name',
      'family',
      'code_key',
      'code',
      'crossed_family',
      'crossed_code_key',
      'crossed_code',
      'segments',
      'n',
    ],
    rows: rows.flatMap(({ key, table }) =>
      table.rows.flatMap((other, y) =>
        table.columns.map((code, x): readonly Cell[] => [
          key,
          countryName(key),
          familyName,
          code.key,
          labelIn(code.labels, language),
          crossedFamilyName,
          other.key,
          labelIn(other.labels, language),
          table.n === 0 ? null : (table.counts[y]?.[x] ?? null),
          table.n,
        ]),
      ),
    ),
  };
}
