import { useTranslation } from 'react-i18next';
import { Button, Progress } from '../../../ui';
import styles from './agreement.module.css';
import type { Asked } from './use-agreement';

/** While figures are computed, and when they were not. */
export function Waiting({ asked }: { asked: Exclude<Asked, { kind: 'ready' }> }) {
  const { t } = useTranslation('agreement');
  if (asked.kind === 'computing')
    return (
      <div className={styles['waiting']}>
        <p>{t('computing')}</p>
        <Progress label={t('computing')} value={asked.done} />
        <Button onPress={asked.stop}>{t('stop')}</Button>
      </div>
    );
  return (
    <div className={styles['waiting']}>
      <p role="status">{t(asked.kind)}</p>
      <Button onPress={asked.again}>{t('again')}</Button>
    </div>
  );
}
