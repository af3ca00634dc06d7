import { useTranslation } from 'react-i18next';
import { currentLanguage, type InterfaceLanguage } from './index';

/** The interface language of the window. */
export function useLanguage(): InterfaceLanguage {
  const { i18n } = useTranslation();
  return currentLanguage(i18n.resolvedLanguage ?? i18n.language);
}
