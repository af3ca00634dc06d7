import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperWords } from '../../../domain/agreement/paper/document';
import type { LabelLanguage } from '../../../domain/model/language';
import { countryName, languageName } from '../../../i18n/names';

/** The words of a paper in a language, which need not be that of the window. */
export function usePaperWords(language: LabelLanguage): PaperWords {
  const { i18n } = useTranslation('paper');
  return useMemo(() => {
    const t = i18n.getFixedT(language, 'paper');
    return {
      language,
      say: ({ key, params }) => t(key, params),
      countryName: (country) => countryName(country, language),
      languageName: (tag) => languageName(tag, language),
    };
  }, [i18n, language]);
}
