import { Check, CircleSlash, Copy, Dot, Ellipsis, TriangleAlert } from 'lucide-react';
import { memo, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../../application/import/import-item';
import { useLanguage } from '../../../i18n/use-language';
import { fileSize } from '../file-size';
import { failureText } from './failure-text';
import styles from './import.module.css';

const icons: Record<ImportItem['state'], ComponentType<{ 'aria-hidden': true }>> = {
  waiting: Dot,
  reading: Ellipsis,
  read: Dot,
  done: Check,
  'left-out': Copy,
  failed: TriangleAlert,
  cancelled: CircleSlash,
};

export interface ImportRowProps {
  readonly item: ImportItem;
  /** Whether it only led to something else, as an archive does or a list of references. */
  readonly isUsedUp: boolean;
}

/** One file: where it stands; where it failed, why and what to do. */
export const ImportRow = memo(function ImportRow({ item, isUsedUp }: ImportRowProps) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const state = isUsedUp ? 'read' : item.state;
  const Icon = icons[state];
  return (
    <li className={styles['row']} data-state={state}>
      <Icon aria-hidden />
      <span className={styles['name']} title={item.file.path}>
        {item.file.path}
      </span>
      <span className={styles['state']}>
        {state === 'waiting' ? fileSize(item.file.size, language) : t(`import.state.${state}`)}
      </span>
      {item.state === 'failed' && <p>{failureText(t, item.failure)}</p>}
      {item.state === 'left-out' && item.sameAs !== null && (
        <p>{t('import.sameAs', { title: item.sameAs })}</p>
      )}
      {(item.state === 'done' || item.state === 'left-out') &&
        item.warnings.map((warning, index) => (
          <p key={index}>{t(`import-messages:warning.${warning.key}`, warning.params)}</p>
        ))}
    </li>
  );
});
