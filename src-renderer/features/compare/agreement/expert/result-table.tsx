import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementReport } from '../../../../domain/agreement/study/report';
import { Button } from '../../../../ui';
import styles from '../agreement.module.css';
import { useWords } from '../words';

const AT_ONCE = 100;

/** The targets are of coefficients that take chance away: shares of agreement have none. */
const isShare = (name: string) =>
  /^(?:spanF1|percent|charPercent|holsti|positive|charPositive|setDice)/.test(name);

/** Every figure of a report, with what is to be read beside it. */
export function ResultTable({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('agreement');
  const words = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const optional = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? '' : write(value);
  return (
    <section>
      <div className={styles['tableBox']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('expert.coefficient')}</th>
              <th scope="col">{t('expert.of')}</th>
              {(['value', 'interval', 'below667', 'below800', 'spread', 'prevalence', 'bias'] as const).map(
                (id) => (
                  <th key={id} scope="col" className={styles['number']}>
                    {t(`expert.${id}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {report.results
              .slice(0, shown)
              .map(({ coefficient, match, scope, value, reason, low, high, details }) => (
                <tr key={JSON.stringify([coefficient, match, scope])}>
                  <th scope="row">
                    {t(`coefficient.${coefficient.replaceAll('.', '_')}`)}
                    {match && <small> {t(`match.${match.replace('.', '_')}`)}</small>}
                  </th>
                  <td>{words.scope(scope)}</td>
                  {value === null ? (
                    <td colSpan={7} className={styles['none']}>
                      — {t(`reason.${reason ?? 'no-units'}`)}
                    </td>
                  ) : (
                    <>
                      <td className={styles['number']}>
                        <b>{words.value(value)}</b>
                      </td>
                      <td className={styles['number']}>
                        {low !== null &&
                          high !== null &&
                          t('interval', { low: words.value(low), high: words.value(high) })}
                      </td>
                      <td className={styles['number']}>
                        {isShare(coefficient) ? '' : optional(details['below667'], words.share)}
                      </td>
                      <td className={styles['number']}>
                        {isShare(coefficient) ? '' : optional(details['below800'], words.share)}
                      </td>
                      <td className={styles['number']}>
                        {details['documents'] !== undefined &&
                          t('expert.spreadOf', {
                            min: words.value(details['documentsMin'] ?? 0),
                            max: words.value(details['documentsMax'] ?? 0),
                          })}
                      </td>
                      <td className={styles['number']}>{optional(details['prevalence'], words.value)}</td>
                      <td className={styles['number']}>{optional(details['bias'], words.value)}</td>
                    </>
                  )}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {report.results.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('expert.more', { count: report.results.length - shown })}
        </Button>
      )}
    </section>
  );
}
