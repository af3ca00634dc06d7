import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { TrendLines, useWidth } from '../../../charts';
import { stagesOf, stagings, type Staging } from '../../../domain/agreement/drift/stages';
import type { CoderId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import { familyColumns } from '../../../domain/profile/columns';
import { useLanguage } from '../../../i18n/use-language';
import { EmptyState, Progress, Segmented, Select } from '../../../ui';
import { useReports } from '../use-reports';
import { headlinesOf, requestFor } from './figures';
import { StageTable } from './stage-table';
import { useFigureText } from './use-figure-text';
import { useNumbers } from './use-numbers';
import { useStageNames } from './use-stage-names';
import styles from './drift.module.css';

export interface AgreementOverTimeProps {
  readonly familyKey: string;
  readonly coders: readonly CoderId[];
  readonly by: Staging;
  readonly onChange: (by: Staging) => void;
}
const ALL = '';

/** How agreement goes from round to round, or over time, as a chart and as a table. */
export function AgreementOverTime({ familyKey, coders, by, onChange }: AgreementOverTimeProps) {
  const { t } = useTranslation('drift');
  const language = useLanguage();
  const state = useProjectState();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [wanted, setCode] = useState(ALL);
  const codes = useMemo(() => familyColumns(state, familyKey).codes, [state, familyKey]);
  const code = codes.some(({ id }) => id === wanted) ? wanted : ALL;
  const stages = useMemo(() => stagesOf(state, coders, by), [state, coders, by]);
  const requests = useMemo(
    () =>
      stages
        .filter(({ sourceIds }) => sourceIds.length > 0)
        .map(({ sourceIds }) => requestFor(familyKey, code, coders, sourceIds)),
    [stages, familyKey, code, coders],
  );
  const answer = useReports(requests);
  const nameOf = useStageNames(by);
  const numbers = useNumbers();
  const textOf = useFigureText();
  const reports = answer.kind === 'ready' ? answer.reports : [];
  const headlines = headlinesOf(reports.every(({ exclusive }) => exclusive));
  let next = 0;
  const rows = stages.map((stage) => {
    const report = stage.sourceIds.length > 0 ? reports[next++] : undefined;
    return { stage, name: nameOf(stage), figures: headlines.map(({ find }) => report && find(report)) };
  });

  return (
    <section aria-labelledby="drift-time">
      <h2 id="drift-time">{t('time.title')}</h2>
      <div className={styles['controls']}>
        <Segmented
          label={t('time.by')}
          value={by}
          options={stagings.map((id) => ({ id, label: t(`time.${id}`) }))}
          onChange={onChange}
        />
        <Select
          label={t('time.code')}
          hideLabel
          value={code}
          options={[
            { id: ALL, label: t('time.allCodes') },
            ...codes.map(({ id, key, labels }) => ({ id, label: labelIn(labels, language) || key })),
          ]}
          onChange={setCode}
        />
      </div>
      <div ref={ref} />
      {stages.length === 0 && (
        <EmptyState title={t('time.none')}>{by === 'rounds' && t('time.noneText')}</EmptyState>
      )}
      {stages.length > 0 && answer.kind === 'computing' && (
        <Progress label={t('paper:view.computing')} value={answer.done} />
      )}
      {answer.kind === 'failed' && <p role="alert">{t('paper:view.failed')}</p>}
      {stages.length > 0 && answer.kind === 'ready' && (
        <div className={styles['time']}>
          <TrendLines
            label={t('time.chart')}
            width={width}
            moments={rows.map(({ stage, name }) => ({
              id: stage.key,
              label: name,
              about: t('time.n', { n: numbers.count(stage.sourceIds.length) }),
            }))}
            series={headlines.map(({ id }, of) => ({
              id,
              label: t(`figure.${id}`),
              points: rows.map(({ name, stage, figures }) => ({
                value: figures[of]?.value ?? null,
                low: figures[of]?.low ?? null,
                high: figures[of]?.high ?? null,
                description: t('time.point', {
                  moment: name,
                  figure: t(`figure.${id}`),
                  value: textOf(figures[of]),
                  count: stage.sourceIds.length,
                }),
              })),
            }))}
            formatTick={(tick) => numbers.coefficient(tick)}
          />
          <StageTable head={t(`time.column.${by}`)} headlines={headlines} rows={rows} />
          <p className={styles['caption']}>{t('time.caption')}</p>
        </div>
      )}
    </section>
  );
}
