import { useTranslation } from 'react-i18next';
import type { CodebookClash, Resolution } from '../../../domain/exchange/codebook/plan/types';
import { Segmented } from '../../../ui';
import { FieldChanges } from './field-changes';
import styles from './import-codebook.module.css';
import { MOST_SHOWN, More } from './more';

export interface ClashesProps {
  readonly clashes: readonly CodebookClash[];
  readonly onResolve: (clashId: string, resolution: Resolution) => void;
}

/** Where file and project contradict each other: what is done unless the person chooses otherwise is chosen. */
export function Clashes({ clashes, onResolve }: ClashesProps) {
  const { t } = useTranslation('codebook-import');
  if (clashes.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby="codebook-clashes">
      <h3 id="codebook-clashes">{t('clashesTitle')}</h3>
      <ul className={styles['rows']}>
        {clashes.slice(0, MOST_SHOWN).map(({ id, kind, theirs, mine, fields, options, chosen }) => (
          <li key={id}>
            <div className={styles['clash']}>
              <p>{t(`clash.${kind}`, { theirs, mine })}</p>
              <Segmented
                label={t('resolve', { code: theirs })}
                value={chosen}
                onChange={(resolution) => onResolve(id, resolution)}
                options={options.map((option) => ({ id: option, label: t(`resolution.${option}`) }))}
              />
            </div>
            <FieldChanges fields={fields} />
          </li>
        ))}
      </ul>
      <More count={clashes.length} />
    </section>
  );
}
