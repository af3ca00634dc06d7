import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import type { AgreementReport } from '../../../domain/agreement/study/report';
import type { AgreementRequest } from '../../../domain/agreement/study/request';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { Button, EmptyState, ToggleButton } from '../../../ui';
import styles from './agreement.module.css';
import { Controls } from './controls';
import { ExpertPanel } from './expert/expert-panel';
import { ResultTable } from './expert/result-table';
import { Influences } from './influences';
import { Maps } from './maps';
import { SaveMenu } from './save-menu';
import { ShortTable } from './short-table';
import { Summary } from './summary';
import { TableDialog } from './table/table-dialog';
import { useAgreement } from './use-agreement';
import { useScene } from './use-scene';
import { Waiting } from './waiting';

/** How far coders agree: a short answer in plain words, and all of it for who wants more. */
export function AgreementBody() {
  const { t } = useTranslation('agreement');
  const { scene, ask, setExpert } = useScene();
  const { request, isExpert } = scene;
  const asked = useAgreement(request);
  const [isTableOpen, setTableOpen] = useState(false);
  const report = asked.kind === 'ready' ? asked.report : undefined;
  return (
    <div className={styles['body']}>
      <div className={styles['bar']}>
        <Controls request={request} onChange={ask} />
        <span className={styles['space']} />
        <ToggleButton isSelected={isExpert} onChange={setExpert}>
          {t('expert.toggle')}
        </ToggleButton>
        <Button onPress={() => setTableOpen(true)}>{t('fromTable.action')}</Button>
        <SaveMenu report={report} />
      </div>
      {isExpert && <ExpertPanel request={request} onChange={ask} />}
      {report ? (
        <Answer report={report} {...{ request, isExpert }} />
      ) : (
        asked.kind !== 'ready' && <Waiting asked={asked} />
      )}
      <TableDialog isOpen={isTableOpen} onClose={() => setTableOpen(false)} />
    </div>
  );
}

interface AnswerProps {
  readonly report: AgreementReport;
  readonly request: AgreementRequest;
  readonly isExpert: boolean;
}

function Answer({ report, request, isExpert }: AnswerProps) {
  const { t } = useTranslation('agreement');
  const language = useLanguage();
  const { families } = useProjectState();
  const { codes } = request;
  const family =
    'family' in codes ? [...families.values()].find(({ key }) => key === codes.family) : undefined;
  if (report.coders.length < 2)
    return <EmptyState title={t('empty.coders')}>{t('empty.codersText')}</EmptyState>;
  if (report.documents.length === 0)
    return (
      <EmptyState title={t('empty.sources')}>
        {t('empty.sourcesText', { count: report.leftOut.length })}
      </EmptyState>
    );
  if (isExpert) return <ResultTable report={report} />;
  return (
    <>
      <Summary report={report} family={family ? labelIn(family.labels, language) : t('chosenCodes')} />
      <section>
        <h2 className={styles['heading']}>{t('table.title')}</h2>
        <ShortTable report={report} />
        <p className={styles['caption']}>{t('table.caption')}</p>
      </section>
      <Influences report={report} />
      <Maps request={request} />
    </>
  );
}
