import { useTranslation } from 'react-i18next';
import type { FieldDifference } from '../../domain/exchange/merge/types';
import styles from './merge.module.css';

/** What both sides say, field by field. */
export function Fields({ fields }: { fields: readonly FieldDifference[] }) {
  const { t } = useTranslation('merge');
  if (fields.length === 0) return null;
  return (
    <table className={styles['fields']}>
      <thead>
        <tr>
          <th scope="col">{t('column.field')}</th>
          <th scope="col">{t('column.ours')}</th>
          <th scope="col">{t('column.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, ours, theirs }) => (
          <tr key={field}>
            <th scope="row">{t(`field.${field}`, field)}</th>
            <td>{ours || t('empty')}</td>
            <td>{theirs || t('empty')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
