import { useTranslation } from 'react-i18next';
import { useServices } from '../../application/react/context';
import { Button, Keys, runCommand } from '../../ui';
import styles from './settings.module.css';

/** Where copies of the project are kept, or how to keep one where nothing does so. */
export function BackupSettings() {
  const { t } = useTranslation('settings');
  const { platform } = useServices();
  return (
    <section aria-labelledby="backups-heading">
      <h2 id="backups-heading">{t('backups.title')}</h2>
      <p className={styles['hint']}>{platform.keepsBackups ? t('backups.kept') : t('backups.none')}</p>
      <div className={styles['after']}>
        <Button onPress={() => runCommand('file.export')}>
          {t('backups.export')}
          <Keys keys="Mod+E" />
        </Button>
      </div>
    </section>
  );
}
