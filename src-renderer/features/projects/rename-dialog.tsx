import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../application/ports/storage';
import { Button, Dialog, TextField } from '../../ui';
import styles from './start-screen.module.css';

export interface RenameDialogProps {
  readonly project: ProjectSummary;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog({ project, onRename, onClose }: RenameDialogProps) {
  const { t } = useTranslation('projects');
  const form = useId();
  const [name, setName] = useState(project.name);
  const wanted = name.trim();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '') return;
    if (wanted !== project.name) onRename(wanted);
    onClose();
  };

  return (
    <Dialog
      title={t('renameDialog.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={wanted === ''}>
            {t('renameDialog.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={submit}>
        <TextField
          label={t('renameDialog.name')}
          value={name}
          onChange={setName}
          autoFocus
          inputRef={field}
        />
      </form>
    </Dialog>
  );
}
