import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { createProject } from '../../application/projects';
import { useServices } from '../../application/react/context';
import { Button, Dialog, TextField } from '../../ui';
import styles from './start-screen.module.css';
import { useFailureToast } from './use-project-actions';

export interface NewProjectDialogProps {
  /** The name the person last coded under, or ''. */
  readonly coderName: string;
  readonly onClose: () => void;
  readonly onCreated: (projectId: string) => void;
}

export function NewProjectDialog({ coderName, onClose, onCreated }: NewProjectDialogProps) {
  const { t } = useTranslation('projects');
  const services = useServices();
  const tellFailure = useFailureToast();
  const form = useId();
  const [name, setName] = useState('');
  const [coder, setCoder] = useState(coderName);
  const [isBusy, setIsBusy] = useState(false);
  const isComplete = name.trim() !== '' && coder.trim() !== '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    setIsBusy(true);
    try {
      const created = await createProject(services, { name: name.trim(), coderName: coder.trim() });
      if (created.ok) return onCreated(created.value);
      tellFailure(created.error.kind);
    } catch (error) {
      console.error(error);
      tellFailure('storage');
    }
    setIsBusy(false);
  };

  return (
    <Dialog
      title={t('new.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!isComplete || isBusy}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('new.name')}
          placeholder={t('new.namePlaceholder')}
          value={name}
          onChange={setName}
          autoFocus
        />
        <TextField
          label={t('new.coder')}
          description={t('new.coderHint')}
          value={coder}
          onChange={setCoder}
        />
      </form>
    </Dialog>
  );
}
