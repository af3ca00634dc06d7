import { useTranslation } from 'react-i18next';
import { Button, Dialog, Progress } from '../../../ui';
import styles from './open-file.module.css';
import { PreviewDialog } from './preview-dialog';
import type { Opening, Overrides, Preview } from './use-open-file';

export interface OpenFileDialogProps {
  readonly opening: Opening;
  readonly onAgain: () => void;
  readonly onChoose: (preview: Preview, overrides: Overrides) => void;
  readonly onKeep: (preview: Preview, name: string) => void;
  readonly onClose: () => void;
}

/** A project file from the moment it is chosen until it is a project or turned away. */
export function OpenFileDialog({ opening, onAgain, onChoose, onKeep, onClose }: OpenFileDialogProps) {
  const { t } = useTranslation('projects');
  const { file } = opening;
  if (opening.kind === 'preview') {
    return (
      <PreviewDialog
        preview={opening}
        onChoose={(overrides) => onChoose(opening, overrides)}
        onKeep={(name) => onKeep(opening, name)}
        onClose={onClose}
      />
    );
  }
  if (opening.kind === 'failed') {
    const { kind, params } = opening.failure;
    return (
      <Dialog
        role="alertdialog"
        title={t('openFile.failed', { file: file.name })}
        isOpen
        onClose={onClose}
        footer={
          <>
            <Button onPress={onAgain}>{t('openFile.another')}</Button>
            <Button kind="primary" onPress={onClose} autoFocus>
              {t('common:close')}
            </Button>
          </>
        }
      >
        <p>{t(`exchange-report:failure.${kind}`, params)}</p>
        <p className={styles['quiet']}>{t('openFile.nothingChanged')}</p>
      </Dialog>
    );
  }
  const { done, total } = opening;
  return (
    <Dialog
      title={t('openFile.reading', { file: file.name })}
      isOpen
      onClose={onClose}
      footer={
        <Button onPress={onClose} autoFocus>
          {t('common:cancel')}
        </Button>
      }
    >
      <Progress
        label={t('openFile.reading', { file: file.name })}
        value={total === 0 ? 0 : Math.min(1, done / total)}
      />
      <p className={styles['quiet']}>
        {total === 0 ? t('openFile.looking') : t('openFile.progress', { done, total, count: total })}
      </p>
    </Dialog>
  );
}
