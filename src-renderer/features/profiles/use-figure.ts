import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../application/navigation';
import type { ChartBar, ChartCode, ChartPanel } from '../../charts';
import type { Code } from '../../domain/model/codebook';
import { labelIn, type LabelLanguage } from '../../domain/model/language';
import type { FramingProfile, ProfileRow } from '../../domain/profile/profile';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { useNumbers } from './use-numbers';

/** A profile in words: what the charts draw and say. */
export interface Figure {
  readonly codes: readonly ChartCode[];
  readonly panels: readonly ChartPanel[];
  readonly label: string;
}

export const chartCode = (code: Code, language: LabelLanguage): ChartCode => ({
  id: code.id,
  label: labelIn(code.labels, language) || code.key,
  color: code.color,
  symbol: code.symbol,
  pattern: code.pattern,
});

export function useFigure(profile: FramingProfile, evidence: Evidence | undefined): Figure {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const numbers = useNumbers();
  return useMemo(() => {
    const codes = profile.columns.map((code) => chartCode(code, language));
    const familyName = profile.family ? labelIn(profile.family.labels, language) : profile.request.familyKey;

    const bar = (row: ProfileRow, country: string, index: number): ChartBar => {
      const cell = row.cells[index];
      const code = codes[index];
      const value = cell?.value ?? 0;
      const share = cell?.share ?? 0;
      const figures = {
        country,
        code: code?.label,
        value: numbers.count(value),
        n: numbers.count(row.n),
        unit: t(`unitOf.${profile.unit}`, { count: row.n }),
        share: numbers.percent(share),
      };
      return {
        codeId: code?.id ?? '',
        share,
        value,
        valueLabel: numbers.count(value),
        shareLabel: numbers.percent(share),
        description: t(value > 0 ? 'bar' : 'barEmpty', figures),
        isSelected: evidence?.country === row.key && evidence.codeId === code?.id,
        ...(row.judgement?.codeId === code?.id && { mark: t('assigned') }),
      };
    };
    const panels = profile.rows.map((row): ChartPanel => {
      const country = countryName(row.key, language) || t('noCountry');
      const notes = row.notes
        .filter(({ key }) => key !== 'note.no-data')
        .map(({ key, params }) =>
          t(key, {
            ...params,
            count: countOf(params),
            ...(typeof params['sum'] === 'number' && { sum: numbers.percent(params['sum']) }),
          }),
        );
      const judgement = row.judgement;
      const assigned = judgement && codes.find(({ id }) => id === judgement.codeId)?.label;
      return {
        id: row.key,
        title: country,
        subtitle: t(subtitleOf(row), {
          elsewhere: t('segments', { count: row.elsewhere }),
          n: numbers.count(row.n),
          unit: t(`unitOf.${profile.unit}`, { count: row.n }),
          coded: numbers.count(row.sourcesCoded),
          count: row.sources,
        }),
        notes: judgement ? [...notes, t(`judgement.${judgement.verdict}`, { code: assigned })] : notes,
        bars: row.status === 'no-data' ? null : codes.map((_, index) => bar(row, country, index)),
        emptyLabel: t('noData'),
      };
    });
    return { codes, panels, label: t('figure', { family: familyName }) };
  }, [profile, evidence, language, numbers, t]);
}

/** The number that decides between singular and plural in a note. */
function countOf(params: { readonly [name: string]: string | number }): number {
  const [first] = Object.values(params).filter((value) => typeof value === 'number');
  return first ?? 0;
}

/** A country that was coded for other things is told from one in which nothing was coded. */
const subtitleOf = ({ status, elsewhere }: ProfileRow) =>
  status !== 'no-data' ? 'panel' : elsewhere > 0 ? 'panelElsewhere' : 'panelEmpty';
