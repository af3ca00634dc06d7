import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import type { AgreementScope } from '../../../domain/agreement/study/report';
import { labelIn } from '../../../domain/model/language';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';

/** Numbers and names of a report, as the reader's language writes them. */
export function useWords() {
  const { t } = useTranslation('agreement');
  const { codes, coders, sources } = useProjectState();
  const language = useLanguage();
  return useMemo(() => {
    const count = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    const value = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    const share = new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const code = (id: string) => labelIn(codes.get(id)?.labels ?? {}, language) || codes.get(id)?.key || id;
    const coder = (id: string) => coders.get(id)?.name ?? id;
    const source = (id: string) => sources.get(id)?.title ?? id;
    const tongues = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
    const tongue = (tag: string) => (tag ? (tongues.of(tag) ?? tag) : t('noLanguage'));
    const country = (key: string) => countryName(key, language) || t('noCountry');
    const pair = ([a, b]: readonly [string, string]) => t('pair', { a: coder(a), b: coder(b) });
    const scope = (of: AgreementScope): string => {
      const parts = [
        of.code === undefined ? null : code(of.code),
        of.source === undefined ? null : source(of.source),
        of.country === undefined ? null : country(of.country),
        of.language === undefined ? null : tongue(of.language),
        of.pair === undefined ? null : pair(of.pair),
      ].filter((part) => part !== null);
      return parts.length > 0 ? parts.join(' · ') : t('everything');
    };
    return {
      count: (number: number) => count.format(number),
      value: (number: number) => value.format(number),
      share: (number: number) => share.format(number),
      ...{ code, coder, source, tongue, country, pair, scope },
    };
  }, [codes, coders, sources, language, t]);
}
