import { useTranslation } from 'react-i18next';
import type { CodePatch } from '../../../domain/codebook/edit-code';
import type { Code } from '../../../domain/model/codebook';
import { labelLanguages } from '../../../domain/model/language';
import { languageNames } from '../../../i18n';
import { CommittedField } from '../../../ui';
import styles from '../codebook.module.css';

/** Words that help to find passages: hints for the coder, never automatic codes. */
export function CodeIndicators({
  code,
  onChange,
}: {
  code: Code;
  onChange: (patch: CodePatch) => string | undefined;
}) {
  const { t } = useTranslation('codebook');
  return (
    <fieldset className={styles['group']}>
      <legend>{t('indicators')}</legend>
      <p className={styles['hint']}>{t('hint.indicators')}</p>
      {labelLanguages.map((language) => (
        <CommittedField
          key={language}
          label={languageNames[language]}
          lang={language}
          rows={1}
          value={(code.indicators[language] ?? []).join(', ')}
          onChange={(text) =>
            onChange({
              indicators: {
                ...code.indicators,
                [language]: text
                  .split(/[,、，;；\n]/u)
                  .map((word) => word.trim())
                  .filter(Boolean),
              },
            })
          }
        />
      ))}
    </fieldset>
  );
}
