import { labelIn, type LabelLanguage } from '../../model/language';
import type { GroupedProfile } from '../../profile/grouped-profile';
import type { ProfileUnit } from '../../profile/request';
import type { Cell, Table } from './csv';
import { figureCells, figureColumns } from './figure-columns';

/**
 * A profile of any groups as a table, one row per group and code: the columns of `profileTable` but for
 * names and judgements of countries, with a column for each thing that makes the groups.
 * In: the profile, its unit, and the language of labels. Out: the table; amounts and shares are empty where
 * a group has no data.
 */
export function groupedProfileTable(
  profile: GroupedProfile,
  { unit, language }: { readonly unit: ProfileUnit; readonly language: LabelLanguage },
): Table {
  return {
    columns: [
      ...profile.by,
      'status',
      'sources',
      'sources_coded',
      'family',
      'code_key',
      'code',
      'unit',
      ...figureColumns,
    ],
    rows: profile.rows.flatMap((row) =>
      profile.columns.map((code, index): readonly Cell[] => [
        ...profile.by.map((each) => row.group[each] ?? ''),
        row.status,
        row.sources,
        row.sourcesCoded,
        profile.family?.key ?? '',
        code.key,
        labelIn(code.labels, language),
        unit,
        ...figureCells(row, index),
      ]),
    ),
  };
}
