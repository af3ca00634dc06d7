import { Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReadProject } from '../../../application/ports/exchange';
import { useServices } from '../../../application/react/context';
import type { Message } from '../../../domain/model/message';
import { Button, FoldHeading, toast } from '../../../ui';
import styles from './open-file.module.css';
import { reportText } from './report-text';

export interface ReadingReportProps {
  readonly fileName: string;
  readonly read: ReadProject;
}

/** What could not be carried over and what was mended, line by line. */
export function ReadingReport({ fileName, read }: ReadingReportProps) {
  const { t } = useTranslation('projects');
  const { platform } = useServices();
  const { losses, repairs } = read.report;

  const save = async () => {
    const bytes = new TextEncoder().encode(reportText(t, fileName, read));
    const name = `${fileName.replace(/\.[^.]+$/, '')} – ${t('openFile.reportName')}.txt`;
    const saved = await platform.saveFile({ name, type: 'text/plain', bytes });
    if (!saved.ok) toast({ kind: 'problem', text: t('openFile.reportNotSaved') });
    else if (saved.value === 'saved') toast({ text: t('openFile.reportSaved') });
  };

  return (
    <section className={styles['report']} aria-labelledby="reading-report">
      <header>
        <h3 id="reading-report">{t('openFile.report')}</h3>
        <Button kind="quiet" onPress={() => void save()}>
          {t('openFile.saveReport')}
        </Button>
      </header>
      {losses.length === 0 && <p>{t('openFile.noLosses')}</p>}
      {/* What is lost is never folded away. */}
      <Lines title={t('openFile.losses', { count: losses.length })} messages={losses} isOpen />
      <Lines title={t('openFile.repairs', { count: repairs.length })} messages={repairs} />
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly messages: readonly Message[];
  readonly isOpen?: boolean;
}

function Lines({ title, messages, isOpen = false }: LinesProps) {
  const { t } = useTranslation('exchange-report');
  if (messages.length === 0) return null;
  return (
    <Disclosure defaultExpanded={isOpen}>
      <FoldHeading level={4} isLoud>
        {title}
      </FoldHeading>
      <DisclosurePanel>
        <ul className={styles['lines']}>
          {messages.map(({ key, params }, index) => (
            <li key={index}>{t(key, params)}</li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
