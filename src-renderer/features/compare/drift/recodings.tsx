import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { recodingsOf } from '../../../domain/agreement/drift/stages';
import { Progress } from '../../../ui';
import { useReports } from '../use-reports';
import { headlinesOf, requestFor } from './figures';
import { StageTable } from './stage-table';
import styles from './drift.module.css';

/** How far a person who coded sources a second time agrees with their first coding; nothing without any. */
export function Recodings({ familyKey }: { familyKey: string }) {
  const { t } = useTranslation('drift');
  const state = useProjectState();
  const recodings = useMemo(() => recodingsOf(state), [state]);
  const requests = useMemo(
    () => recodings.map(({ coders, sourceIds }) => requestFor(familyKey, '', coders, sourceIds)),
    [recodings, familyKey],
  );
  const answer = useReports(requests);
  if (recodings.length === 0) return null;
  const reports = answer.kind === 'ready' ? answer.reports : [];
  const headlines = headlinesOf(reports.every(({ exclusive }) => exclusive));
  return (
    <section aria-labelledby="drift-stability">
      <h2 id="drift-stability">{t('stability.title')}</h2>
      <p className={styles['caption']}>{t('stability.caption')}</p>
      {answer.kind === 'computing' && <Progress label={t('paper:view.computing')} value={answer.done} />}
      {answer.kind === 'failed' && <p role="alert">{t('paper:view.failed')}</p>}
      {answer.kind === 'ready' && (
        <StageTable
          head={t('stability.column')}
          headlines={headlines}
          rows={recodings.map(({ packageId, name, coders, sourceIds }, i) => {
            const report = reports[i];
            return {
              stage: { key: packageId, sourceIds: report?.documents.map(({ id }) => id) ?? sourceIds },
              name: t('stability.row', { coder: state.coders.get(coders[0])?.name ?? '', name }),
              figures: headlines.map(({ find }) => report && find(report)),
            };
          })}
        />
      )}
    </section>
  );
}
