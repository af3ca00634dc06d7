import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../application/navigation';
import { HeatMaps, type HeatPanel } from '../../charts';
import type { CrossedRow } from '../../domain/profile/crossed-profile';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { chartCode } from './use-figure';
import { useNumbers } from './use-numbers';

export interface CrossedFigureProps {
  readonly rows: readonly CrossedRow[];
  /** Key and name of the family that the profile is crossed with. */
  readonly familyKey: string;
  readonly label: string;
  readonly width: number;
  readonly evidence: Evidence | undefined;
  readonly onSelect: (evidence: Evidence) => void;
}

/** Two families crossed on the same segments, a table for each country. */
export function CrossedFigure({ rows, familyKey, label, width, evidence, onSelect }: CrossedFigureProps) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const numbers = useNumbers();
  const [codes, others] = useMemo(() => {
    const table = rows[0]?.table;
    return [table?.columns ?? [], table?.rows ?? []].map((list) =>
      list.map((code) => chartCode(code, language)),
    );
  }, [rows, language]);

  const panels = rows.map(({ key, table }): HeatPanel => {
    const country = countryName(key, language) || t('noCountry');
    const isHere = evidence?.crossed !== undefined && evidence.country === key;
    const cell = (count: number, row: number, column: number) => {
      const [code, other] = [codes?.[column], others?.[row]];
      const said = { country, code: code?.label, other: other?.label, count, n: numbers.count(count) };
      return {
        count,
        label: numbers.count(count),
        description: t(count > 0 ? 'cell' : 'cellEmpty', said),
        isSelected: isHere && evidence.codeId === code?.id && evidence.crossed?.codeId === other?.id,
      };
    };
    return {
      id: key,
      title: country,
      subtitle:
        table.n > 0 ? t('crossedPanel', { count: table.n, n: numbers.count(table.n) }) : t('crossedEmpty'),
      notes: [],
      emptyLabel: t('noData'),
      cells:
        table.n > 0
          ? table.counts.map((counts, row) => counts.map((count, column) => cell(count, row, column)))
          : null,
    };
  });
  return (
    <HeatMaps
      rows={others ?? []}
      columns={codes ?? []}
      panels={panels}
      label={label}
      width={width}
      onSelect={(country, codeId, columnId) =>
        onSelect({ country, codeId: columnId, crossed: { familyKey, codeId } })
      }
    />
  );
}
