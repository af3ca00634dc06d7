import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../application/react/context';
import { changeLanguage, interfaceLanguages, languageNames } from '../../i18n';
import { useLanguage } from '../../i18n/use-language';
import { Segmented, toast } from '../../ui';
import { applyTheme, currentTheme, themes, type Theme } from '../../ui/theme/theme';
import styles from './settings.module.css';

const languages = interfaceLanguages.map((id) => ({ id, label: languageNames[id] }));

/** Language and theme: seen at once, kept for the next start. */
export function AppearanceSettings() {
  const { t } = useTranslation('settings');
  const { storage } = useServices();
  const language = useLanguage();
  const [theme, setTheme] = useState(currentTheme);

  const keep = async (key: string, value: string) => {
    try {
      await storage.writeSetting(key, value);
    } catch (error) {
      console.error(error);
      toast({ kind: 'problem', text: t('notKept') });
    }
  };
  const chooseTheme = (chosen: Theme) => {
    applyTheme(chosen);
    setTheme(chosen);
    void keep('theme', chosen);
  };

  return (
    <section aria-labelledby="appearance-heading">
      <h2 id="appearance-heading">{t('appearance')}</h2>
      <p className={styles['hint']}>{t('appearanceHint')}</p>
      <dl className={styles['choices']}>
        <dt>{t('language')}</dt>
        <dd>
          <Segmented
            label={t('language')}
            value={language}
            options={languages}
            onChange={(chosen) => {
              void changeLanguage(chosen);
              void keep('language', chosen);
            }}
          />
        </dd>
        <dt>{t('theme')}</dt>
        <dd>
          <Segmented
            label={t('theme')}
            value={theme}
            options={themes.map((id) => ({ id, label: t(`themes.${id}`) }))}
            onChange={chooseTheme}
          />
        </dd>
      </dl>
    </section>
  );
}
