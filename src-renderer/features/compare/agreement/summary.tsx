import { useTranslation } from 'react-i18next';
import type { AgreementReport } from '../../../domain/agreement/study/report';
import styles from './agreement.module.css';
import { FigureText } from './figure-text';
import { IntervalMark } from './interval';
import { findResult } from './short-table';
import { useWords } from './words';

/** What all of it comes to, and what it rests on, in plain words. */
export function Summary({ report, family }: { report: AgreementReport; family: string }) {
  const { t } = useTranslation('agreement');
  const words = useWords();
  const alpha = findResult(report, 'charSetAlpha.jaccard');
  const unfinished = report.documents.filter((each) => each.unfinished.length > 0).length;
  const leftOut = (reason: string) => report.leftOut.filter((each) => each.reason === reason).length;
  const { documents, documentsMin, documentsMax, below667 } = alpha?.details ?? {};
  return (
    <section className={styles['summary']}>
      <div className={styles['headline']}>
        <h2>{t('summary.title', { family })}</h2>
        <div className={styles['headlineFigure']}>
          {alpha && alpha.value !== null && (
            <IntervalMark value={alpha.value} low={alpha.low} high={alpha.high} />
          )}
          <FigureText result={alpha} />
        </div>
        <p className={styles['quiet']}>{t('summary.alpha')}</p>
        {below667 !== undefined && (
          <p className={styles['quiet']}>{t('summary.below', { share: words.share(below667) })}</p>
        )}
        {documents !== undefined && documentsMin !== undefined && documentsMax !== undefined && (
          <p className={styles['quiet']}>
            {t('summary.spread', {
              count: documents,
              min: words.value(documentsMin),
              max: words.value(documentsMax),
            })}
          </p>
        )}
        {report.exclusive && (
          <dl className={styles['exclusive']}>
            {(['barUAlpha', 'cuAlpha'] as const).map((name) => {
              const result = findResult(report, name);
              return (
                <div key={name}>
                  <dt>{t(`summary.${name}`)}</dt>
                  <dd>
                    <FigureText result={result} />
                    {result?.details['coverage'] !== undefined && (
                      <small>
                        {t('summary.coverage', { share: words.share(result.details['coverage']) })}
                      </small>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </div>
      <ul className={styles['basis']}>
        <li>{t('basis.coders', { coders: report.coders.map(words.coder).join(', ') })}</li>
        <li>{t('basis.sources', { count: report.documents.length })}</li>
        <li>{t(`basis.n.${report.unit}`, { n: words.count(report.n) })}</li>
        {(['no-coder', 'one-coder', 'no-text'] as const).map(
          (reason) =>
            leftOut(reason) > 0 && (
              <li key={reason}>{t(`basis.leftOut.${reason}`, { count: leftOut(reason) })}</li>
            ),
        )}
        {unfinished > 0 && <li>{t('basis.unfinished', { count: unfinished })}</li>}
        {report.bootstrap && (
          <li>
            {t('basis.bootstrap', {
              resamples: words.count(report.bootstrap.resamples),
              seed: String(report.bootstrap.seed),
            })}
          </li>
        )}
      </ul>
    </section>
  );
}
