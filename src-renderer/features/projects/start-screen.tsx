import { BookOpen, FolderOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../application/ports/storage';
import { CODER_NAME, DAYS_KEPT } from '../../application/projects';
import { useServices } from '../../application/react/context';
import { findOrMakeSample } from '../../application/open-sample';
import { Button, ConfirmDialog, EmptyState, Keys, runCommand } from '../../ui';
import { DeletedProjects } from './deleted-projects';
import { NewProjectDialog } from './new-project-dialog';
import { OpenFile } from './open-file/open-file';
import { ParallaxMark } from './parallax-mark';
import { ProjectList } from './project-list';
import { RenameDialog } from './rename-dialog';
import styles from './start-screen.module.css';
import { useFailureToast, useProjectActions } from './use-project-actions';
import { useProjects } from './use-projects';

type Dialog =
  | { readonly kind: 'new'; readonly coderName: string }
  | { readonly kind: 'rename' | 'delete'; readonly project: ProjectSummary };

/** The first screen: begin, try the sample, or go on where one was. */
export function StartScreen({ onOpen }: { onOpen: (projectId: string) => void }) {
  const { t } = useTranslation('projects');
  const services = useServices();
  const { state, reload } = useProjects();
  const actions = useProjectActions(reload);
  const tellFailure = useFailureToast();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [isPreparing, setIsPreparing] = useState(false);
  const close = () => setDialog(null);

  const startNew = async () => {
    const name = await services.storage.readSetting(CODER_NAME);
    setDialog({ kind: 'new', coderName: typeof name === 'string' ? name : '' });
  };
  const startSample = async () => {
    setIsPreparing(true);
    try {
      const opened = await findOrMakeSample(services);
      if (opened.ok) onOpen(opened.value);
      else tellFailure(opened.error.kind);
    } catch (error) {
      console.error(error);
      tellFailure('storage');
    }
    setIsPreparing(false);
  };

  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <ParallaxMark />
        <h1>{t('common:appName')}</h1>
        <p>{t('purpose')}</p>
        <div className={styles['actions']}>
          <Button kind="primary" onPress={() => void startNew()}>
            <Plus aria-hidden />
            {t('newProject')}
          </Button>
          <Button onPress={() => void startSample()} isDisabled={isPreparing}>
            <BookOpen aria-hidden />
            {isPreparing ? t('openingSample') : t('openSample')}
          </Button>
          <Button onPress={() => runCommand('file.openProject')}>
            <FolderOpen aria-hidden />
            {t('openFile.button')}
            <Keys keys="Mod+O" />
          </Button>
        </div>
      </header>

      <section className={styles['projects']} aria-labelledby="projects-heading">
        <h2 id="projects-heading">{t('projects')}</h2>
        {state.kind === 'loading' && <p className={styles['quiet']}>{t('loading')}</p>}
        {state.kind === 'failed' && (
          <EmptyState
            title={t('listFailed.title')}
            action={<Button onPress={() => void reload()}>{t('listFailed.again')}</Button>}
          >
            {t('listFailed.body')}
          </EmptyState>
        )}
        {state.kind === 'ready' && state.projects.length === 0 && (
          <p className={styles['quiet']}>
            <strong>{t('empty.title')}</strong> {t('empty.body')}
          </p>
        )}
        {state.kind === 'ready' && state.projects.length > 0 && (
          <ProjectList
            projects={state.projects}
            now={state.at}
            onOpen={onOpen}
            onRename={(project) => setDialog({ kind: 'rename', project })}
            onDelete={(project) => setDialog({ kind: 'delete', project })}
          />
        )}
        {state.kind === 'ready' && state.deleted.length > 0 && (
          <DeletedProjects
            projects={state.deleted}
            now={state.at}
            onRestore={(project) => void actions.restore(project)}
          />
        )}
      </section>

      <OpenFile onOpen={onOpen} />
      {dialog?.kind === 'new' && (
        <NewProjectDialog coderName={dialog.coderName} onClose={close} onCreated={onOpen} />
      )}
      {dialog?.kind === 'rename' && (
        <RenameDialog
          project={dialog.project}
          onRename={(name) => void actions.rename(dialog.project, name)}
          onClose={close}
        />
      )}
      {dialog?.kind === 'delete' && (
        <ConfirmDialog
          title={t('deleteDialog.title', { name: dialog.project.name })}
          confirm={t('deleteDialog.confirm')}
          isOpen
          onConfirm={() => void actions.remove(dialog.project)}
          onClose={close}
        >
          <p>
            {t('deleteDialog.body', {
              sources: t('sources', { count: dialog.project.sources }),
              segments: t('segments', { count: dialog.project.segments }),
              count: DAYS_KEPT,
            })}
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
