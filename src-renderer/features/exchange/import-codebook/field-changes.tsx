import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldChange } from '../../../domain/exchange/codebook/plan/types';
import { languageNames } from '../../../i18n';
import { CodeGlyph } from '../../../ui';
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
            <del>
              <Value field={field} value={before} />
            </del>
            <ins>
              <Value field={field} value={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ field, value }: { field: FieldChange['field']; value: string }) {
  const { t } = useTranslation('codebook-import');
  if (field !== 'color') return wordsOf(t, field, value);
  return (
    <span className={styles['color']}>
      <CodeGlyph code={{ color: value, symbol: 'square', pattern: 'solid' }} />
      {value}
    </span>
  );
}

/** A value as the person knows it from the codebook. */
function wordsOf(t: TFunction<'codebook-import'>, field: FieldChange['field'], value: string): string {
  if (field === 'codable' || field === 'core' || field === 'enabled')
    return value === 'true' ? t('yes') : t('no');
  if (value === '') return t('empty');
  if (field === 'symbol') return t(`codebook:symbol.${value}`);
  if (field === 'pattern') return t(`codebook:pattern.${value}`);
  if (field === 'examples') return t('examples', { count: value.split('; ').length });
  return value;
}
