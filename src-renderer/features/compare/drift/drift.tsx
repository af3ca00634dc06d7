import { useTranslation } from 'react-i18next';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { EmptyState, Select } from '../../../ui';
import { AgreementOverTime } from './agreement-over-time';
import { ConfusionDetails } from './confusion-details';
import { ConfusionTable } from './confusion-table';
import { Recodings } from './recodings';
import { useDrift } from './use-drift';
import styles from './drift.module.css';

/** Where the codebook needs sharpening: codes that are confused, and how agreement goes over time. */
export function Drift() {
  const { t } = useTranslation('drift');
  const language = useLanguage();
  const { families, familyKey, by, coders, found, open, change } = useDrift();
  return (
    <div className={styles['drift']}>
      <div className={styles['controls']}>
        <Select
          label={t('family')}
          hideLabel
          value={familyKey}
          options={families.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) || key }))}
          onChange={(key) => change({ familyKey: key, confusion: undefined })}
        />
      </div>
      {found.sources === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <>
          <section aria-labelledby="drift-confused">
            <h2 id="drift-confused">{t('confused.title')}</h2>
            <p className={styles['caption']}>{t('confused.caption')}</p>
            {found.confusions.length === 0 ? (
              <p>{t('confused.nothing')}</p>
            ) : (
              <ConfusionTable found={found} open={open} onOpen={(confusion) => change({ confusion })} />
            )}
            {open && (
              <ConfusionDetails
                key={`${open.first} ${open.second}`}
                confusion={open}
                onClose={() => change({ confusion: undefined })}
              />
            )}
          </section>
          <AgreementOverTime
            familyKey={familyKey}
            coders={coders}
            by={by}
            onChange={(next) => change({ by: next })}
          />
        </>
      )}
      <Recodings familyKey={familyKey} />
    </div>
  );
}
