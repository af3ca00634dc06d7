import { useMemo } from 'react';
import { coefficientText } from '../../../domain/agreement/paper/document';
import { useLanguage } from '../../../i18n/use-language';

/** Numbers as the reader's language writes them; coefficients as papers print them. */
export function useNumbers() {
  const language = useLanguage();
  return useMemo(() => {
    const count = new Intl.NumberFormat(language);
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return {
      count: (value: number) => count.format(value),
      percent: (share: number) => percent.format(share),
      day: (at: string) => day.format(new Date(at)),
      coefficient: coefficientText,
    };
  }, [language]);
}
