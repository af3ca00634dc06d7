import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  importedShare,
  isImporting,
  type ImportItem,
  type ImportProgress,
} from '../../../application/import/import-item';
import type { SourceId } from '../../../domain/model/ids';
import { Button, IconButton, Progress } from '../../../ui';
import { ImportRow } from './import-row';
import styles from './import.module.css';

export interface ImportPanelProps {
  readonly progress: ImportProgress;
  readonly onCancel: () => void;
  readonly onShow: (sourceIds: readonly SourceId[]) => void;
  readonly onClose: () => void;
}

/** What needs the person's eye comes first once the work is over. */
function rank(item: ImportItem): number {
  if (item.state === 'done') return item.warnings.length > 0 ? 2 : 4;
  return item.state === 'failed' ? 0 : item.state === 'left-out' ? 1 : 3;
}

/** Each file of an import and how far it is; afterwards what became of it, until it is put away. */
export function ImportPanel({ progress, onCancel, onShow, onClose }: ImportPanelProps) {
  const { t } = useTranslation('library');
  const { items, phase } = progress;
  const isBusy = isImporting(progress);
  const inState = (state: ImportItem['state']) => items.filter((item) => item.state === state);
  const sourceIds = items.flatMap((item) => (item.state === 'done' ? item.sourceIds : []));
  const leftOut = new Set(progress.sources.map(({ fileId }) => fileId));
  const isUsedUp = (item: ImportItem) =>
    item.state === 'left-out' && !leftOut.has(item.id) && item.warnings.length === 0;
  const shown = isBusy ? items : items.toSorted((a, b) => rank(a) - rank(b));

  const read = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  const outcome = [
    [sourceIds.length, 'imported'],
    [phase === 'done' ? progress.sources.length : 0, 'known'],
    [inState('failed').length, 'failed'],
  ] as const;
  const summary =
    phase === 'done'
      ? outcome
          .filter(([count]) => count > 0)
          .map(([count, key]) => t(`import.summary.${key}`, { count }))
          .join(' · ')
      : t(`import.phase.${phase}`, { count: read, total: items.length });

  return (
    <section className={styles['panel']} aria-label={t('import.label')}>
      <header>
        <div>
          <h2>{isBusy ? t('import.title', { count: items.length }) : t('import.titleDone')}</h2>
          <p role="status">{summary}</p>
        </div>
        {isBusy ? (
          <Button onPress={onCancel} isDisabled={phase === 'keeping'}>
            {t('common:cancel')}
          </Button>
        ) : (
          <IconButton label={t('common:close')} onPress={onClose}>
            <X />
          </IconButton>
        )}
      </header>
      {isBusy && <Progress label={t('import.label')} value={importedShare(progress)} />}
      <ul aria-label={t('import.files')} tabIndex={0}>
        {shown.map((item, index) => (
          <ImportRow key={`${index} ${item.file.path}`} item={item} isUsedUp={isUsedUp(item)} />
        ))}
      </ul>
      {!isBusy && sourceIds.length > 0 && (
        <footer>
          <Button onPress={() => onShow(sourceIds)}>{t('import.show', { count: sourceIds.length })}</Button>
        </footer>
      )}
    </section>
  );
}
