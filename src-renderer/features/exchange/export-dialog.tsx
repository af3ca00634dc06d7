import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Dialog } from '../../ui';
import { CodebookExport } from './codebook-export';
import styles from './exchange.module.css';
import { NetworkExport } from './network-export';
import { ProjectExport } from './project-export';
import { TablesExport } from './tables-export';

const parts = {
  codebook: CodebookExport,
  project: ProjectExport,
  tables: TablesExport,
  network: NetworkExport,
};

/** Everything that leaves the project as a file, and what each format cannot carry. */
export function ExportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  return (
    <Dialog title={t('title')} width={860} isOpen={isOpen} onClose={onClose}>
      {isOpen && (
        <Tabs orientation="vertical" className={styles['tabs'] ?? ''}>
          <TabList aria-label={t('parts')} className={styles['tabList'] ?? ''}>
            {Object.keys(parts).map((id) => (
              <Tab key={id} id={id} className={styles['tab'] ?? ''}>
                {t(`${id}.title`)}
              </Tab>
            ))}
          </TabList>
          {Object.entries(parts).map(([id, Part]) => (
            <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
              <Part />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Dialog>
  );
}
