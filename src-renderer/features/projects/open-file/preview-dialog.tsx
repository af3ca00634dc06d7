import { useId, useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { projectInfo } from '../../../domain/model/project';
import { Button, Dialog, TextField } from '../../../ui';
import { ContentCounts } from './content-counts';
import { distinctName } from './distinct-name';
import styles from './open-file.module.css';
import { Positions } from './positions';
import { ReadingReport } from './reading-report';
import type { Overrides, Preview } from './use-open-file';

export interface PreviewDialogProps {
  readonly preview: Preview;
  readonly onChoose: (overrides: Overrides) => void;
  readonly onKeep: (name: string) => void;
  readonly onClose: () => void;
}

/** What a file holds, what reading it took, and a last look before it becomes a project. */
export function PreviewDialog({ preview, onChoose, onKeep, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('projects');
  const form = useId();
  const { file, read, doubtful, overrides, busy, present } = preview;
  const info = projectInfo(read.content.state);
  const taken = useMemo(() => new Set(present.map(({ name }) => name)), [present]);
  const isHere = present.some(({ id }) => id === info.id);
  const [name, setName] = useState(() =>
    distinctName(info.name.trim() || file.name.replace(/\.qdpx$/i, ''), taken),
  );
  const wanted = name.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== '' && busy === null) onKeep(wanted);
  };

  return (
    <Dialog
      title={t('openFile.title')}
      width={720}
      isOpen
      onClose={() => busy !== 'keeping' && onClose()}
      footer={
        <>
          <Button onPress={onClose} isDisabled={busy === 'keeping'}>
            {t('common:cancel')}
          </Button>
          <Button kind="primary" type="submit" form={form} isDisabled={wanted === '' || busy !== null}>
            {t('openFile.import')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['head']} onSubmit={submit}>
        <TextField label={t('openFile.name')} value={name} onChange={setName} autoFocus />
        <p className={styles['quiet']}>
          {read.origin.trim() === ''
            ? t('openFile.fromUnknown', { file: file.name })
            : t('openFile.from', { file: file.name, origin: read.origin })}
          {isHere && <strong> {t('openFile.beside')}</strong>}
        </p>
      </form>
      <ContentCounts state={read.content.state} />
      <Positions
        verdicts={read.verdicts}
        doubtful={doubtful}
        overrides={overrides}
        isBusy={busy !== null}
        onChoose={onChoose}
      />
      <ReadingReport fileName={file.name} read={read} />
    </Dialog>
  );
}
