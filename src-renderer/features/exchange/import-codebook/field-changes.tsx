import { useTranslation } from 'react-i18next';
import type { FieldChange } from '../../../domain/exchange/codebook/plan/types';
import { languageNames } from '../../../i18n';
import styles from './import-codebook.module.css';

/** What changes, field by field, before and after. */
export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  const { t } = useTranslation('codebook-import');
  if (fields.length === 0) return null;
  return (
    <dl className={styles['fields']}>
      {fields.map(({ field, language, before, after }) => (
        <div key={`${field} ${language ?? ''}`}>
          <dt>
            {t(`field.${field}`)}
            {language && `, ${languageNames[language]}`}
          </dt>
          <dd lang={language ?? undefined}>
            <del>{before || t('empty')}</del>
            <ins>{after || t('empty')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
