import { useTranslation } from 'react-i18next';
import { Page } from '../../ui';
import { AppearanceSettings } from './appearance-settings';
import { BackupSettings } from './backup-settings';
import { CoderSettings } from './coder-settings';
import { ProgressTable } from './progress-table';
import styles from './settings.module.css';

export function SettingsView() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('title')}>
      <div className={styles['sections']}>
        <AppearanceSettings />
        <CoderSettings />
        <ProgressTable />
        <BackupSettings />
      </div>
    </Page>
  );
}
