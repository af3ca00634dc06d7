import { labelIn, type LabelLanguage } from '../../model/language';
import type { FramingProfile, ProfileRow } from '../../profile/profile';
import type { Cell, Table } from './csv';
import { figureCells, figureColumns } from './figure-columns';

export interface ProfileTableOptions {
  readonly language: LabelLanguage;
  /** The name of a country for readers, beside its key. */
  readonly countryName: (key: string) => string;
}

/**
 * A profile as a table, one row per country and code: the very figures of the chart.
 * In: the profile, and how to name things. Out: the table. `value`, `n` and `share` are in `unit`, and
 * `denominator` says in words what n counts, `coding` whose coding it is (any, agreed, majority); the amounts in all three units follow. Where a country has
 * no data, amounts and shares are empty, not 0.
 */
export function profileTable(profile: FramingProfile, options: ProfileTableOptions): Table {
  const { family, request, unit, columns } = profile;
  const name = (key: string) => labelIn(columns.find(({ id }) => id === key)?.labels ?? {}, options.language);
  const denominator = request.codes
    ? `${unit} with any of ${columns.map((code) => code.key || name(code.id)).join(', ')}`
    : `${unit} with any code of ${request.familyKey}`;

  const record = (row: ProfileRow, index: number): readonly Cell[] => {
    const code = columns[index];
    return [
      row.key,
      options.countryName(row.key),
      row.status,
      row.sources,
      row.sourcesCoded,
      family ? labelIn(family.labels, options.language) : request.familyKey,
      code?.key ?? '',
      code ? name(code.id) : '',
      unit,
      denominator,
      request.filters.layer ?? 'any',
      ...figureCells(row, index),
      row.judgement ? name(row.judgement.codeId) : '',
      row.judgement?.verdict ?? '',
    ];
  };
  return {
    columns: [
      'country',
      'country_name',
      'status',
      'sources',
      'sources_coded',
      'family',
      'code_key',
      'code',
      'unit',
      'denominator',
      'coding',
      ...figureColumns,
      'assigned_code',
      'assigned_verdict',
    ],
    rows: profile.rows.flatMap((row) => columns.map((_, index) => record(row, index))),
  };
}
