import { useTranslation } from 'react-i18next';
import { exportSegmentsCsv, type Exported } from '../../application/export';
import { useNavigation, useProjectState, useServices, useSession } from '../../application/react/context';
import { useLanguage } from '../../i18n/use-language';
import { Button, Dialog, toast } from '../../ui';
import { CodebookExport } from './codebook-export';
import styles from './exchange.module.css';

/** Everything that leaves the project as a file, and what each format cannot carry. */
export function ExportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  return (
    <Dialog title={t('title')} width={760} isOpen={isOpen} onClose={onClose}>
      {isOpen && <ExportChoices onClose={onClose} />}
    </Dialog>
  );
}

function ExportChoices({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const { segments } = useProjectState();
  const session = useSession();
  const { platform } = useServices();
  const navigation = useNavigation();
  const language = useLanguage();

  const finish = async (exporting: Promise<Exported>) => {
    const exported = await exporting;
    if (!exported.ok) toast({ kind: 'problem', text: t(`failure.${exported.error.kind}`) });
    else if (exported.value.outcome === 'saved') toast({ text: t('saved') });
  };
  return (
    <>
      <CodebookExport onExport={(exporting) => void finish(exporting)} />
      <section className={styles['choice']}>
        <div>
          <h3>{t('segments.title')}</h3>
          <p>{t('segments.text', { count: segments.size })}</p>
        </div>
        <Button
          isDisabled={segments.size === 0}
          onPress={() => void finish(exportSegmentsCsv(session, platform, language))}
        >
          {t('segments.csv')}
        </Button>
      </section>
      <section className={styles['choice']}>
        <div>
          <h3>{t('profiles.title')}</h3>
          <p>{t('profiles.text')}</p>
        </div>
        <Button
          onPress={() => {
            onClose();
            navigation.goToView('profiles');
          }}
        >
          {t('profiles.open')}
        </Button>
      </section>
    </>
  );
}
