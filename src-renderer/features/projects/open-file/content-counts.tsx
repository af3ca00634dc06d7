import { useTranslation } from 'react-i18next';
import type { ProjectState } from '../../../domain/model/project';
import { useLanguage } from '../../../i18n/use-language';
import { countsOf } from './counts';
import styles from './open-file.module.css';

/** How much of everything a project holds. */
export function ContentCounts({ state }: { state: ProjectState }) {
  const { t } = useTranslation('projects');
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <dl className={styles['counts']} aria-label={t('openFile.contents')}>
      {countsOf(state).map(([kind, count]) => (
        <div key={kind}>
          <dt>{t(`openFile.count.${kind}`, { count })}</dt>
          <dd>{number.format(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
