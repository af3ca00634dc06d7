import { useTranslation } from 'react-i18next';
import { fileName, saveFile, saveTable, type Exported } from '../../application/export';
import { useServices, useSession } from '../../application/react/context';
import { Button, Dialog, toast } from '../../ui';
import styles from './merge.module.css';
import { reportTable, reportText, sectionsOf, type MergeReport } from './report';

/** What came of a merge: what came in, what was one thing, what nobody decided; it can be kept as a file. */
export function ReportDialog({ onClose, ...report }: MergeReport & { onClose: () => void }) {
  const { t } = useTranslation('merge');
  const { platform } = useServices();
  const session = useSession();
  const name = (ending: string) => fileName(session.info.name, t('reportName'), ending);

  const finish = async (exporting: Promise<Exported>) => {
    const exported = await exporting;
    if (!exported.ok) toast({ kind: 'problem', text: t('reportNotSaved') });
    else if (exported.value.outcome === 'saved') toast({ text: t('reportSaved') });
  };
  const saveText = () => {
    const bytes = new TextEncoder().encode(reportText(t, report));
    void finish(saveFile(platform, { name: name('txt'), type: 'text/plain', bytes }));
  };
  const undo = () => {
    void session.undo();
    onClose();
  };

  return (
    <Dialog
      title={t('done')}
      width={720}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={undo}>{t('common:undo')}</Button>
          <Button onPress={saveText}>{t('saveText')}</Button>
          <Button onPress={() => void finish(saveTable(platform, name('csv'), reportTable(report)))}>
            {t('saveCsv')}
          </Button>
          <Button kind="primary" onPress={onClose} autoFocus>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles['preview']}>
        {sectionsOf(t, report).map(({ id, lines }) => (
          <section key={id} className={styles['section']} aria-labelledby={`merged-${id}`}>
            <h3 id={`merged-${id}`}>{t(`section.${id}`)}</h3>
            <ul className={styles['lines']}>
              {lines.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
