import { useMemo } from 'react';
import { useLanguage } from '../../i18n/use-language';

/** Numbers as the reader's language writes them. */
export function useNumbers() {
  const language = useLanguage();
  return useMemo(() => {
    const count = new Intl.NumberFormat(language);
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    return {
      count: (value: number) => count.format(value),
      percent: (share: number) => percent.format(share),
    };
  }, [language]);
}
