import { useTranslation } from 'react-i18next';
import { useNavigation, useProjectState } from '../../../application/react/context';
import type { AgreementReport, AgreementResult } from '../../../domain/agreement/study/report';
import { Button, CodeGlyph } from '../../../ui';
import styles from './agreement.module.css';
import { FigureText } from './figure-text';
import { IntervalMark } from './interval';
import { useWords } from './words';

const f1 = ['exact', 'iou0.5', 'any-overlap'] as const;

/** Finds the figure of everything, or of one code. */
export const findResult = (
  { results }: AgreementReport,
  coefficient: string,
  code?: string,
  match?: string,
): AgreementResult | undefined =>
  results.find(
    (each) =>
      each.coefficient === coefficient &&
      each.scope.code === code &&
      Object.keys(each.scope).length === (code === undefined ? 0 : 1) &&
      (match === undefined || each.match === match),
  );

/** Code by code: where coders agree, how far, and one step to the passages. */
export function ShortTable({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('agreement');
  const state = useProjectState();
  const navigation = useNavigation();
  const words = useWords();
  const [first, second] = report.coders;
  const open = (codeId: string) =>
    navigation.go({
      view: 'compare',
      comparison: 'settle',
      differences: {
        codeId,
        ...(report.coders.length === 2 && first && second ? { coders: [first, second] as const } : {}),
      },
    });
  return (
    <div className={styles['tableBox']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('table.code')}</th>
            <th scope="col" colSpan={2}>
              {t('table.alpha')}
            </th>
            {f1.map((match) => (
              <th key={match} scope="col" className={styles['number']}>
                {t(`table.f1.${match.replace('.', '_')}`)}
              </th>
            ))}
            <th scope="col" className={styles['number']}>
              {t('table.percent')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {report.codes.map((id) => {
            const alpha = findResult(report, 'uAlpha', id);
            const code = state.codes.get(id);
            return (
              <tr key={id}>
                <th scope="row">
                  <span className={styles['code']}>
                    {code && <CodeGlyph code={code} size={14} />}
                    {words.code(id)}
                  </span>
                </th>
                {alpha && alpha.value !== null ? (
                  <>
                    <td className={styles['markCell']}>
                      <IntervalMark value={alpha.value} low={alpha.low} high={alpha.high} />
                    </td>
                    <td>
                      <FigureText result={alpha} />
                    </td>
                  </>
                ) : (
                  <td colSpan={2}>
                    <FigureText result={alpha} />
                  </td>
                )}
                {f1.map((match) => (
                  <td key={match} className={styles['number']}>
                    <Plain result={findResult(report, 'spanF1', id, match)} />
                  </td>
                ))}
                <td className={styles['number']}>
                  {/* Never alone: two coders who give a code nowhere agree on nearly everything. */}
                  {(alpha?.value ?? null) === null ? (
                    '—'
                  ) : (
                    <FigureText result={findResult(report, 'charPercentAgreement', id)} asShare />
                  )}
                </td>
                <td className={styles['number']}>
                  <Button
                    kind="quiet"
                    aria-label={t('table.openCode', { code: words.code(id) })}
                    onPress={() => open(id)}
                  >
                    {t('table.open')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A value alone: its reason stands in the same row already. */
function Plain({ result }: { result: AgreementResult | undefined }) {
  const words = useWords();
  const value = result?.value ?? null;
  if (value === null) return <span className={styles['none']}>—</span>;
  return <>{words.value(value)}</>;
}
