import { useTranslation } from 'react-i18next';
import type { AgreementResult } from '../../../domain/agreement/study/report';
import styles from './agreement.module.css';
import { useWords } from './words';

/** A value with its interval; a dash and the reason where there is none. */
export function FigureText({
  result,
  asShare = false,
}: {
  result: AgreementResult | undefined;
  asShare?: boolean;
}) {
  const { t } = useTranslation('agreement');
  const words = useWords();
  if (!result) return <span className={styles['none']}>—</span>;
  const { value, reason, low, high } = result;
  if (value === null)
    return (
      <span className={styles['none']}>
        — <small>{t(`reason.${reason ?? 'no-units'}`)}</small>
      </span>
    );
  const write = asShare ? words.share : words.value;
  return (
    <span className={styles['figure']}>
      <b>{write(value)}</b>
      {low !== null && high !== null && !asShare && (
        <small>{t('interval', { low: words.value(low), high: words.value(high) })}</small>
      )}
    </span>
  );
}
