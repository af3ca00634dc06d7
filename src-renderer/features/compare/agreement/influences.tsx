import { useTranslation } from 'react-i18next';
import type { AgreementReport } from '../../../domain/agreement/study/report';
import styles from './agreement.module.css';
import { useWords } from './words';

const SHOWN = 5;

/** Which single source or coder moves a figure most. */
export function Influences({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('agreement');
  const words = useWords();
  const moving = report.influences.filter(({ change }) => change !== null && Math.abs(change) >= 0.005);
  if (moving.length === 0) return null;
  return (
    <section>
      <h2 className={styles['heading']}>{t('influences.title')}</h2>
      <ul className={styles['influences']}>
        {moving.slice(0, SHOWN).map(({ coefficient, scope, without, value, change }) => (
          <li key={JSON.stringify([coefficient, scope, without])}>
            {t('influences.one', {
              what: 'coder' in without ? words.coder(without.coder) : words.source(without.source),
              scope: words.scope(scope),
              coefficient: t(`coefficient.${coefficient.replaceAll('.', '_')}`),
              value: words.value(value ?? 0),
              change: `${(change ?? 0) > 0 ? '+' : '−'}${words.value(Math.abs(change ?? 0))}`,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
