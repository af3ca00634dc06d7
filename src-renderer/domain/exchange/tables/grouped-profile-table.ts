import { labelIn, type LabelLanguage } from '../../model/language';
import type { GroupedProfile } from '../../profile/grouped-profile';
import type { ProfileUnit } from '../../profile/request';
import type { Cell, Table } from './csv';

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
      'value',
      'n',
      'share',
      'segments',
      'segments_n',
      'characters',
      'characters_n',
      'documents',
      'documents_n',
      'segments_left_out',
      'coders',
    ],
    rows: profile.rows.flatMap((row) =>
      profile.columns.map((code, index): readonly Cell[] => {
        const cell = row.cells[index];
        const known = (value: number | null | undefined): Cell =>
          row.status === 'no-data' ? null : (value ?? null);
        return [
          ...profile.by.map((each) => row.group[each] ?? ''),
          row.status,
          row.sources,
          row.sourcesCoded,
          profile.family?.key ?? '',
          code.key,
          labelIn(code.labels, language),
          unit,
          known(cell?.value),
          row.n,
          known(cell?.share),
          known(cell?.counts.segments),
          row.bases.segments,
          known(cell?.counts.characters),
          row.bases.characters,
          known(cell?.counts.documents),
          row.bases.documents,
          row.leftOut,
          row.coders,
        ];
      }),
    ),
  };
}
