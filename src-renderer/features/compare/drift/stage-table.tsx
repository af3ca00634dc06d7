import { useTranslation } from 'react-i18next';
import type { AgreementResult } from '../../../domain/agreement/study/report';
import type { Headline } from './figures';
import { useFigureText } from './use-figure-text';
import { useNumbers } from './use-numbers';
import styles from './drift.module.css';

export interface StageRow {
  readonly stage: { readonly key: string; readonly sourceIds: readonly string[] };
  readonly name: string;
  /** One for each headline. */
  readonly figures: readonly (AgreementResult | undefined)[];
}

/** The figures of a chart over time, or of repeated codings. */
export function StageTable({
  head,
  headlines,
  rows,
}: {
  head: string;
  headlines: readonly Headline[];
  rows: readonly StageRow[];
}) {
  const { t } = useTranslation('drift');
  const numbers = useNumbers();
  const textOf = useFigureText();
  return (
    <div className={styles['tableBox']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className={styles['number']}>
              {t('column.sources')}
            </th>
            {headlines.map(({ id }) => (
              <th key={id} scope="col">
                {t(`figure.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stage, name, figures }) => (
            <tr key={stage.key}>
              <th scope="row">{name}</th>
              <td className={styles['number']}>{numbers.count(stage.sourceIds.length)}</td>
              {headlines.map(({ id }, i) => (
                <td key={id} className={styles['figure']}>
                  {textOf(figures[i])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
