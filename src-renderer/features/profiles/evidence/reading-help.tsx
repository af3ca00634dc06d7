import { useTranslation } from 'react-i18next';
import type { ProfileForm } from '../../../application/navigation';
import type { ProfileUnit } from '../../../domain/profile/request';
import styles from '../profiles.module.css';

/** Stands where the passages appear, until a bar is chosen: what the figures count. */
export function ReadingHelp({ form, unit }: { form: ProfileForm; unit: ProfileUnit }) {
  const { t } = useTranslation('profiles');
  const points =
    form === 'crossed'
      ? ['crossedCount', 'crossedOnly', 'noData', 'rejected']
      : [`n.${unit}`, form === 'bars' ? 'bar' : 'part', 'noData', 'assigned', 'rejected'];
  return (
    <aside className={styles['evidence']} aria-labelledby="reading-title">
      <header className={styles['evidenceHeader']}>
        <h2 id="reading-title">{t('reading.title')}</h2>
      </header>
      <ul className={styles['reading']}>
        {points.map((point) => (
          <li key={point}>{t(`reading.${point}`)}</li>
        ))}
      </ul>
      <p className={styles['invitation']}>{t('reading.choose')}</p>
    </aside>
  );
}
