import { useTranslation } from 'react-i18next';
import type { CodebookClash, Resolution } from '../../../domain/exchange/codebook/plan/types';
import { Segmented } from '../../../ui';
import { FieldChanges } from './field-changes';
import { Rows } from './fold';
import styles from './import-codebook.module.css';

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
      <Rows rows={clashes}>{(clash) => <Clash key={clash.id} clash={clash} onResolve={onResolve} />}</Rows>
    </section>
  );
}

interface ClashProps {
  readonly clash: CodebookClash;
  readonly onResolve: ClashesProps['onResolve'];
}

function Clash({ clash, onResolve }: ClashProps) {
  const { t } = useTranslation('codebook-import');
  const { id, kind, theirs, mine, fields, options, chosen } = clash;
  const label = (option: Resolution) =>
    kind === 'name-taken' && option === 'new' ? t('resolution.numbered') : t(`resolution.${option}`);
  return (
    <li>
      <div className={styles['clash']}>
        <div>
          <p>{t(`clash.${kind}`, { theirs, mine })}</p>
          <p className={styles['quiet']} role="status">
            {t(`means.${kind}.${chosen}`, { theirs, mine })}
          </p>
        </div>
        {options.length > 1 && (
          <Segmented
            label={t('resolve', { code: theirs })}
            value={chosen}
            onChange={(resolution) => onResolve(id, resolution)}
            options={options.map((option) => ({ id: option, label: label(option) }))}
          />
        )}
      </div>
      <FieldChanges fields={fields} />
    </li>
  );
}
