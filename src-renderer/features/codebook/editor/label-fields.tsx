import { useTranslation } from 'react-i18next';
import { labelLanguages, type Labels } from '../../../domain/model/language';
import { languageNames } from '../../../i18n';
import { CommittedField } from '../../../ui';
import styles from '../codebook.module.css';

/** The label in each of the five languages; an empty one takes it away. */
export function LabelFields({
  labels,
  onChange,
}: {
  labels: Labels;
  onChange: (labels: Labels) => string | undefined;
}) {
  const { t } = useTranslation('codebook');
  return (
    <fieldset className={styles['group']}>
      <legend>{t('labels')}</legend>
      <div className={styles['columns']}>
        {labelLanguages.map((language) => (
          <CommittedField
            key={language}
            label={languageNames[language]}
            lang={language}
            value={labels[language] ?? ''}
            onChange={(text) => onChange({ [language]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
}
