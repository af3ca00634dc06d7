import { useTranslation } from 'react-i18next';
import styles from './import-codebook.module.css';

/** A codebook may have ten thousand codes; nobody reads on after these. */
export const MOST_SHOWN = 200;

/** Says how many rows are not shown; nothing when all are. */
export function More({ count }: { count: number }) {
  const { t } = useTranslation('codebook-import');
  const rest = count - MOST_SHOWN;
  return rest > 0 ? <p className={styles['quiet']}>{t('more', { count: rest })}</p> : null;
}
